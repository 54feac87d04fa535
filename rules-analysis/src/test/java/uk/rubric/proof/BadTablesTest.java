package uk.rubric.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.rubric.check.CheckResult;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.SourceText;

/** Tables that are wrong in ways that types and flow do not show: each is remarked on, by its one code. */
class BadTablesTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "bad-tables");
  static final String HEAD = """
      ruleset T "Table" version 1.0 {
        day QSSD day PPED day ACHV_DAT
        cluster A_COD = codes { 72313002 |Systolic arterial pressure| }
        cluster B_COD = codes { 271649006 |Systolic blood pressure| }
        field REG_DAT = latest REGISTRATION where date <= ACHV_DAT
        field PAT_AGE = age at ACHV_DAT
        field A_DAT = latest A_COD where date <= ACHV_DAT
        field A_VAL = lowest value of A_COD on A_DAT in mmol/mol
        field B_DAT = latest B_COD where date <= ACHV_DAT
        group GMS of everyone { 1: if REG_DAT is recorded then select else reject }
      """;
  static final String TAIL = """
      }
      service S "Service" {
        period from 2021-04-01 to 2022-03-31
        day QSSD = start of period
        day PPED = end of period
        day ACHV_DAT = run date
        use T version 1.0
      }
      """;

  @TestFactory
  Stream<DynamicTest> eachIsFlagged() throws IOException {
    return tables().map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> flagged(path)));
  }

  @Test
  void thereAreThirtyOfThem() throws IOException {
    assertThat(tables().count()).isGreaterThanOrEqualTo(30);
  }

  private static Stream<Path> tables() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  private static void flagged(Path path) {
    String text = read(path);
    CheckResult checked =
        Checker.checkSources(List.of(new SourceText(path.getFileName().toString(), HEAD + text + TAIL)));
    assertThat(checked.rules()).as(checked.diagnostics().toString()).isPresent();

    RuleProofs.Result result = RuleProofs.of(checked.rules().get());

    String expected = text.lines().findFirst().orElseThrow().replace("// expect: ", "");
    assertThat(result.diagnostics().stream().map(d -> d.code().id()).distinct())
        .as(result.diagnostics().stream().map(Diagnostic::message).toList() + " " + result.undecided())
        .containsExactly(expected);
    assertThat(result.diagnostics()).allSatisfy(d -> assertThat(d.help()).isPresent());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
