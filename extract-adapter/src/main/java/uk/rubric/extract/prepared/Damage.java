package uk.rubric.extract.prepared;

import java.nio.file.Path;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.run.CouldNotRun;

/** What makes a prepared extract unusable. */
final class Damage {
  private Damage() {}

  /** A file is not as it was written. */
  static CouldNotRun of(Path file) {
    return new CouldNotRun(ExtractDiagnostic.DAMAGED_EXTRACT.at(Place.of(file.toString())));
  }
}
