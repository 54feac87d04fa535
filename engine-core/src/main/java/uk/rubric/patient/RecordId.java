package uk.rubric.patient;

/** Which patient as which practice sees them: names a record, and says nothing of it. */
public record RecordId(String practice, String patientId) {}
