package uk.rubric.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import uk.rubric.impact.Transitions.Mover;
import uk.rubric.report.MoversCsv;

/** The file of {@code --patients}. */
final class MoversFile {
  private MoversFile() {}

  static void write(Path path, List<Mover> movers) {
    try (MoversCsv csv = new MoversCsv(Files.newBufferedWriter(path, StandardCharsets.UTF_8))) {
      movers.forEach(csv::write);
    } catch (IOException | UncheckedIOException e) {
      throw ResultFile.notWritten(path);
    }
  }
}
