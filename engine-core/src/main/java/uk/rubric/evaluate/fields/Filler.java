package uk.rubric.evaluate.fields;

/**
 * Fills the slot of one field from a patient's entries and from other fields. Thread-safe: what it needs is handed in.
 */
@FunctionalInterface
interface Filler {
  void fill(FieldRow row, PatientEntries patient);
}
