package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.extract.plain.TinyExtract.places;
import static uk.rubric.extract.plain.TinyExtract.reasons;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.extract.Extract;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Practice;
import uk.rubric.run.Progress;

/** Records that cannot be read: set aside, counted, shown by their place. */
class SetAsideRecordsTest {
  @TempDir
  private Path folder;

  private TinyExtract tiny;

  @BeforeEach
  void write() {
    tiny = new TinyExtract(folder);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "P1,,44054006,                       | missing-date       | date",
    "P1,01/02/2021,44054006,             | bad-date           | date",
    "P1,2021-02-29,44054006,             | bad-date           | date",
    "P1,2021-2-9,44054006,               | bad-date           | date",
    "P1,+2021-02-09,44054006,            | bad-date           | date",
    "P1,2021-02-09T00:00:00,44054006,    | bad-date           | date",
    "P1,2022-06-02,44054006,             | future             | date",
    "P1,1960-04-30,44054006,             | born-after-event   | date",
    "P1,2021-02-09,,                     | bad-code           | code",
    "P1,2021-02-09,44054007,             | bad-code           | code",
    "P1,2021-02-09,4.4054E+07,           | bad-code           | code",
    "P1,2021-02-09,C10F.,                | bad-code           | code",
    "P1,2021-02-09,44054006,1e3          | bad-value          | value",
    "'P1,2021-02-09,44054006,\"1,234\"'  | bad-value          | value",
    "P1,2021-02-09,44054006,<5           | bad-value          | value",
    "P1,2021-02-09,44054006,5.           | bad-value          | value",
    "P1,2021-02-09,44054006,NaN          | bad-value          | value",
    "P9,2021-02-09,44054006,             | unknown-patient    | patient_id",
    ",2021-02-09,44054006,               | blank-patient-id   | patient_id",
    "P1,2021-02-09,44054006              | wrong-cell-count   |",
    "P1,2021-02-09,44054006,,            | wrong-cell-count   |",
  })
  void setsAnEntryAside(String row, String code, String column) {
    tiny.events("P1,2010-02-03,44054006,", row);

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).events()).hasSize(1);
    assertThat(reasons(extract)).containsExactly("events.csv " + code + " 1");
    assertThat(extract.setAside().records()).isEqualTo(1);
    assertThat(places(extract.messages()))
        .containsExactly(("warning " + code + " events.csv:3 " + (column == null ? "" : column)).strip());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "P1,,2001-01-01,            | blank-practice-code",
    ",A81001,2001-01-01,        | blank-patient-id",
    "P9,A81001,2001-01-01,      | unknown-patient",
    "P1,A81001,,                | missing-date",
    "P1,A81001,1.1.2001,        | bad-date",
    "P1,A81001,2001-01-01,never | bad-date",
    "P1,A81001,2022-06-02,      | future",
    "P1,A81001,2001-01-02,2001-01-01 | ends-before-start",
    "P1,A81001                  | wrong-cell-count",
  })
  void setsARegistrationAside(String row, String code) {
    tiny.registrations("P1,A81001,1999-01-01,2000-01-01", row);

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).registrations()).hasSize(1);
    assertThat(reasons(extract)).containsExactly("registrations.csv " + code + " 1");
    assertThat(extract.setAside().records()).isEqualTo(1);
  }

  @Test
  void allowsARegistrationThatEndsInTheFutureOrTheDayItStarts() {
    tiny.registrations("P1,A81001,2001-01-01,2030-01-01", "P1,A81001,2000-01-01,2000-01-01");

    assertThat(tiny.read().setAside().isNothing()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "P2,,F,                     | missing-date",
    "P2,1960,F,                 | bad-date",
    "P2,2022-06-02,F,           | future",
    "P2,1960-05-01,F,2022-06-02 | future",
    "P2,1960-05-01,F,1960-04-30 | died-before-born",
    "P2,1960-05-01,F,dead       | bad-date",
    "P2,1960-05-01              | wrong-cell-count",
  })
  void setsAPatientAsideWithAllThatIsTheirs(String row, String code) {
    tiny.with("patients.csv", TinyExtract.PATIENTS + ",date_of_death", "P1,1960-05-01,F,", row);
    tiny.registrations("P1,A81001,2001-01-01,", "P2,A81001,2001-01-01,");
    tiny.events("P2,2010-02-03,44054006,", "P2,2010-02-04,38341003,");

    Extract extract = tiny.read();

    assertThat(extract.records()).extracting(PatientRecord::patientId).containsExactly("P1");
    assertThat(reasons(extract)).containsExactly(
        "events.csv patient-set-aside 2", "patients.csv " + code + " 1", "registrations.csv patient-set-aside 1");
    assertThat(extract.setAside().records()).isEqualTo(4);
  }

  @Test
  void setsAPatientWithoutIdentifierAside() {
    tiny.patients("P1,1960-05-01,F", ",1960-05-01,F");

    assertThat(reasons(tiny.read())).containsExactly("patients.csv blank-patient-id 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P1,1960-05-02,F", "P1,1960-05-01,M"})
  void setsTwoPatientsOfOneIdentifierAside(String other) {
    tiny.patients("P1,1960-05-01,F", other, "P1,1960-05-01,F", "P2,1960-05-01,F");
    tiny.registrations("P1,A81001,2001-01-01,", "P2,A81001,2001-01-01,");

    Extract extract = tiny.read();

    assertThat(extract.records()).extracting(PatientRecord::patientId).containsExactly("P2");
    assertThat(reasons(extract)).containsExactly(
        "events.csv patient-set-aside 2",
        "patients.csv conflicting-patient 3",
        "registrations.csv patient-set-aside 1");
    assertThat(extract.setAside().records()).isEqualTo(6);
    assertThat(places(extract.messages())).contains(
        "warning conflicting-patient patients.csv:2 patient_id",
        "warning conflicting-patient patients.csv:3 patient_id",
        "warning conflicting-patient patients.csv:4 patient_id");
  }

  @Test
  void takesTheSameRowTwiceAsOnePatientAndSaysSo() {
    tiny.patients("P1,1960-05-01,F", "P1, 1960-05-01,F");

    Extract extract = tiny.read();

    assertThat(extract.records()).hasSize(1);
    assertThat(extract.setAside().isNothing()).isTrue();
    assertThat(places(extract.messages())).containsExactly("notice repeated-row patients.csv:3 patient_id");
  }

  @Test
  void setsAReadableRowAsideWithAnUnreadableOneOfTheSameIdentifier() {
    tiny.patients("P1,1960-05-01,F", "P1,soon,F");

    assertThat(reasons(tiny.read())).containsExactly(
        "events.csv patient-set-aside 2",
        "patients.csv bad-date 1",
        "patients.csv conflicting-patient 1",
        "registrations.csv patient-set-aside 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "6500.5", "6e3", "many"})
  void setsAPracticeWithABadListSizeAside(String size) {
    tiny.with("practices.csv", "practice_code,list_size", "A81001," + size, "Z1,0");

    Extract extract = tiny.read();

    assertThat(extract.practices()).extracting(Practice::listSize)
        .containsExactly(OptionalLong.empty(), OptionalLong.of(0));
    assertThat(reasons(extract)).containsExactly("practices.csv bad-list-size 1");
    assertThat(extract.setAside().warnings()).isEmpty();
  }

  @Test
  void setsTwoPracticesOfOneCodeAside() {
    tiny.with("practices.csv", "practice_code,list_size,icb_code", "A81001,10,Q1", "A81001,10,Q2", "Z1,5,", "Z1,5,");

    Extract extract = tiny.read();

    assertThat(extract.practices()).extracting(Practice::code).containsExactly("A81001", "Z1");
    assertThat(extract.practices().get(0).listSize()).isEmpty();
    assertThat(reasons(extract)).containsExactly("practices.csv conflicting-practice 2");
    assertThat(places(extract.messages())).contains("notice repeated-row practices.csv:5 practice_code");
  }

  @Test
  void setsTextThatIsNotUtf8Aside() {
    byte[] latin = "patient_id,date_of_birth,sex\nP1,1960-05-01,F\nJos\u00e9,1960-05-01,F\n"
        .getBytes(StandardCharsets.ISO_8859_1);

    Extract extract = tiny.withBytes("patients.csv", latin).read();

    assertThat(reasons(extract)).containsExactly("patients.csv bad-encoding 1");
    assertThat(places(extract.messages())).containsExactly("warning bad-encoding patients.csv:3 patient_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "P1,2010-02-04,44054006,\"",
    "P1,2010-02-04,\"44054006\"7,",
    "\"P1,2010-02-04,44054006,",
    "P1,2010-02-04,44054006,\"7\"\""
  })
  void setsALineWithAStrayQuotationMarkAsideAlone(String stray) {
    tiny.events("P1,2010-02-03,44054006,", stray, "\"P1\",2010-02-05,44054006,\"\"", "P1,2010-02-06,44054006,");

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).events()).extracting(Event::line).containsExactly(2L, 4L, 5L);
    assertThat(reasons(extract)).containsExactly("events.csv bad-quotes 1");
    assertThat(places(extract.messages())).containsExactly("warning bad-quotes events.csv:3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsWhatStandsBetweenTwoStrayQuotationMarks(String end) {
    String lines = String.join(
        end, "", TinyExtract.EVENTS, "P1,2010-02-03,44054006,\"", "", "P1,2010-02-04,44054006,",
        "P1,2010-02-05,44054006,\"", "P1,2010-02-30,44054006,", "P1,2010-02-06,44054006,");
    tiny.withBytes("events.csv", lines.getBytes(StandardCharsets.UTF_8));

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).events()).extracting(Event::line).containsExactly(5L, 8L);
    assertThat(places(extract.messages())).containsExactly(
        "warning bad-date events.csv:7 date",
        "warning bad-quotes events.csv:3",
        "warning bad-quotes events.csv:6");
  }

  @Test
  void hashesAllBytesOfAFileWithAStrayQuotationMark() {
    String before = tiny.events("P1,2010-02-03,44054006,\"", "P1,2010-02-04,44054006,1").read().sha256();

    assertThat(tiny.read().sha256()).isEqualTo(before);
    assertThat(tiny.events("P1,2010-02-03,44054006,\"", "P1,2010-02-04,44054006,2").read().sha256())
        .isNotEqualTo(before);
  }

  @Test
  void setsALineWithoutEndAsideAlone() {
    tiny.events("P1,2010-02-03,44054006,", "P1,2010-02-04,44054006,\"" + "7".repeat(3 * PhysicalLines.LONGEST));

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).events()).hasSize(1);
    assertThat(reasons(extract)).containsExactly("events.csv bad-quotes 1");
  }

  @Test
  void showsFirstFivePlacesAndHowManyMore() {
    tiny.events(IntStream.range(0, 12).mapToObj(i -> "P1,bad,44054006,").toArray(String[]::new));

    Extract extract = tiny.read();

    assertThat(reasons(extract)).containsExactly("events.csv bad-date 12");
    assertThat(places(extract.messages())).containsExactly(
        "warning bad-date events.csv:2 date",
        "warning bad-date events.csv:3 date",
        "warning bad-date events.csv:4 date",
        "warning bad-date events.csv:5 date",
        "warning bad-date events.csv:6 date",
        "warning bad-date events.csv:7 date");
    assertThat(extract.messages()).extracting(Diagnostic::message).last()
        .isEqualTo("7 more of the same in this file, from here on");
  }

  @Test
  void saysWhichFormWasExpected() {
    tiny.events("P1,2021-02-29,44054006,");

    assertThat(tiny.read().messages()).extracting(Diagnostic::message)
        .containsExactly("expected a date that exists, in the form `2021-03-31`");
  }

  @Test
  void measuresTheFutureFromTodayEvenBeforeTheAchievementDate() {
    tiny.events("P1,2022-01-31,44054006,", "P1,2022-02-01,44054006,");

    Extract extract = PlainExtract.read(
        folder, TinyExtract.WANTED, LocalDate.parse("2022-01-31"), TinyExtract.ACHIEVEMENT_DATE, Progress.NONE);

    assertThat(extract.records().get(0).events()).hasSize(1);
    assertThat(reasons(extract)).containsExactly("events.csv future 1");
  }

  @Test
  void countsARecordOnceForTheFirstThingWrong() {
    tiny.events("P9,never,5,many");

    Extract extract = tiny.read();

    assertThat(reasons(extract)).containsExactly("events.csv unknown-patient 1");
    assertThat(extract.setAside().records()).isEqualTo(1);
  }

  @Test
  void sortsReasonsByFileThenCode() {
    tiny.patients("P1,1960-05-01,F", "P2,x,F");
    tiny.registrations("P1,A81001,2001-01-01,", "P1,,2001-01-01,", "P9,A81001,2001-01-01,");
    tiny.events("P9,2021-01-01,44054006,", "P1,x,44054006,", "P1,2021-01-01,5,");

    assertThat(reasons(tiny.read())).containsExactly(
        "events.csv bad-code 1",
        "events.csv bad-date 1",
        "events.csv unknown-patient 1",
        "patients.csv bad-date 1",
        "registrations.csv blank-practice-code 1",
        "registrations.csv unknown-patient 1");
  }
}
