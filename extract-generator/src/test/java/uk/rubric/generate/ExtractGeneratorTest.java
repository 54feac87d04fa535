package uk.rubric.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.run.CouldNotRun;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.value.SctId;

class ExtractGeneratorTest {
  private static final List<String> FILES =
      List.of("patients.csv", "registrations.csv", "events.csv", "practices.csv");
  private static final LocalDate YEAR_END = LocalDate.of(2022, 3, 31);

  @TempDir Path folder;

  @Test
  void oneSeedGivesTheSameBytes() throws IOException {
    Extract.write(folder.resolve("a"), 400, 3, 7);
    Extract.write(folder.resolve("b"), 400, 3, 7);
    for (String file : FILES) {
      assertThat(folder.resolve("a").resolve(file)).hasSameBinaryContentAs(folder.resolve("b").resolve(file));
    }
  }

  @Test
  void anotherSeedGivesOtherPatients() throws IOException {
    Extract.write(folder.resolve("a"), 400, 3, 7);
    Extract.write(folder.resolve("b"), 400, 3, 8);
    for (String file : FILES) {
      assertThat(Files.readString(folder.resolve("a").resolve(file)))
          .isNotEqualTo(Files.readString(folder.resolve("b").resolve(file)));
    }
  }

  @Test
  void livesStayWhenMoreAreAskedFor() {
    Map<String, LocalDate> few = Extract.generate(folder.resolve("few"), 1_000, 2, 7).born();
    Map<String, LocalDate> many = Extract.generate(folder.resolve("many"), 2_000, 2, 7).born();
    GuidedStories guided = new GuidedStories();
    for (int i = 0; i < 1_000; i++) {
      if (guided.of(i, 1_000).isEmpty() && guided.of(i, 2_000).isEmpty()) {
        String id = "P%07d".formatted(i + 1);
        assertThat(many.get(id)).as(id).isEqualTo(few.get(id));
      }
    }
  }

  @Test
  void countsWhatItWrote() {
    GeneratedExtract counts = Extract.write(folder, 200, 2, 1);
    Extract extract = Extract.generate(folder, 200, 2, 1);
    assertThat(counts)
        .isEqualTo(
            new GeneratedExtract(
                extract.patients().size(), extract.registrations().size(), extract.events().size()));
  }

  @Test
  void everyCodeIsAConceptInForm() {
    Extract extract = Extract.generate(folder, 1_500, 3, 11);
    assertThat(extract.events()).allMatch(row -> SctId.isValid(row.getField("code")));
  }

  @Test
  void mostCareIsOfNoCluster() {
    Extract extract = Extract.generate(folder, 1_500, 3, 11);
    SyntheticClusters clusters = new SyntheticClusters();
    List<CodeCluster> all = clusters.names().stream().map(name -> clusters.find(name).orElseThrow()).toList();
    long unrelated =
        extract.events().stream()
            .mapToLong(row -> Long.parseLong(row.getField("code")))
            .filter(code -> all.stream().noneMatch(cluster -> cluster.codes().contains(code)))
            .count();
    assertThat(unrelated).isBetween(extract.events().size() / 8L, extract.events().size() * 7L / 8);
  }

  @Test
  void nothingIsRecordedBeforeBirthOrAfterDeath() {
    Extract extract = Extract.generate(folder, 3_000, 3, 5);
    Map<String, LocalDate> born = extract.born();
    Map<String, LocalDate> died = extract.died();
    assertThat(died).isNotEmpty();
    assertThat(extract.events())
        .allSatisfy(
            row -> {
              String patient = row.getField("patient_id");
              assertThat(LocalDate.parse(row.getField("date")))
                  .isBetween(born.get(patient), died.getOrDefault(patient, LocalDate.of(2022, 5, 31)));
            });
  }

  @Test
  void noEntryIsWrittenTwice() {
    Extract extract = Extract.generate(folder, 1_500, 3, 5);
    assertThat(extract.events().stream().map(NamedCsvRecord::getFields)).doesNotHaveDuplicates();
  }

