package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.rubric.extract.plain.TinyExtract.places;
import static uk.rubric.extract.plain.TinyExtract.reasons;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.extract.Extract;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientRecord;
import uk.rubric.run.CouldNotRun;

/** What only some rules ask is read when they ask, and has to be there then. */
class AskedDetailTest {
  private static final AskedDetail[] ALL = AskedDetail.values();
  private static final String COLUMNS = TinyExtract.EVENTS + ",entered,event_id,parent_id,episode";

  @TempDir private Path folder;

  private TinyExtract tiny;

  @BeforeEach
  void write() {
    tiny = new TinyExtract(folder);
  }

  @Test
  void namesAllColumnsThatTheRulesAskAndTheFileLacks() {
    CouldNotRun refused = catchThrowableOfType(CouldNotRun.class, () -> tiny.readAsking(ALL));

    assertThat(places(refused.diagnostics())).containsExactlyInAnyOrder(
        "error missing-column events.csv:1 entered",
        "error missing-column events.csv:1 event_id",
        "error missing-column events.csv:1 parent_id",
        "error missing-column events.csv:1 episode");
    assertThat(refused.diagnostics().get(0).message())
        .isEqualTo("no column `entered`, which the rules ask with `last entered value`");
  }

  @Test
  void readsWhatIsAskedOfEntries() {
    tiny.with(
        "events.csv", COLUMNS,
        "P1,2021-01-01,44054006,,2021-01-03T09:30,E1,,first",
        "P1,2021-01-02,44054006,,2021-01-04,E2,\"E1\",NEW",
        "P1,2021-01-03,44054006,,2021-01-05 10:11:12.5,,E1,",
        "P1,2021-01-04,44054006,,,,,Ended");

    Extract extract = tiny.readAsking(ALL);

    assertThat(reasons(extract)).isEmpty();
    assertThat(extract.records().get(0).events()).extracting(Event::detail).containsExactly(
        detail("2021-01-03T09:30", "E1", null, "FIRST"),
        detail("2021-01-04T00:00", "E2", "E1", "NEW"),
        detail("2021-01-05T10:11:12.5", null, "E1", null),
        detail(null, null, null, "ENDED"));
  }

  private static EventDetail detail(String entered, String id, String parent, String episode) {
    return new EventDetail(
        Optional.ofNullable(entered).map(LocalDateTime::parse), Optional.ofNullable(id), Optional.ofNullable(parent),
        Optional.ofNullable(episode));
  }

  @Test
  void looksAtNothingThatIsNotAsked() {
    tiny.patients("P1,1960-05-01,whatever");
    tiny.with("events.csv", COLUMNS, "P1,2021-01-01,44054006,,yesterday,E1,,sometimes");

    Extract extract = tiny.read();

    assertThat(extract.setAside().isNothing()).isTrue();
    assertThat(extract.records()).extracting(PatientRecord::sex).containsExactly(Optional.empty());
    assertThat(extract.records().get(0).events()).extracting(Event::detail).containsExactly(EventDetail.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-02-30,,bad-entered,entered", "yesterday,,bad-entered,entered", "2021-01-01T25:00,,bad-entered,entered",
    ",F,bad-episode,episode", "2021-01-01,other,bad-episode,episode"
  })
  void setsAnEntryAsideOfWhichSomethingAskedCannotBeRead(String entered, String episode, String code, String column) {
    String row = "P1,2021-01-01,44054006,,%s,,,%s".formatted(
        entered == null ? "" : entered, episode == null ? "" : episode);
    tiny.with("events.csv", COLUMNS, row);

    Extract extract = tiny.readAsking(ALL);

    assertThat(extract.records().get(0).events()).isEmpty();
    assertThat(places(extract.messages())).containsExactly("warning " + code + " events.csv:2 " + column);
  }

  @ParameterizedTest
  @CsvSource({"F,FEMALE", "male,MALE", "Indeterminate,INDETERMINATE", "u,UNKNOWN", "'',"})
  void readsTheSex(String written, String label) {
    tiny.patients("P1,1960-05-01," + written);

    assertThat(tiny.readAsking(AskedDetail.SEX).records()).extracting(PatientRecord::sex)
        .containsExactly(Optional.ofNullable(label));
  }

  @Test
  void setsAPatientAsideWhoseSexCannotBeRead() {
    tiny.patients("P1,1960-05-01,2");

    Extract extract = tiny.readAsking(AskedDetail.SEX);

    assertThat(reasons(extract)).contains("patients.csv bad-sex 1");
    assertThat(extract.records()).isEmpty();
  }

  @Test
  void keepsDetailWhileSorting() {
    tiny.patients("P1,1960-05-01,F", "P2,1960-05-01,M");
    tiny.registrations("P1,A81001,2001-01-01,", "P2,A81001,2001-01-01,");
    String id = "E".repeat(300);
    tiny.with(
        "events.csv", COLUMNS,
        "P1,2021-01-01,44054006,,2021-01-03T09:30," + id + ",,FIRST",
        "P2,2021-01-01,44054006,,,,,",
        "P1,2021-01-02,44054006,7,,X," + id + ",");

    assertThat(tiny.readAsking(ALL).records().get(0).events()).extracting(Event::detail).containsExactly(
        detail("2021-01-03T09:30", id, null, "FIRST"), detail(null, "X", id, null));
  }
}
