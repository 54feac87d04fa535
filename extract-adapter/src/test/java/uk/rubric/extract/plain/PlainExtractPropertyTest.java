package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import uk.rubric.extract.Extract;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;

/** Order makes no difference, and one bad line is one bad line. */
class PlainExtractPropertyTest {
  private Path folder;

  @BeforeProperty
  void createFolder() throws IOException {
    folder = Files.createTempDirectory("extract");
  }

  @AfterProperty
  void deleteFolder() throws IOException {
    for (String file : List.of("patients.csv", "registrations.csv", "events.csv")) {
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
  }

  @Property(tries = 60)
  void orderOfRowsMakesNoDifference(@ForAll Random random) {
    Rows rows = new Rows(random);
    rows.strew(random);
    Extract one = rows.read(folder);
    rows.shuffle(random);
    Extract other = rows.read(folder);

    assertThat(withoutLines(other)).isEqualTo(withoutLines(one));
    assertThat(other.practices()).isEqualTo(one.practices());
    assertThat(other.setAside()).isEqualTo(one.setAside());
    assertThat(other.messages()).hasSameSizeAs(one.messages());
  }

  @Property(tries = 60)
  void oneCorruptedEntryIsSetAsideAlone(@ForAll Random random, @ForAll @IntRange(max = 4) int cell) {
    Rows rows = new Rows(random);
    rows.strew(random);
    Extract before = rows.read(folder);
    String whole = rows.corrupt(random, cell);
    Extract corrupted = rows.read(folder);
    rows.events.remove(whole);
    Extract without = rows.read(folder);

    assertThat(corrupted.setAside().records()).isEqualTo(before.setAside().records() + 1);
    assertThat(withoutLines(corrupted)).isEqualTo(withoutLines(without));
  }

  private static List<PatientRecord> withoutLines(Extract extract) {
    return extract.records().stream().map(PlainExtractPropertyTest::withoutLines).toList();
  }

  private static PatientRecord withoutLines(PatientRecord r) {
    return new PatientRecord(
        r.practice(), r.patientId(), r.born(), r.died(),
        r.registrations().stream().map(g -> new Registration(g.start(), g.end(), g.gms(), 0)).toList(),
        r.events().stream().map(e -> new Event(e.date(), e.code(), e.value(), e.unit(), 0)).toList());
  }

  /** Thirty patients, some of them twice or with other data, with registrations and entries of all sorts. */
  private static final class Rows {
    private final List<String> patients = new ArrayList<>();
    private final List<String> registrations = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    Rows(Random random) {
      for (int i = 0; i < 30; i++) {
        patients.add(patient(i, random));
      }
      patients.add(patient(random.nextInt(30), random));
      patients.add(patients.get(0));
      for (int i = 0; i < 40; i++) {
        registrations.add("P%d,A%d,%s,".formatted(random.nextInt(31), random.nextInt(3), day(2000, random)));
      }
      for (int i = 0; i < 200; i++) {
        long code = random.nextInt(3) == 0 ? TinyExtract.UNWANTED : TinyExtract.HBA1C;
        String value = random.nextBoolean() ? "" : Integer.toString(random.nextInt(120));
        events.add("P%d,%s,%d,%s".formatted(random.nextInt(31), day(2015, random), code, value));
      }
    }

    private static String patient(int id, Random random) {
      return "P%d,%s,F".formatted(id, day(1950, random));
    }

    private static LocalDate day(int year, Random random) {
      return LocalDate.of(year, 1, 1).plusDays(random.nextInt(8 * 365));
    }

    /** Puts a quotation mark somewhere into some entries: in the middle of a cell it is a character like others. */
    void strew(Random random) {
      for (int i = random.nextInt(4); i > 0; i--) {
        int row = random.nextInt(events.size());
        StringBuilder cells = new StringBuilder(events.get(row));
        events.set(row, cells.insert(random.nextInt(cells.length() + 1), '"').toString());
      }
    }

    void shuffle(Random random) {
      List.of(patients, registrations, events).forEach(rows -> Collections.shuffle(rows, random));
    }

    /** Adds an entry with one spoiled cell, and answers its line. */
    String corrupt(Random random, int cell) {
      String[] cells = {"P29", "2016-01-01", Long.toString(TinyExtract.HBA1C), "7"};
      if (cell < cells.length) {
        cells[cell] = cells[cell] + "x";
      } else {
        cells[random.nextInt(cells.length)] = "\"7";
      }
      String bad = String.join(",", cells);
      events.add(random.nextInt(events.size()), bad);
      return bad;
    }

    Extract read(Path folder) {
      return new TinyExtract(folder)
          .patients(patients.toArray(String[]::new))
          .registrations(registrations.toArray(String[]::new))
          .events(events.toArray(String[]::new))
          .read();
    }
  }
}
