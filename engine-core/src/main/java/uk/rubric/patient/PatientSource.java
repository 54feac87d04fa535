package uk.rubric.patient;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Patients in parts, for a run to pull: an extract, a store, a list. Thread-safe: several threads claim parts at once,
 * and each reads its own. Where the parts are cut never matters to a result, so a source cuts as suits its memory.
 */
public interface PatientSource {
  /**
   * Claims the next part, or nothing when all have been claimed. Cheap: the work is in {@link Part#read}.
   *
   * @throws uk.rubric.run.CouldNotRun when what is left cannot be read
   */
  Optional<Part> next();

  /** How many records there are in all, when that is known beforehand; progress is shown by it. */
  OptionalLong records();

  /** Some patients. A record stands in exactly one part; a person may stand in several, each time with all events. */
  interface Part {
    /**
     * 0 for the first that was claimed, 1 for the next: the order of records is that of the parts, then that in them.
     */
    long ordinal();

    /**
     * Reads the part, in the calling thread. To be called once.
     *
     * @throws uk.rubric.run.CouldNotRun when it cannot be read to its end
     */
    PatientBatch read();
  }

  /** Records that are in memory, in their order. */
  static PatientSource of(List<PatientRecord> records) {
    return new RecordSource(records);
  }
}
