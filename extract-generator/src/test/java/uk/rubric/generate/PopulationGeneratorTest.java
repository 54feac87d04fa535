package uk.rubric.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;

class PopulationGeneratorTest {
  private static final LocalDate YEAR_END = LocalDate.of(2026, 3, 31);
  private static final long DIABETES = SyntheticIds.of(700_001).value();
  private static final long FEET = SyntheticIds.of(700_002).value();
  private static final Map<String, long[]> CODES = Map.of("DM_COD", new long[] {DIABETES}, "FRC_COD",
      new long[] {FEET});

  @TempDir Path folder;

  private static PopulationGenerator generator(Organisations organisations, int patients, long seed) {
    return new PopulationGenerator(organisations, CareList.qof(), CODES, patients, YEAR_END, seed);
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().toList();
    }
  }

  @Test
  void oneSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
    generator(Organisations.invented(3), 300, 7).write(folder.resolve("a"), Progress.NONE);
    generator(Organisations.invented(3), 300, 7).write(folder.resolve("b"), Progress.NONE);
    generator(Organisations.invented(3), 300, 8).write(folder.resolve("c"), Progress.NONE);
    for (String file : List.of("patients.csv", "registrations.csv", "events.csv", "practices.csv")) {
      assertThat(folder.resolve("a").resolve(file)).hasSameBinaryContentAs(folder.resolve("b").resolve(file));
      assertThat(Files.readString(folder.resolve("c").resolve(file)))
          .isNotEqualTo(Files.readString(folder.resolve("a").resolve(file)));
    }
  }

  @Test
  void practicesBelongToNetworksOfFiveAndTheirListsAreThoseWhoAreRegistered() throws IOException {
    generator(Organisations.invented(6), 1_200, 7).write(folder, Progress.NONE);
    List<NamedCsvRecord> practices = rows(folder.resolve("practices.csv"));
    assertThat(practices).extracting(row -> row.getField("pcn_code"))
        .containsExactly("U90001", "U90001", "U90001", "U90001", "U90001", "U90002");
    for (NamedCsvRecord practice : practices) {
      long registered = rows(folder.resolve("registrations.csv")).stream()
          .filter(row -> row.getField("practice_code").equals(practice.getField("practice_code")))
          .filter(row -> row.getField("type").equals("GMS"))
          .filter(row -> !LocalDate.parse(row.getField("start_date")).isAfter(YEAR_END))
          .filter(row -> row.getField("end_date").isEmpty()
              || LocalDate.parse(row.getField("end_date")).isAfter(YEAR_END))
          .map(row -> row.getField("patient_id")).distinct().count();
      assertThat(practice.getField("list_size")).isEqualTo(Long.toString(registered));
    }
  }

  @Test
  void onlyWhatTheRulesHaveCodesOfIsRecorded() throws IOException {
    PopulationGenerator generator = generator(Organisations.invented(1), 2_000, 7);
    generator.write(folder, Progress.NONE);
    assertThat(generator.leftOut()).contains("CHD_COD").doesNotContain("DM_COD", "FRC_COD", "SYS_COD");
    List<String> codes = rows(folder.resolve("events.csv")).stream().map(row -> row.getField("code")).toList();
    assertThat(codes).contains(Long.toString(DIABETES), Long.toString(FEET));
    long withDiabetes = rows(folder.resolve("events.csv")).stream()
        .filter(row -> row.getField("code").equals(Long.toString(DIABETES)))
        .map(row -> row.getField("patient_id")).distinct().count();
    assertThat(withDiabetes).as("some 6 in 100").isBetween(80L, 190L);
  }

  @Test
  void aPracticesPatientsStayWhenAnotherIsAdded() throws IOException {
    Path file = Files.writeString(folder.resolve("orgs.csv"), """
        PRACTICE_CODE,PRACTICE_NAME,PCN_ODS_CODE,ICB_ODS_CODE
        A1,One,P1,I1
        A2,Two,P2,I1
        A3,Three,P2,I2
        A4,Four,U,I2
        """);
    assertThat(Organisations.of(file, Optional.empty(), Optional.of("I2")).practices())
        .extracting(Organisations.Unit::pcn).as("U is for unallocated").containsExactly("P2", "");
    assertThat(Organisations.of(file, Optional.of("P2"), Optional.empty()).practices())
        .extracting(Organisations.Unit::code).containsExactly("A2", "A3");
    assertThat(Organisations.of(file, Optional.empty(), Optional.of("I1")).practices())
        .extracting(Organisations.Unit::name).containsExactly("One (synthetic)", "Two (synthetic)");
    assertThatThrownBy(() -> Organisations.of(file, Optional.of("P9"), Optional.empty()))
        .isInstanceOfSatisfying(CouldNotRun.class, e -> assertThat(e.diagnostics().get(0).code().id())
            .isEqualTo("bad-organisations"));
  }

  @Test
  void aPracticeThatStandsTwiceIsRefusedAsItsPatientsWouldBeWrittenTwice() throws IOException {
    Path file = Files.writeString(folder.resolve("orgs.csv"), """
        PRACTICE_CODE,PRACTICE_NAME,PCN_ODS_CODE,ICB_ODS_CODE
        A1,One,P1,I1
        A2,Two,P1,I1
        A1,One,P2,I2
        """);
    assertThatThrownBy(() -> Organisations.of(file, Optional.of("P1"), Optional.empty()))
        .isInstanceOfSatisfying(CouldNotRun.class, e -> assertThat(e.diagnostics()).singleElement().satisfies(d -> {
          assertThat(d.code().id()).isEqualTo("bad-organisations");
          assertThat(d.message()).isEqualTo("lines 2 and 4 name one practice");
        }));
  }

  @Property(tries = 40)
  void thereAreExactlyAsManyPatientsAsAskedFor(
      @ForAll @IntRange(min = 1, max = 40) int practices, @ForAll @IntRange(min = 1, max = 300) int patients,
      @ForAll long seed) throws IOException {
    Path extract = Files.createTempDirectory("population");
    try {
      GeneratedExtract made = generator(Organisations.invented(practices), patients, seed)
          .write(extract, Progress.NONE);
      assertThat(made.patients()).isEqualTo(patients);
      assertThat(rows(extract.resolve("practices.csv"))).hasSize(practices);
      assertThat(rows(extract.resolve("patients.csv")))
          .extracting(row -> row.getField("patient_id")).doesNotHaveDuplicates().hasSize(patients);
    } finally {
      for (String file : List.of("patients.csv", "registrations.csv", "events.csv", "practices.csv")) {
        Files.deleteIfExists(extract.resolve(file));
      }
      Files.deleteIfExists(extract);
    }
  }

  @Test
  void linesThatDoNotReadAreToldWithTheirPlaceAllAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("care.csv"), """
        who,given,what,permille,since,from,to
        40-120,,DM_COD,60,end,1,4500
        40-120,DM_COD,FRC_COD,often,end,1,430
        everyone,,FRC_COD,5,end,1,430
        40-120,,FRC_COD,5,sometime,1,430
        """);
    assertThatThrownBy(() -> CareList.of(file)).isInstanceOfSatisfying(CouldNotRun.class, e ->
        assertThat(e.diagnostics()).extracting(d -> d.place().toString())
            .allMatch(place -> Stream.of(":3", ":4", ":5").anyMatch(place::contains)).hasSize(3));
  }

  @Test
  void noListAndNoFileAreTold() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    assertThatThrownBy(() -> CareList.of(empty)).isInstanceOf(CouldNotRun.class);
    assertThatThrownBy(() -> CareList.of(folder.resolve("none.csv"))).isInstanceOf(CouldNotRun.class);
    assertThatThrownBy(() -> Organisations.of(empty, Optional.empty(), Optional.empty()))
        .isInstanceOf(CouldNotRun.class);
    assertThatThrownBy(() -> Organisations.invented(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
