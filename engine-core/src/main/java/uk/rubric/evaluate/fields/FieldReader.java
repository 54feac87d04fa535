package uk.rubric.evaluate.fields;

import uk.rubric.patient.PatientBatch;

/**
 * Reads one patient record after the other into rows of fields. Made by {@link FieldExtractor#reader}; for one thread.
 */
public final class FieldReader {
  private final Filler[] fillers;
  private final PatientEntries entries;
  private final int tests;
  private final int ladders;
  private final int patientFields;
  private final UnitSlots[] units;

  FieldReader(
      Filler[] fillers, PatientEntries entries, int tests, int ladders, int patientFields, UnitSlots[] units) {
    this.patientFields = patientFields;
    this.units = units;
    this.fillers = fillers;
    this.entries = entries;
    this.tests = tests;
    this.ladders = ladders;
  }

  /** An empty row, to {@link #read} into as often as wanted. */
  public FieldRow newRow() {
    return new FieldRow(fillers, entries, tests, ladders, patientFields, units);
  }

  /**
   * Takes the place of the record before. The row's fields are worked out as they are asked for, until the next record
   * is read, into whatever row; to keep them for longer, {@link FieldRow#fill} them.
   */
  public void read(PatientBatch batch, int record, FieldRow row) {
    entries.read(batch, record);
    row.begin();
  }
}
