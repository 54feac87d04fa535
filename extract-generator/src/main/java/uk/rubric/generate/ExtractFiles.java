package uk.rubric.generate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;

/**
 * The four files of a plain extract, written a patient at a time and grouped by patient; what is kept is one count a
 * practice. Not thread-safe.
 */
final class ExtractFiles implements Closeable {
  private final CsvWriter patients;
  private final CsvWriter registrations;
  private final CsvWriter events;
  private final Path practices;
  private final ServiceYear year;
  private final Map<String, Integer> listSizes = new TreeMap<>();
  private long patientCount;
  private long registrationCount;
  private long eventCount;

  ExtractFiles(Path folder, ServiceYear year) throws IOException {
    Files.createDirectories(folder);
    this.year = year;
    this.practices = folder.resolve("practices.csv");
    this.patients = open(folder, "patients.csv", "patient_id", "date_of_birth", "sex", "date_of_death");
    this.registrations =
        open(folder, "registrations.csv", "patient_id", "practice_code", "start_date", "end_date", "type");
    this.events = open(folder, "events.csv", "patient_id", "date", "code", "value", "unit");
  }

  private static CsvWriter open(Path folder, String file, String... columns) throws IOException {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(folder.resolve(file)).writeRecord(columns);
  }

  void write(Life life) {
    patientCount++;
    String sex = life.female() ? "F" : "M";
    patients.writeRecord(life.patientId(), life.born().toString(), sex, text(life.died()));
    life.stays().forEach(stay -> write(life, stay));
    life.entries().forEach(entry -> write(life, entry));
    life.stays().stream().map(Life.Stay::practice).distinct().forEach(practice -> count(life, practice));
  }

  private void write(Life life, Life.Stay stay) {
    registrationCount++;
    registrations.writeRecord(
        life.patientId(), stay.practice(), stay.start().toString(), text(stay.end()), stay.type());
  }

  private void write(Life life, Life.Entry entry) {
    eventCount++;
    events.writeRecord(
        life.patientId(), entry.date().toString(), Long.toString(entry.code()), entry.value(), entry.unit());
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private void count(Life life, String practice) {
    List<Registration> stays =
        life.stays().stream()
            .filter(stay -> stay.practice().equals(practice))
            .map(stay -> new Registration(stay.start(), stay.end(), stay.isGms(), 0))
            .toList();
    PatientRecord record =
        new PatientRecord(practice, life.patientId(), life.born(), life.died(), stays, List.of());
    if (record.isRegisteredOn(year.last())) {
      listSizes.merge(practice, 1, Integer::sum);
    }
  }

  /** Writes the practices with their list sizes: those registered for GMS on the last day of the year. */
  void writePractices(Practices all) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(practices)) {
      csv.writeRecord("practice_code", "name", "list_size");
      for (int i = 0; i < all.count(); i++) {
        String code = all.codes().get(i);
        csv.writeRecord(code, Practices.name(i), Integer.toString(listSizes.getOrDefault(code, 0)));
      }
    }
  }

  /** Writes practices with what they belong to; weights differ a little from the list sizes. */
  void writePractices(Organisations all, long seed) throws IOException {
    Chance chance = Chance.of(seed, -2);
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(practices)) {
      csv.writeRecord("practice_code", "name", "list_size", "weighted_list", "pcn_code", "icb_code");
      for (Organisations.Unit unit : all.practices()) {
        int size = listSizes.getOrDefault(unit.code(), 0);
        String weighted = Long.toString((long) size * chance.between(880, 1120) / 1000);
        csv.writeRecord(unit.code(), unit.name(), Integer.toString(size), weighted, unit.pcn(), unit.icb());
      }
    }
  }

  GeneratedExtract counts() {
    return new GeneratedExtract(patientCount, registrationCount, eventCount);
  }

  @Override
  public void close() throws IOException {
    try (patients; registrations; events) {
      // Closed together: each is tried even when another fails.
    }
  }
}
