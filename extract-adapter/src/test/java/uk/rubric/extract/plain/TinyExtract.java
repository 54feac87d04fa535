package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.evidence.Asked;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.Progress;
import uk.rubric.value.Unit;

/** Writes an extract of a few lines and reads it. Good as it begins; a test replaces the file that it is about. */
final class TinyExtract {
  static final LocalDate TODAY = LocalDate.parse("2022-06-01");
  static final LocalDate ACHIEVEMENT_DATE = LocalDate.parse("2022-03-31");
  static final long DIABETES = 44054006;
  static final long HBA1C = 999791000000106L;
  static final long UNWANTED = 38341003;

  static final String PATIENTS = "patient_id,date_of_birth,sex";
  static final String REGISTRATIONS = "patient_id,practice_code,start_date,end_date";
  static final String EVENTS = "patient_id,date,code,value";

  /** Wants two codes and reads the values of one of them in mmol/mol. */
  static final WantedEvents WANTED = asking();

  private static WantedEvents asking(AskedDetail... details) {
    return new Wanted(Set.of(details), Optional.empty());
  }

  private record Wanted(Set<AskedDetail> details, Optional<Asked> beside) implements WantedEvents {
    @Override
    public boolean wants(long code) {
      return code == DIABETES || code == HBA1C;
    }

    @Override
    public boolean isUnseenUnit(long code, Unit unit) {
      return code == HBA1C && !unit.equals(new Unit("mmol/mol"));
    }
  }

  private final Path folder;

  TinyExtract(Path folder) {
    this.folder = folder;
    with("patients.csv", PATIENTS, "P1,1960-05-01,F");
    with("registrations.csv", REGISTRATIONS, "P1,A81001,2001-01-01,");
    with("events.csv", EVENTS, "P1,2010-02-03,44054006,", "P1,2021-09-01,999791000000106,48");
  }

  TinyExtract with(String file, String... lines) {
    return withBytes(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  TinyExtract withBytes(String file, byte[] bytes) {
    try {
      Files.write(folder.resolve(file), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TinyExtract without(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TinyExtract patients(String... rows) {
    return with("patients.csv", below(PATIENTS, rows));
  }

  TinyExtract registrations(String... rows) {
    return with("registrations.csv", below(REGISTRATIONS, rows));
  }

  TinyExtract events(String... rows) {
    return with("events.csv", below(EVENTS, rows));
  }

  private static String[] below(String header, String... rows) {
    String[] lines = new String[rows.length + 1];
    lines[0] = header;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return lines;
  }

  PatientExtract open() {
    return PlainExtract.open(folder, WANTED, TODAY, ACHIEVEMENT_DATE, 1, Progress.NONE);
  }

  /** Reads it for a service that asks something beside the records. */
  Extract read(Asked beside) {
    return PlainExtract.read(
        folder, new Wanted(Set.of(), Optional.of(beside)), TODAY, ACHIEVEMENT_DATE, Progress.NONE);
  }

  Extract read() {
    return PlainExtract.read(folder, WANTED, TODAY, ACHIEVEMENT_DATE, Progress.NONE);
  }

  /** Reads it for rules that ask more. */
  Extract readAsking(AskedDetail... details) {
    return PlainExtract.read(folder, asking(details), TODAY, ACHIEVEMENT_DATE, Progress.NONE);
  }

  /** The reasons as {@code file code count}. */
  static List<String> reasons(Extract extract) {
    return extract.setAside().reasons().stream().map(r -> r.file() + " " + r.code() + " " + r.count()).toList();
  }

  /** The counted warnings as {@code file code count}. */
  static List<String> warnings(Extract extract) {
    return extract.setAside().warnings().stream().map(r -> r.file() + " " + r.code() + " " + r.count()).toList();
  }

  /** Messages as {@code severity code file:line column}. */
  static List<String> places(List<Diagnostic> messages) {
    return messages.stream().map(TinyExtract::place).toList();
  }

  private static String place(Diagnostic message) {
    Place.InFile place = (Place.InFile) message.place();
    String file = Path.of(place.path()).getFileName().toString();
    return "%s %s %s:%d %s".formatted(
        message.severity().word(), message.code().id(), file, place.line(), place.column()).strip();
  }
}
