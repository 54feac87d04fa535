package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.extract.plain.TinyExtract.DIABETES;
import static uk.rubric.extract.plain.TinyExtract.HBA1C;
import static uk.rubric.extract.plain.TinyExtract.places;
import static uk.rubric.extract.plain.TinyExtract.reasons;
import static uk.rubric.extract.plain.TinyExtract.warnings;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.extract.Extract;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Practice;
import uk.rubric.patient.Registration;
import uk.rubric.result.SetAside;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** What a good extract becomes. */
class PlainExtractTest {
  @TempDir
  private Path folder;

  private TinyExtract tiny;

  @BeforeEach
  void write() {
    tiny = new TinyExtract(folder);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void readsPatientRegistrationAndEntries() {
    Extract extract = tiny.read();

    Event diagnosis =
        new Event(day("2010-02-03"), new SctId(DIABETES), Optional.empty(), Optional.empty(), 2);
    Event test =
        new Event(day("2021-09-01"), new SctId(HBA1C), Optional.of(new BigDecimal("48")), Optional.empty(), 3);
    assertThat(extract.records()).containsExactly(new PatientRecord(
        "A81001",
        "P1",
        day("1960-05-01"),
        Optional.empty(),
        List.of(new Registration(day("2001-01-01"), Optional.empty(), true, 2)),
        List.of(diagnosis, test)));
    assertThat(extract.practices())
        .containsExactly(new Practice("A81001", Optional.empty(), OptionalLong.empty()));
    assertThat(extract.setAside()).isEqualTo(SetAside.NOTHING);
    assertThat(extract.messages()).isEmpty();
  }

  @Test
  void findsColumnsByNameInAnyOrderAndCase() {
    tiny.with("events.csv", " Value , CODE,Date,patient_ID", "48,999791000000106,2021-09-01,P1");

    assertThat(tiny.read().records().get(0).events()).singleElement().satisfies(event -> {
      assertThat(event.value()).contains(new BigDecimal("48"));
      assertThat(event.date()).isEqualTo(day("2021-09-01"));
    });
  }

  @Test
  void acceptsByteOrderMarkCrLfQuotesSpacesAndBlankLines() {
    String text = "\uFEFF\"patient_id\",date_of_birth,sex\r\n\"P1\", 1960-05-01 ,F\r\n\r\n";
    tiny.withBytes("patients.csv", text.getBytes(StandardCharsets.UTF_8));

    Extract extract = tiny.read();

    assertThat(extract.records()).extracting(PatientRecord::born).containsExactly(day("1960-05-01"));
    assertThat(extract.setAside()).isEqualTo(SetAside.NOTHING);
  }

  @Test
  void givesAPatientOfTwoPracticesTwoRecordsWithTheSameEntries() {
    tiny.registrations("P1,B82002,2015-01-01,", "P1,A81001,2001-01-01,2014-12-31", "P1,A81001,2020-01-01,");

    List<PatientRecord> records = tiny.read().records();

    assertThat(records).extracting(PatientRecord::practice).containsExactly("A81001", "B82002");
    assertThat(records.get(0).registrations()).extracting(Registration::start)
        .containsExactly(day("2001-01-01"), day("2020-01-01"));
    assertThat(records.get(1).registrations()).hasSize(1);
    assertThat(records.get(0).events()).hasSize(2).isSameAs(records.get(1).events());
  }

  @Test
  void ordersRecordsByPracticeThenPatient() {
    tiny.patients("P10,1960-05-01,F", "P2,1960-05-01,F", "P1,1960-05-01,F");
    tiny.registrations("P2,B1,2001-01-01,", "P2,A1,2001-01-01,", "P10,A1,2001-01-01,", "P1,B1,2001-01-01,");

    assertThat(tiny.read().records()).extracting(r -> r.practice() + " " + r.patientId())
        .containsExactly("A1 P10", "A1 P2", "B1 P1", "B1 P2");
  }

  @Test
  void takesBlankGmsAndRegularAsGmsAndNothingElse() {
    tiny.with(
        "registrations.csv",
        TinyExtract.REGISTRATIONS + ",type",
        "P1,A,2001-01-01,,",
        "P1,A,2002-01-01,,gms",
        "P1,A,2003-01-01,, Regular ",
        "P1,A,2004-01-01,,Temporary",
        "P1,A,2005-01-01,,Private");

    assertThat(tiny.read().records().get(0).registrations()).extracting(Registration::gms)
        .containsExactly(true, true, true, false, false);
  }

  @Test
  void keepsOnlyWantedEntriesAndChecksTheOthersToo() {
    tiny.events("P1,2021-09-01,38341003,", "P1,2021-13-01,38341003,", "P1,2021-09-02,44054006,");

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).events()).extracting(Event::date).containsExactly(day("2021-09-02"));
    assertThat(reasons(extract)).containsExactly("events.csv bad-date 1");
  }

  @Test
  void keepsAnEntryBetweenAchievementDateAndToday() {
    tiny.events("P1,2022-04-01,44054006,", "P1,2022-06-01,44054006,");

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).events()).hasSize(2);
    assertThat(extract.setAside()).isEqualTo(SetAside.NOTHING);
  }

  @Test
  void readsUnitsAndDecimalsAsWritten() {
    tiny.with(
        "events.csv",
        TinyExtract.EVENTS + ",unit",
        "P1,2021-01-01,999791000000106,48.50,mmol/mol",
        "P1,2021-01-02,999791000000106,-0.5,",
        "P1,2021-01-03,999791000000106,,mmol/mol");

    List<Event> events = tiny.read().records().get(0).events();

    assertThat(events).extracting(Event::unit)
        .containsExactly(Optional.of(new Unit("mmol/mol")), Optional.empty(), Optional.of(new Unit("mmol/mol")));
    assertThat(events).extracting(Event::value).containsExactly(
        Optional.of(new BigDecimal("48.50")), Optional.of(new BigDecimal("-0.5")), Optional.empty());
  }

  @Test
  void countsAValueInAUnitThatNoRuleReadsAndKeepsItsEntry() {
    tiny.with(
        "events.csv",
        TinyExtract.EVENTS + ",unit",
        "P1,2021-01-01,999791000000106,6.5,%",
        "P1,2021-01-02,999791000000106,48,MMOL/mol",
        "P1,2021-01-03,999791000000106,,%",
        "P1,2021-01-04,44054006,1,%",
        "P1,2021-01-05,38341003,120,mmHg",
        "P1,2022-03-31,999791000000106,6.7,%",
        "P1,2022-04-01,999791000000106,6.9,%");

    Extract extract = tiny.read();

    assertThat(reasons(extract)).containsExactly("events.csv other-unit 2");
    assertThat(extract.setAside().records()).isZero();
    assertThat(extract.records().get(0).events()).hasSize(6);
    assertThat(places(extract.messages())).containsExactly(
        "warning other-unit events.csv:2 unit", "warning other-unit events.csv:7 unit");
  }

  @Test
  void readsPracticesAndAddsThoseOfRegistrations() {
    tiny.with(
        "practices.csv",
        "practice_code,name,list_size,weighted_list,pcn_code,icb_code",
        "Z1,\"High Street, Leeds\",6500,6400.5,U1,QWO",
        "A2,,,,,");

    Extract extract = tiny.read();

    assertThat(extract.practices()).containsExactly(
        new Practice("A2", Optional.empty(), OptionalLong.empty()),
        new Practice("A81001", Optional.empty(), OptionalLong.empty()),
        new Practice("Z1", Optional.of("High Street, Leeds"), OptionalLong.of(6500),
            Optional.of(new BigDecimal("6400.5")), Optional.of("U1"), Optional.of("QWO")));
    assertThat(warnings(extract)).containsExactly("practices.csv unlisted-practice 1");
    assertThat(places(extract.messages()))
        .containsExactly("warning unlisted-practice registrations.csv:2 practice_code");
  }

  @Test
  void warnsOfARegistrationThatOutlivesThePatientAndLeavesItOpen() {
    tiny.with(
        "patients.csv",
        TinyExtract.PATIENTS + ",date_of_death",
        "P1,1960-05-01,F,2022-03-31",
        "P2,1960-05-01,F,2022-04-01",
        "P3,1960-05-01,F,2021-01-01",
        "P4,1960-05-01,F,");
    tiny.registrations(
        "P1,A,2001-01-01,", "P2,A,2001-01-01,", "P3,A,2001-01-01,2021-01-02", "P4,A,2001-01-01,");

    Extract extract = tiny.read();

    assertThat(warnings(extract)).containsExactly("patients.csv registered-after-death 1");
    assertThat(extract.setAside().records()).isZero();
    assertThat(places(extract.messages()))
        .containsExactly("warning registered-after-death patients.csv:2 date_of_death");
    assertThat(extract.records().get(0).isRegisteredOn(TinyExtract.ACHIEVEMENT_DATE)).isTrue();
  }

  @Test
  void noticesPatientsWithoutRegistration() {
    tiny.patients("P1,1960-05-01,F", "P2,1960-05-01,F", "P3,1960-05-01,F");

    Extract extract = tiny.read();

    assertThat(extract.records()).hasSize(1);
    assertThat(extract.setAside()).isEqualTo(SetAside.NOTHING);
    assertThat(places(extract.messages())).containsExactly("notice no-registration patients.csv:0");
    assertThat(extract.messages().get(0).message())
        .isEqualTo("2 patients have no registration and so no place in a practice's record");
  }

  @Test
  void readsOneRecordALineAlsoBesideAColumnThatIsNotRead() {
    tiny.with(
        "events.csv",
        TinyExtract.EVENTS + ",note",
        "P1,2021-01-01,44054006,,\"one",
        "two\"",
        "P1,2021-01-02,44054006,,\"one, two\"");

    Extract extract = tiny.read();

    assertThat(extract.records().get(0).events()).extracting(Event::line).containsExactly(4L);
    assertThat(reasons(extract)).containsExactly("events.csv bad-quotes 1", "events.csv wrong-cell-count 1");
  }

  @Test
  void hashesTheBytesOfWhatItReads() {
    String before = tiny.read().sha256();

    assertThat(tiny.read().sha256()).isEqualTo(before).matches("[0-9a-f]{64}");
    assertThat(tiny.with("notes.csv", "anything").read().sha256()).isEqualTo(before);
    assertThat(tiny.with("practices.csv", "practice_code", "A81001").read().sha256()).isNotEqualTo(before);
    tiny.without("practices.csv").events("P1,2010-02-03,44054006,");
    assertThat(tiny.read().sha256()).isNotEqualTo(before);
  }

  @Test
  void tellsHowFarItIs() {
    List<String> told = new ArrayList<>();
    PlainExtract.read(
        folder, TinyExtract.WANTED, TinyExtract.TODAY, TinyExtract.ACHIEVEMENT_DATE,
        (what, done, total) -> told.add(what + " " + (done == total)));

    assertThat(told)
        .containsExactly("reading patients.csv true", "reading registrations.csv true", "reading events.csv true");
  }
}
