package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.extract.Extract;
import uk.rubric.run.CouldNotRun;

/** Nothing that stands in a cell ever stands in a message. */
class PrivacyTest {
  private static final String MARKER = "Zebra47";

  @TempDir
  private Path folder;

  private TinyExtract tiny;

  @BeforeEach
  void write() {
    tiny = new TinyExtract(folder);
  }

  private List<Diagnostic> messages() {
    try {
      Extract extract = tiny.read();
      assertThat(extract.setAside().toString()).doesNotContain(MARKER);
      return extract.messages();
    } catch (CouldNotRun e) {
      assertThat(e.toString()).doesNotContain(MARKER);
      assertThat(e.getCause()).isNull();
      return e.diagnostics();
    }
  }

  /** Every row that there is with the marker in one cell and good cells, or none, around it. */
  private static List<String> spoiled(String good) {
    List<String> rows = new ArrayList<>();
    String[] cells = good.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      String[] copy = cells.clone();
      copy[i] = MARKER;
      rows.add(String.join(",", copy));
      rows.add(String.join(",", copy) + ",more");
      copy[i] = "\"" + MARKER + "\n" + MARKER + "\"";
      rows.add(String.join(",", copy));
    }
    rows.add(MARKER);
    return rows;
  }

  private static String[] file(String header, String good) {
    return Stream.concat(Stream.of(header, good), spoiled(good).stream()).toArray(String[]::new);
  }

  @Test
  void messagesOfRecordsHoldNothingFromCells() {
    tiny.with("patients.csv", file(TinyExtract.PATIENTS + ",date_of_death", "P1,1960-05-01,F,2020-01-01"));
    tiny.with("registrations.csv", file(TinyExtract.REGISTRATIONS + ",type", "P1,A81001,2001-01-01,,"));
    tiny.with("events.csv", file(TinyExtract.EVENTS + ",unit", "P1,2021-01-01,999791000000106,48,"));
    tiny.with("practices.csv", file("practice_code,name,list_size", "A81001,,10"));

    assertThat(messages()).hasSizeGreaterThan(20).allSatisfy(PrivacyTest::isDiscreet);
  }

  @Test
  void messagesOfUnitsAndPracticesHoldNothingFromCells() {
    tiny.registrations("P1," + MARKER + ",2001-01-01,");
    tiny.with("practices.csv", "practice_code", "A1");
    tiny.with("events.csv", TinyExtract.EVENTS + ",unit", "P1,2021-01-01,999791000000106,48," + MARKER);

    assertThat(messages()).hasSize(2).allSatisfy(PrivacyTest::isDiscreet);
  }

  @Test
  void aFileWithoutHeaderIsNotShown() {
    tiny.with("patients.csv", MARKER + ",1960-05-01,F");

    assertThat(messages()).hasSize(1).allSatisfy(PrivacyTest::isDiscreet);
  }

  @Test
  void brokenQuotesAreNotShown() {
    tiny.events("P1,2021-01-01,44054006,\"" + MARKER + "\"" + MARKER);
    assertThat(messages()).hasSize(1).allSatisfy(PrivacyTest::isDiscreet);

    tiny.events("P1,2021-01-01,44054006,\"" + MARKER);
    assertThat(messages()).hasSize(1).allSatisfy(PrivacyTest::isDiscreet);
  }

  private static void isDiscreet(Diagnostic diagnostic) {
    assertThat(diagnostic.toString()).doesNotContainIgnoringCase(MARKER);
  }
}
