package uk.rubric.benchmark.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plain extract to measure with: so many patients, about 155 entries each, grouped by patient and rising by day, most
 * of them of codes that no cluster of the six pieces has. The same seed and number give the same bytes; the first
 * patients of a larger extract are those of a smaller one.
 */
public final class BenchmarkExtract {
  /** The seed of the published figures. */
  public static final long SEED = 20260331;

  private static final int PATIENTS_A_PRACTICE = 10_000;

  private BenchmarkExtract() {}

  /** @param arguments a folder, the number of patients, and a seed if it is not the usual one */
  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : SEED;
    write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), seed, 0);
  }

  /**
   * Writes the extract; memory does not grow with it.
   *
   * @param more so many entries a patient beyond the usual number, of codes that no cluster of the six pieces has; at
   *     most 300
   */
  public static void write(Path folder, int patients, long seed, int more) throws IOException {
    Files.createDirectories(folder);
    SyntheticCodeTable codes = new SyntheticCodeTable();
    try (PatientWriter people = new PatientWriter(folder.resolve("patients.csv"), "patient_id,date_of_birth,sex");
        PatientWriter registrations = new PatientWriter(
            folder.resolve("registrations.csv"), "patient_id,practice_code,start_date,end_date");
        PatientWriter events = new PatientWriter(folder.resolve("events.csv"), "patient_id,date,code,value")) {
      for (int id = 1; id <= patients; id++) {
        SyntheticPatient patient = new SyntheticPatient(seed, id, codes, more);
        people.number(id).comma().date(patient.born()).comma().text(patient.isFemale() ? "F" : "M").end();
        writeRegistration(registrations, id, patient);
        writeEvents(events, id, patient);
      }
    }
  }

  private static void writeRegistration(PatientWriter registrations, int id, SyntheticPatient patient)
      throws IOException {
    int practice = 10_000 + (id - 1) / PATIENTS_A_PRACTICE;
    registrations.number(id).comma().text("Z").number(practice).comma().date(patient.started()).comma();
    if (patient.ended() != SyntheticPatient.NO_DAY) {
      registrations.date(patient.ended());
    }
    registrations.end();
  }

  private static void writeEvents(PatientWriter events, int id, SyntheticPatient patient) throws IOException {
    for (int i = 0; i < patient.events(); i++) {
      events.number(id).comma().date(patient.day(i)).comma().number(patient.code(i)).comma();
      if (patient.value(i) != SyntheticPatient.NO_VALUE) {
        events.tenths(patient.value(i));
      }
      events.end();
    }
  }
}
