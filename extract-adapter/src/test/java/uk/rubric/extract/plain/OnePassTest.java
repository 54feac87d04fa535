package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.run.Progress;

class OnePassTest {
  private static final Sizes SMALL = new Sizes(1, 64, 40);

  @TempDir private Path folder;
  private TinyExtract extract;

  @BeforeEach
  void writeExtract() {
    extract = new TinyExtract(folder);
    extract.patients(patients(".1940-05-01.F")).registrations(patients(".A81001.2001-01-01."));
  }

  private static String[] patients(String rest) {
    return IntStream.range(0, 200).mapToObj(i -> "P" + i + rest.replace('.', ',')).toArray(String[]::new);
  }

  private static Stream<String> rows(int patient) {
    return Stream.of("P%d,2021-09-01,999791000000106,48".formatted(patient),
        "P%d,2021-09-02,38341003,".formatted(patient));
  }

  private Optional<Extract> read(int threads) {
    return OnePull.of(folder, threads, SMALL);
  }

  @Test
  void severalThreadsReadPatientsWithRowsAndWithout() {
    extract.events(IntStream.range(0, 150).boxed().flatMap(OnePassTest::rows).toArray(String[]::new));
    Extract read = read(3).orElseThrow();

    assertThat(read.records()).hasSize(200);
    assertThat(read.records()).filteredOn(record -> record.events().isEmpty()).hasSize(50);
    assertThat(read.records()).isEqualTo(OnePull.withoutLines(extract.read()).records());
    assertThat(read.sha256()).isEqualTo(extract.read().sha256());
  }

  @Test
  void placesAreThoseOfTheFile() {
    extract.events(IntStream.range(0, 150).boxed()
        .flatMap(i -> i % 40 == 7 ? Stream.of("P" + i + ",2021-09-31,38341003,") : rows(i)).toArray(String[]::new));

    assertThat(TinyExtract.places(read(3).orElseThrow().messages()))
        .isEqualTo(TinyExtract.places(extract.read().messages()))
        .contains("warning bad-date events.csv:95 date");
  }

  @Test
  void aPatientWhoComesAgainFailsEvenWithRowsThatNobodyWants() {
    List<String> unwanted = List.of("P0,2021-09-03,38341003,");
    String[] rows = Stream.of(rows(0), IntStream.range(1, 50).boxed().flatMap(OnePassTest::rows), unwanted.stream())
        .flatMap(stream -> stream).toArray(String[]::new);
    extract.events(rows);

    assertThat(read(2)).isEmpty();
    assertThat(read(1)).isEmpty();
    assertThat(OnePull.of(folder, 1, Sizes.USUAL)).isEmpty();
  }

  @Test
  void aPatientWithMoreRowsThanFitFails() {
    extract.events(IntStream.range(0, 60_000).mapToObj(i -> "P3,2021-09-01,38341003,").toArray(String[]::new));

    assertThat(read(1)).isEmpty();
    assertThat(extract.read().records()).hasSize(200);
  }

  @Test
  void anotherOrderOfColumnsIsReadInTheUsualWay() {
    extract.with("events.csv", "date,patient_id,code,value", "2021-09-01,P5,999791000000106,48");

    assertThat(read(1).orElseThrow().records()).isEqualTo(extract.read().records());
  }

  @Test
  void nothingIsKnownOfTheWholeBeforeAllPartsAreRead() {
    try (PatientExtract open = PlainExtract.openInOnePass(
        folder, TinyExtract.WANTED, TinyExtract.TODAY, TinyExtract.ACHIEVEMENT_DATE, 1, SMALL, Progress.NONE)) {
      Part first = open.next().orElseThrow();
      assertThatThrownBy(open::sha256).isInstanceOf(IllegalStateException.class);
      first.read();
      assertThatThrownBy(open::setAside).isInstanceOf(IllegalStateException.class);
    }
  }
}
