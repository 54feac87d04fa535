package uk.rubric.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.run.Progress;

/** A written extract, read whole. */
record Extract(
    List<NamedCsvRecord> patients,
    List<NamedCsvRecord> registrations,
    List<NamedCsvRecord> events,
    List<NamedCsvRecord> practices) {

  static Extract generate(Path folder, int patients, int practices, long seed) {
    write(folder, patients, practices, seed);
    return new Extract(
        rows(folder, "patients.csv"),
        rows(folder, "registrations.csv"),
        rows(folder, "events.csv"),
        rows(folder, "practices.csv"));
  }

  static GeneratedExtract write(Path folder, int patients, int practices, long seed) {
    GeneratorOptions options = new GeneratorOptions(patients, practices, seed);
    return new ExtractGenerator(options, new SyntheticClusters()).write(folder, Progress.NONE);
  }

  private static List<NamedCsvRecord> rows(Path folder, String file) {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(folder.resolve(file))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, LocalDate> born() {
    return days(patients.stream(), "date_of_birth");
  }

  /** By patient, those who have died. */
  Map<String, LocalDate> died() {
    return days(patients.stream().filter(row -> !row.getField("date_of_death").isEmpty()), "date_of_death");
  }

  private static Map<String, LocalDate> days(Stream<NamedCsvRecord> rows, String column) {
    return rows.collect(
        Collectors.toMap(row -> row.getField("patient_id"), row -> LocalDate.parse(row.getField(column))));
  }
}