  @Test
  void registrationsAreSound() {
    Extract extract = Extract.generate(folder, 3_000, 3, 5);
    Map<String, LocalDate> born = extract.born();
    Map<String, LocalDate> died = extract.died();
    assertThat(extract.registrations())
        .allSatisfy(
            row -> {
              String patient = row.getField("patient_id");
              LocalDate start = LocalDate.parse(row.getField("start_date"));
              assertThat(start).isBetween(born.get(patient), LocalDate.of(2022, 5, 31));
              String end = row.getField("end_date");
              assertThat(end.isEmpty() ? start : LocalDate.parse(end)).isAfterOrEqualTo(start);
              assertThat(died.containsKey(patient) && end.isEmpty()).as("outlives its patient").isFalse();
            });
  }

  @Test
  void everyPatientIsRegisteredSomewhereAndSomeInTwoPractices() {
    Extract extract = Extract.generate(folder, 3_000, 3, 5);
    Map<String, Set<String>> practices =
        extract.registrations().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getField("patient_id"),
                    Collectors.mapping(row -> row.getField("practice_code"), Collectors.toSet())));
    assertThat(practices).hasSize(3_000);
    assertThat(practices.values()).anyMatch(several -> several.size() > 1);
    assertThat(extract.registrations()).anyMatch(row -> !row.getField("type").equals("GMS"));
  }

  @Test
  void listSizesAreTheRegisteredPatientsAtTheYearsEnd() {
    Extract extract = Extract.generate(folder, 1_000, 1, 5);
    Map<String, List<NamedCsvRecord>> stays =
        extract.registrations().stream()
            .filter(row -> row.getField("type").equals("GMS"))
            .collect(Collectors.groupingBy(row -> row.getField("patient_id")));
    long registered = stays.values().stream().filter(ExtractGeneratorTest::isRegistered).count();
    assertThat(extract.practices()).singleElement()
        .extracting(row -> row.getField("list_size")).isEqualTo(Long.toString(registered));
  }

  /** Told apart from the published filter: the stays of one practice never overlap here. */
  private static boolean isRegistered(List<NamedCsvRecord> stays) {
    return stays.stream().anyMatch(row ->
        !LocalDate.parse(row.getField("start_date")).isAfter(YEAR_END)
            && (row.getField("end_date").isEmpty() || LocalDate.parse(row.getField("end_date")).isAfter(YEAR_END)));
  }

  @Test
  void practicesDifferInSize() {
    Extract extract = Extract.generate(folder, 3_000, 3, 5);
    assertThat(extract.practices().stream().map(row -> row.getField("list_size"))).doesNotHaveDuplicates();
  }

  @Test
  void diabetesIsAsCommonAsItIsAndMostlyOfTheOlder() {
    Extract extract = Extract.generate(folder, 6_000, 3, 5);
    SyntheticClusters clusters = new SyntheticClusters();
    CodeCluster diabetes = clusters.find("DM_COD").orElseThrow();
    Set<String> patients =
        extract.events().stream()
            .filter(row -> diabetes.codes().contains(Long.parseLong(row.getField("code"))))
            .map(row -> row.getField("patient_id"))
            .collect(Collectors.toSet());
    assertThat(patients.size()).isBetween(6_000 * 5 / 100, 6_000 * 8 / 100);
    Map<String, LocalDate> born = new HashMap<>(extract.born());
    born.keySet().retainAll(patients);
    assertThat(born.values().stream().filter(day -> day.isBefore(LocalDate.of(1972, 3, 31))).count())
        .isGreaterThan(patients.size() * 7 / 10);
  }

  @Test
  void aMissingClusterIsNamed() {
    GeneratorOptions options = new GeneratorOptions(10, 1, 1);
    assertThatThrownBy(() -> new ExtractGenerator(options, new None()))
        .isInstanceOfSatisfying(CouldNotRun.class, e ->
            assertThat(e.diagnostics()).singleElement()
                .satisfies(d -> assertThat(d.message()).isEqualTo("no cluster `ACE_COD`")));
  }

  /** A folder without clusters. */
  private static final class None implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOf() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Extract.write(file, 10, 1, 1))
        .isInstanceOfSatisfying(CouldNotRun.class, e ->
            assertThat(e.diagnostics().get(0).code().id()).isEqualTo("not-written"));
  }

  @Test
  void optionsHaveRanges() {
    Stream.<Runnable>of(
            () -> new GeneratorOptions(0, 1, 1),
            () -> new GeneratorOptions(1, 0, 1),
            () -> new GeneratorOptions(1, 1_001, 1))
        .forEach(make -> assertThatThrownBy(make::run).isInstanceOf(IllegalArgumentException.class));
  }
}
