package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.extract.Extract;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;

/** A prepared extract that is not as it was written: an error or the same result, and never another one. */
class DamagedExtractTest {
  @TempDir
  private Path temporary;

  private Path plain;
  private Path prepared;
  private Extract whole;

  @BeforeEach
  void prepare() throws IOException {
    plain = Files.createDirectory(temporary.resolve("plain"));
    prepared = temporary.resolve("prepared");
    new TinyExtract(plain)
        .patients("P1,1960-05-01,F", "P2,1970-02-28,M")
        .registrations("P1,A81001,2001-01-01,", "P2,A81001,2002-01-01,2020-01-01", "P2,A81002,2020-01-01,")
        .with("practices.csv", "practice_code,name,list_size", "A81001,Surgery,4000")
        .with("events.csv", lines());
    PlainExtract.prepare(plain, prepared, TinyExtract.TODAY, 1, Progress.NONE);
    assertThat(prepared.resolve("people.columns")).exists();
    whole = read(prepared);
    assertThat(whole).isEqualTo(read(plain));
  }

  private static String[] lines() {
    Stream<String> rows = IntStream.range(0, 40).mapToObj(i -> "P%d,20%02d-03-04,%d,%d.%d,%s".formatted(
        1 + i / 20, i % 20, i % 3 == 0 ? TinyExtract.UNWANTED : TinyExtract.HBA1C, i, i % 10,
        i % 2 == 0 ? "mmol/mol" : "%"));
    Stream<String> odd = Stream.of("P2,soon,44054006,,", "P9,2020-01-01,44054006,,");
    return Stream.of(Stream.of(TinyExtract.EVENTS + ",unit"), rows, odd).flatMap(s -> s).toArray(String[]::new);
  }

  private static Extract read(Path folder) {
    return PlainExtract.read(
        folder, TinyExtract.WANTED, TinyExtract.TODAY, TinyExtract.ACHIEVEMENT_DATE, Progress.NONE);
  }

  @Test
  void noByteOfCopiesThatAreReadCanBeAnotherUnnoticed() throws IOException {
    new TinyExtract(plain).patients("P1,1960-05-01,F", "P2,1970-02-28,M", "P3,1970-02-30,M");
    Path second = temporary.resolve("second");
    PlainExtract.prepare(plain, second, TinyExtract.TODAY, 1, Progress.NONE);
    assertThat(second.resolve("people.columns")).doesNotExist();
    prepared = second;
    whole = read(plain);
    noByteCanBeAnotherUnnoticed();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(prepared)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What is said of a folder that cannot be used, or nothing when it says the same as before. */
  private String said() {
    try {
      assertThat(read(prepared)).isEqualTo(whole);
      return "";
    } catch (CouldNotRun e) {
      return e.diagnostics().stream().map(d -> d.code().id()).collect(Collectors.joining(" "));
    }
  }

  @Test
  void noByteCanBeAnotherUnnoticed() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      int noticed = 0;
      for (int i = 0; i < bytes.length; i++) {
        byte[] changed = bytes.clone();
        changed[i] ^= (byte) (1 << i % 8);
        Files.write(file, changed);
        String said = said();
        assertThat(said).as("%s, byte %d", file.getFileName(), i).isIn("", "damaged-extract", "prepared-version");
        noticed += said.isEmpty() ? 0 : 1;
      }
      Files.write(file, bytes);
      assertThat(noticed).as("%s", file.getFileName()).isPositive();
    }
  }

  @Test
  void noFileCanBeCutShortOrLongerOrMissingUnnoticed() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1, bytes.length + 1}) {
        Files.write(file, Arrays.copyOf(bytes, length));
        assertThat(said()).as("%s, %d bytes", file.getFileName(), length).isEqualTo("damaged-extract");
      }
      Files.delete(file);
      assertThat(said()).as("%s", file.getFileName()).isEqualTo("damaged-extract");
      Files.write(file, bytes);
    }
  }

  @Test
  void filesOfTwoPreparedExtractsDoNotMix() throws IOException {
    TinyExtract other = new TinyExtract(plain).events("P1,2010-02-03,44054006,");
    Path second = temporary.resolve("second");
    PlainExtract.prepare(plain, second, TinyExtract.TODAY, 1, Progress.NONE);
    Files.copy(second.resolve("events.columns"), prepared.resolve("events.columns"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(other).isNotNull();
    assertThat(said()).isEqualTo("damaged-extract");
  }

  @Test
  void anotherVersionIsNotRead() throws IOException {
    Path manifest = prepared.resolve("prepared-extract.txt");
    Files.writeString(manifest, Files.readString(manifest).replace("prepared extract 1", "prepared extract 2"));
    assertThat(said()).isEqualTo("prepared-version");
  }

  @Test
  void bothFormsInOneFolderAreRefused() throws IOException {
    Files.copy(plain.resolve("events.csv"), prepared.resolve("events.csv"));
    assertThat(said()).isEqualTo("two-forms");
  }

  @Test
  void nobodyButTheOwnerMayRead() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(prepared))).isEqualTo("rwx------");
    for (Path file : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }
  }

  @Test
  void whatIsThereStays() throws IOException {
    assertThatThrownBy(() -> PlainExtract.prepare(plain, prepared, TinyExtract.TODAY, 1, Progress.NONE))
        .isInstanceOf(CouldNotRun.class).hasMessage("there is something already");
    assertThatThrownBy(
        () -> PlainExtract.prepare(prepared, temporary.resolve("again"), TinyExtract.TODAY, 1, Progress.NONE))
        .isInstanceOf(CouldNotRun.class).hasMessage("this extract is prepared already");
    assertThat(said()).isEmpty();
  }

  @Test
  void nothingIsLeftOfPreparingThatFails() throws IOException {
    new TinyExtract(plain).with("events.csv", "patient_id,date,code,value", "P1,2010-02-03,44054006,");
    Files.delete(plain.resolve("registrations.csv"));
    assertThatThrownBy(
        () -> PlainExtract.prepare(plain, temporary.resolve("new"), TinyExtract.TODAY, 1, Progress.NONE))
        .isInstanceOf(CouldNotRun.class);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).containsExactlyInAnyOrder(plain, prepared);
    }
  }
}
