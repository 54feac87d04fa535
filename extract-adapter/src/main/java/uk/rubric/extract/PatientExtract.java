package uk.rubric.extract;

import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Practice;
import uk.rubric.result.SetAside;

/**
 * An extract that is open: a run pulls its patients in parts, and what could not be used is known when all of them have
 * been read. Holds patients and registrations in memory and entries of the parts at hand alone. Thread-safe. The order
 * of records is that of {@code patients.csv}, or of the entries where these stand grouped in another.
 */
public interface PatientExtract extends PatientSource, AutoCloseable {
  /** Those that are described and those that registrations name, by rising code. */
  List<Practice> practices();

  /** What organisations handed in; none without {@code evidence.csv}. */
  Answers answers();

  /** Figures of earlier years; none without {@code history.csv}. */
  History history();

  /**
   * SHA-256 over the files: name, length and bytes of each.
   *
   * @throws IllegalStateException when some part has not been read, and so some bytes
   */
  String sha256();

  /**
   * Everything that could not be used, counted.
   *
   * @throws IllegalStateException when some part has not been read
   * @throws uk.rubric.run.CouldNotRun when a file changed while it was read
   */
  SetAside setAside();

  /**
   * Warnings and notices, with the first places of each reason; holds no patient's value.
   *
   * @throws IllegalStateException when some part has not been read
   */
  List<Diagnostic> messages();

  /** Lets go of files, and deletes temporary ones. */
  @Override
  void close();
}
