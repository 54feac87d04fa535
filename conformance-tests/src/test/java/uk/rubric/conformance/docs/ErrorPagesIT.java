package uk.rubric.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.imports.ImportDiagnostic;
import uk.rubric.lint.Lint;
import uk.rubric.lint.LintDiagnostic;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.TestDiagnostic;
import uk.rubric.testing.TestReport;

/**
 * What the page of each code shows gives that code. Pages run whole commands, which takes too long for every day;
 * {@link ErrorPagesTest} sees that there is a page for each.
 */
class ErrorPagesIT {
  /**
   * What no reader can bring about, what takes too long, bytes that cannot stand on a page, and what only some rules
   * ask ({@code AskedDetailTest} brings it about), what only a second day shows ({@code PreparedExtractPropertyTest}
   * does), and what takes two services ({@code ImpactTest} does), and what only a look ahead brings about.
   */
  private static final List<String> WITHOUT_EXAMPLE = List.of(
      "internal-error", "out-of-memory", "bad-encoding", "not-grouped", "bad-sex", "bad-entered", "bad-episode",
      "prepared-too-early", "periods-differ", "day-assumed");

  private static final boolean UPDATE = !System.getProperty("golden.update", "").isEmpty();

  @TempDir Path folder;

  private static Page page(String code) {
    return Page.of("docs/errors/" + code + ".md");
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return AllCodes.byId().entrySet().stream()
        .map(code -> DynamicTest.dynamicTest(code.getKey(), () -> holds(page(code.getKey()), code.getValue())));
  }

  private void holds(Page page, List<DiagnosticCode> codes) throws IOException, InterruptedException {
    assertThat(page.text()).startsWith("# " + codes.get(0).id() + "\n\n");
    assertThat(page.text()).contains("**Cause.**", "**Example.**", "**Remedy.**");
    assertThat(page.text().lines().toList()).hasSizeBetween(8, 40);
    for (DiagnosticCode code : codes) {
      assertThat(page.text().lines().skip(2).limit(2 + codes.size()))
          .anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith(code.severity().word()));
      showsTruly(page, code);
    }
  }

  private void showsTruly(Page page, DiagnosticCode code) throws IOException, InterruptedException {
    if (WITHOUT_EXAMPLE.contains(code.id())) {
      return;
    }
    if (code instanceof ExtractDiagnostic) {
      ofExtract(page, code.id());
    } else if (code instanceof LintDiagnostic) {
      ofLint(page, code.id());
    } else if (code instanceof ImportDiagnostic) {
      ofImport(page, code.id());
    } else if (code instanceof TestDiagnostic) {
      page.blocks("rubric").forEach(block -> ofTest(block, code.id()));
    } else if (code instanceof RunDiagnostic) {
      ofRun(page, code.id());
    } else {
      page.blocks("rubric").forEach(Checked::holds);
      assertThat(page.text()).contains(
          code.severity() == Severity.ERROR ? "end with exit code 2" : "does not change the exit code");
      assertThat(page.blocks("rubric").flatMap(block -> Checked.code(block).stream())).containsOnly(code.id());
    }
  }

  /** The files give the code, and no code that the page does not name. */
  private void ofExtract(Page page, String code) throws IOException {
    Scene.Read read = new Scene(Files.createDirectories(folder.resolve(code))).with(page).read(page);

    assertThat(page.blocks().stream().flatMap(block -> block.says("file").stream())).isNotEmpty();
    assertThat(Checked.codes(read.messages()))
        .contains(code)
        .allSatisfy(other -> assertThat(page.text()).contains(other));
    assertThat(page.text()).contains("exit code " + read.exitCode());
  }

  /** The rules are valid, and this is the advice on them. */
  private static void ofLint(Page page, String code) {
    assertThat(page.blocks("rubric").toList()).singleElement().satisfies(block -> {
      List<ParseResult> files = Fragment.sources(block).stream().map(RuleParser::parse).toList();
      assertThat(Checker.check(files).diagnostics()).isEmpty();
      assertThat(Checked.codes(Lint.of(files))).containsExactly(code);
    });
  }

  /** The tables give the code and no other. */
  private static void ofImport(Page page, String code) {
    ImportScene scene = ImportScene.of(page);

    assertThat(Checked.codes(scene.diagnostics())).contains(code).containsOnly(code);
    assertThat(page.text()).contains("exit code " + scene.exitCode());
  }

  /** The rules are in order, and their tests fail. */
  private static void ofTest(Page.Block block, String code) {
    CheckedRules rules = Checker.checkSources(Fragment.sources(block)).rules().orElseThrow();

    assertThat(block.says("fails")).contains(code);
    assertThat(Checked.codes(TestReport.diagnostics(RuleTests.run(rules)))).containsExactly(code);
  }

  /** A command prints what the page says, or the rules and files that it shows stop a run or make it incomplete. */
  private void ofRun(Page page, String code) throws IOException, InterruptedException {
    Scene scene = new Scene(Files.createDirectories(folder.resolve(code))).with(page);

    assertThat(page.blocks("console").count() + page.blocks("rubric").count()).isPositive();
    for (Page.Block block : page.blocks("console").toList()) {
      ofCommand(page, block, code);
    }
    page.blocks("rubric").forEach(block -> {
      assertThat(block.says("stopped").or(() -> block.says("warned"))).contains(code);
      assertThat(scene.codes(block)).containsExactly(code);
    });
  }

  /** {@code -Dgolden.update=true} rewrites what the command prints. */
  private static void ofCommand(Page page, Page.Block block, String code) throws IOException, InterruptedException {
    String line = block.body().lines().findFirst().orElseThrow();
    Command ended = Command.run(line.substring(2));
    String asItIs = line + "\n" + ended.output();
    if (UPDATE) {
      Files.writeString(page.path(), page.text().replace(block.body(), asItIs));
    } else {
      assertThat(block.body()).as("run with -Dgolden.update=true to rewrite").isEqualTo(asItIs);
    }
    assertThat(asItIs).containsPattern("(error|warning)\\[" + code + "]");
    assertThat(page.text()).contains("exit code " + ended.code());
  }
}
