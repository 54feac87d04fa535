package uk.rubric.snomed.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.terminology.CodeCluster;

class ClusterFolderTest {
  @TempDir
  private Path folder;

  private ClusterFolder clusters;

  @BeforeEach
  void open() {
    clusters = ClusterFolder.open(folder, "my/clusters");
  }

  private void write(String file, String text) throws IOException {
    Files.write(folder.resolve(file), text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Diagnostic> errors(String name) {
    return catchThrowableOfType(CouldNotRun.class, () -> clusters.find(name)).diagnostics();
  }

  @Test
  void readsCodesAndTerms() throws IOException {
    write("DM_COD.csv", "code,term\n73211009,Diabetes mellitus\n44054006,\"Diabetes, type 2\"\n");

    CodeCluster cluster = clusters.find("DM_COD").orElseThrow();

    assertThat(cluster.name()).isEqualTo("DM_COD");
    assertThat(cluster.codes().codes()).containsExactly(44054006L, 73211009L);
    assertThat(cluster.codes().term(44054006)).isEqualTo("Diabetes, type 2");
    assertThat(cluster.version()).isEmpty();
    assertThat(cluster.origin()).isEqualTo(Path.of("my/clusters/DM_COD.csv").toString());
    assertThat(clusters.origin()).isEqualTo("my/clusters");
  }

  @Test
  void takesColumnsInAnyOrderAndCaseAndNoTerms() throws IOException {
    write("A.csv", "\uFEFFTerm, Code\r\nDiabetes, 73211009 \r\n\r\n");
    write("B.csv", "code\n73211009\n");

    assertThat(clusters.find("A").orElseThrow().codes().term(73211009)).isEqualTo("Diabetes");
    assertThat(clusters.find("B").orElseThrow().codes().codes()).containsExactly(73211009L);
    assertThat(clusters.find("B").orElseThrow().codes().term(73211009)).isEmpty();
  }

  @Test
  void takesACodeThatStandsTwiceOnce() throws IOException {
    write("A.csv", "code,term\n73211009,first\n73211009,second\n");

    assertThat(clusters.find("A").orElseThrow().codes().size()).isEqualTo(1);
    assertThat(clusters.find("A").orElseThrow().codes().term(73211009)).isEqualTo("first");
  }

  @Test
  void givesAnEmptyClusterForAHeaderAlone() throws IOException {
    write("A.csv", "code,term\n");

    assertThat(clusters.find("A").orElseThrow().codes().size()).isZero();
  }

  @Test
  void findsNothingUnderAnotherName() throws IOException {
    write("DM_COD.csv", "code,term\n73211009,Diabetes\n");

    assertThat(clusters.find("dm_cod")).isEmpty();
    assertThat(clusters.find("DM")).isEmpty();
    assertThat(clusters.find("../" + folder.getFileName() + "/DM_COD")).isEmpty();
    assertThat(clusters.find("")).isEmpty();
  }

  @Test
  void readsAFileOnceAndOnlyWhenAskedFor() throws IOException {
    write("BROKEN.csv", "not a cluster\n");
    write("A.csv", "code\n73211009\n");

    Optional<CodeCluster> first = clusters.find("A");
    Files.delete(folder.resolve("A.csv"));

    assertThat(clusters.find("A")).isSameAs(first);
  }

  @Test
  void refusesAFileWithABadCodeInFull() throws IOException {
    write("A.csv", "code,term\n73211009,good\n999004691000230100,rounded\n7.3211E+07,rounded\n,blank\n");

    List<Diagnostic> errors = errors("A");

    String path = Path.of("my/clusters/A.csv").toString();
    assertThat(errors).extracting(Diagnostic::place).containsExactly(
        new Place.InFile(path, 3, "code"), new Place.InFile(path, 4, "code"), new Place.InFile(path, 5, "code"));
    assertThat(errors).extracting(Diagnostic::code).containsOnly(RunDiagnostic.UNREADABLE_CLUSTER);
    assertThat(errors.get(0).message())
        .isEqualTo("expected the identifier of a SNOMED CT concept: 6 to 18 digits with a right check digit");
    assertThat(errors.get(0).help())
        .contains("a spreadsheet rounds numbers of more than 15 digits: keep the column as text");
  }

  @Test
  void showsAFewOfManyBadLines() throws IOException {
    write("A.csv", "code\n" + "bad\n".repeat(12));

    List<Diagnostic> errors = errors("A");

    assertThat(errors).hasSize(6);
    assertThat(errors.get(5).message()).isEqualTo("and 7 more lines");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "",
    "73211009,Diabetes\n",
    "code,term,active\n73211009,Diabetes,0\n",
    "code,code\n73211009,73211009\n",
    "term\nDiabetes\n",
    "code,term\n73211009,Diabetes, type 1\n",
    "code,term\n73211009\n",
    "code,term\n73211009,\"Diabetes\n",
    "code,term\n73211009,\"Diabetes\"!\n",
    "code,term\n73211009,Diab\uFFFDtes\n",
    "code,term\n73211009,\"Diabetes\n44054006,Type 2\"\n",
  })
  void refusesAFileThatIsNotOfTheForm(String text) throws IOException {
    write("A.csv", text);

    assertThat(errors("A")).singleElement().extracting(Diagnostic::code).isEqualTo(RunDiagnostic.UNREADABLE_CLUSTER);
  }

  @Test
  void namesTheLineWhereAQuotationMarkIsLost() throws IOException {
    write("A.csv", "code,term\n73211009,\"Diabetes\nmellitus\"\n44054006,\"Diabetes\n");

    String path = Path.of("my/clusters/A.csv").toString();
    assertThat(errors("A")).extracting(Diagnostic::place)
        .containsExactly(new Place.InFile(path, 2, ""), new Place.InFile(path, 4, ""));
  }

  @Test
  void refusesWhatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("A.csv"), "code,term\n73211009,Diab\u00e8te\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(errors("A")).extracting(Diagnostic::message).containsExactly("expected text in UTF-8");
  }

  @Test
  void triesAgainAfterAnUnreadableFile() throws IOException {
    write("A.csv", "code\nbad\n");
    assertThat(errors("A")).hasSize(1);

    write("A.csv", "code\n73211009\n");
    assertThat(clusters.find("A")).isPresent();
  }

  @Test
  void staysOneForManyThreads() throws IOException {
    write("A.csv", "code\n73211009\n");

    List<CodeCluster> found =
        IntStream.range(0, 64).parallel().mapToObj(i -> clusters.find("A").orElseThrow()).toList();

    assertThat(found).allSatisfy(cluster -> assertThat(cluster).isSameAs(found.get(0)));
  }

  @Test
  void refusesAMissingFolder() {
    CouldNotRun refused = catchThrowableOfType(
        CouldNotRun.class, () -> ClusterFolder.open(folder.resolve("nowhere"), "nowhere"));

    assertThat(refused.diagnostics()).singleElement().satisfies(diagnostic -> {
      assertThat(diagnostic.code()).isEqualTo(RunDiagnostic.MISSING_CLUSTER_FOLDER);
      assertThat(diagnostic.place()).isEqualTo(Place.of("nowhere"));
    });
  }
}
