package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.rubric.extract.plain.TinyExtract.places;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.result.SetAside.Reason;

/** What ends a run, and what headers are warned of. */
class UnreadableExtractTest {
  @TempDir
  private Path folder;

  private TinyExtract tiny;

  @BeforeEach
  void write() {
    tiny = new TinyExtract(folder);
  }

  private List<Diagnostic> errors() {
    return catchThrowableOfType(CouldNotRun.class, tiny::read).diagnostics();
  }

  @Test
  void namesAMissingFolder() {
    Path nowhere = folder.resolve("nowhere");

    CouldNotRun refused = catchThrowableOfType(CouldNotRun.class, () -> PlainExtract.read(
        nowhere, TinyExtract.WANTED, TinyExtract.TODAY, TinyExtract.ACHIEVEMENT_DATE, Progress.NONE));

    assertThat(places(refused.diagnostics())).containsExactly("error missing-file nowhere:0");
    assertThat(refused).hasMessage("no folder `" + nowhere + "`");
  }

  @Test
  void namesAllThatIsMissingInAllFilesAtOnce() {
    tiny.without("registrations.csv");
    tiny.with("patients.csv", "patient_id,sex", "P1,F");
    tiny.with("events.csv", "patient_id,dat,code", "P1,2021-01-01,44054006");

    List<Diagnostic> errors = errors();

    assertThat(places(errors)).containsExactly(
        "error missing-column patients.csv:1 date_of_birth",
        "error missing-file registrations.csv:0",
        "error missing-column events.csv:1 date",
        "error missing-column events.csv:1 value");
    assertThat(errors.get(2).message()).isEqualTo(
        "no column `date`: expected `patient_id`, `date`, `code`, `value`; found `patient_id`, `dat`, `code`");
    assertThat(errors.get(2).help()).contains("rename the column `dat`, if that is the one");
  }

  @Test
  void refusesAFileThatWouldBePassedOverForItsName() {
    tiny.with("Practice.csv", "practice_code", "A81001").with("evidence-2025.CSV.gz", "x").with("notes.csv", "x");

    List<Diagnostic> errors = errors();

    assertThat(places(errors))
        .containsExactly("error missing-file Practice.csv:0", "error missing-file evidence-2025.CSV.gz:0");
    assertThat(errors.get(0).message()).isEqualTo("a file `Practice.csv` is not read: it is called `practices.csv`");
  }

  @Test
  void passesOverWhatIsLikeAFileThatIsThere() {
    tiny.with("practices.csv", "practice_code", "A81001").with("practices-old.csv", "x").with("practices1.csv", "x");

    assertThat(tiny.read().messages()).isEmpty();
  }

  @Test
  void refusesAColumnThatIsThereTwice() {
    tiny.with("events.csv", "patient_id,date,code,value,Date", "P1,2021-01-01,44054006,,");

    assertThat(places(errors())).containsExactly("error duplicate-column events.csv:1 date");
  }

  @Test
  void refusesAFileWithoutHeader() {
    tiny.withBytes("patients.csv", new byte[0]);
    tiny.with("events.csv", "Smith,2021-01-01,44054006,");

    List<Diagnostic> errors = errors();

    assertThat(places(errors))
        .containsExactly("error no-header patients.csv:1", "error no-header events.csv:1");
    assertThat(errors.get(1).message())
        .isEqualTo("expected the names of the columns in the first line: `patient_id`, `date`, `code`, `value`");
  }

  @Test
  void refusesAPracticeFileWithoutCode() {
    tiny.with("practices.csv", "name,list_size", "High Street,10");

    assertThat(places(errors())).containsExactly("error missing-column practices.csv:1 practice_code");
  }

  @Test
  void refusesUtf16() {
    tiny.withBytes("patients.csv", "patient_id,date_of_birth,sex\n".getBytes(StandardCharsets.UTF_16));

    assertThat(places(errors())).containsExactly("error no-header patients.csv:1");
  }

  @Test
  void refusesAHeaderWhoseQuotationMarksDoNotPair() {
    tiny.with("events.csv", "patient_id,date,code,value,\"note", "P1,2021-01-01,44054006,,\"");
    assertThat(places(errors())).containsExactly("error broken-header events.csv:1");

    tiny.with("events.csv", "", "\"patient_id\"s,date,code,value", "P1,2021-01-01,44054006,");
    assertThat(places(errors())).containsExactly("error broken-header events.csv:2");
  }

