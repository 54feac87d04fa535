package uk.rubric.extract.plain;

import java.io.Closeable;
import uk.rubric.extract.Tally;
import uk.rubric.patient.PatientSource;

/** Patients in parts, with their entries: from {@code events.csv}, or from what was prepared of it. Thread-safe. */
interface Entries extends PatientSource, Closeable {
  /**
   * The name, length and hash of {@code events.csv}; to be asked once.
   *
   * @throws IllegalStateException when some part has not been read and so it is not known yet
   */
  String fingerprint();

  /** Whether {@code events.csv} has a row below its header; to be asked when all parts have been read. */
  boolean hasRows();

  /** Whether entries had to be sorted in temporary files. */
  boolean isSortedOutsideMemory();

  /**
   * What was counted in all parts.
   *
   * @throws IllegalStateException when some part has not been read
   */
  Tally tally();
}