  @Test
  void refusesALongFileWithoutLines() {
    tiny.withBytes("events.csv", new byte[3 * PhysicalLines.LONGEST]);

    assertThat(places(errors())).containsExactly("error no-header events.csv:1");
  }

  @Test
  void refusesAFolderInPlaceOfAFile() throws java.io.IOException {
    tiny.without("events.csv");
    java.nio.file.Files.createDirectory(folder.resolve("events.csv"));

    assertThat(places(errors())).containsExactly("error missing-file events.csv:0");
  }

  /** This module reads no Parquet itself. */
  @Test
  void saysThatNothingReadsParquetWhenAFileOfItIsThere() {
    tiny.without("events.csv").with("events.parquet", "PAR1");

    List<Diagnostic> errors = errors();

    assertThat(places(errors)).containsExactly("error unreadable-parquet events.parquet:0");
    assertThat(errors.get(0).message())
        .isEqualTo("this file is in Parquet, and this program was put together without what reads Parquet");
  }

  @Test
  void refusesAFileInCsvAndParquet() {
    tiny.with("patients.parquet", "PAR1");

    assertThat(places(errors())).containsExactly("error two-forms patients.parquet:0");
  }

  @Test
  void refusesALinkThatLeadsNowhereAlsoInPlaceOfAFileThatMayLack() throws java.io.IOException {
    tiny.without("events.csv");
    for (String name : List.of("events.csv", "practices.csv")) {
      java.nio.file.Files.createSymbolicLink(folder.resolve(name), folder.resolve("nowhere"));
    }

    assertThat(places(errors()))
        .containsExactlyInAnyOrder("error missing-file events.csv:0", "error missing-file practices.csv:0");
  }

  @Test
  void refusesWhatIsNoFileInsteadOfWaitingForIt() throws Exception {
    tiny.without("events.csv");
    Process made = new ProcessBuilder("mkfifo", folder.resolve("events.csv").toString()).start();
    assertThat(made.waitFor()).isZero();

    assertThat(places(errors())).containsExactly("error missing-file events.csv:0");
  }

  @Test
  void warnsOnceOfEachUnknownColumnAndSaysWhatWasMeant() {
    tiny.with(
        "events.csv",
        TinyExtract.EVENTS + ",unti,zzz,",
        "P1,2021-01-01,44054006,,%,1,",
        "P1,2021-01-01,44054006,,,,");

    List<Diagnostic> messages = tiny.read().messages();

    assertThat(places(messages)).containsExactly(
        "warning unknown-column events.csv:1 unti",
        "warning unknown-column events.csv:1 zzz",
        "warning unknown-column events.csv:1");
    assertThat(messages.get(0).message()).isEqualTo("the column `unti` is not known and is not read");
    assertThat(messages.get(0).help()).contains("did you mean `unit`?");
    assertThat(messages.get(1).help()).isEmpty();
  }

  @Test
  void countsAnUnknownColumnThatMayHideAKnownOne() {
    tiny.with("events.csv", TinyExtract.EVENTS + ",units,event-id,zzz", "P1,2021-01-01,44054006,,,,");
    tiny.with("practices.csv", "practice_code,list size", "A81001,10");

    assertThat(TinyExtract.warnings(tiny.read()))
        .containsExactly("events.csv unknown-column 2", "practices.csv unknown-column 1");
    assertThat(tiny.read().messages()).hasSize(4);
  }

  @Test
  void doesNotCountAnUnknownColumnThatResemblesNoneThatIsMissing() {
    tiny.with("events.csv", TinyExtract.EVENTS + ",unit,units,comment", "P1,2021-01-01,44054006,,,,");

    assertThat(places(tiny.read().messages())).containsExactly(
        "warning unknown-column events.csv:1 units", "warning unknown-column events.csv:1 comment");
    assertThat(tiny.read().setAside().isNothing()).isTrue();
  }

  @Test
  void countsFilesWithoutARecord() {
    tiny.patients().registrations().events();

    assertThat(tiny.read().records()).isEmpty();
    assertThat(places(tiny.read().messages())).containsExactlyInAnyOrder(
        "warning no-records patients.csv:0",
        "warning no-records registrations.csv:0",
        "warning no-records events.csv:0");
    assertThat(tiny.read().setAside().warnings()).extracting(Reason::code).containsOnly("no-records");
  }
}
