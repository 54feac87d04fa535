package uk.rubric.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.rubric.Golden;
import uk.rubric.compose.ComposeDiagnostic;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Label;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;

/** Compares the checker's words and its model with the files under {@code golden/check}. */
class CheckGoldenTest {
  @TestFactory
  Stream<DynamicTest> passesWhatIsWell() {
    return Golden.cases("check/good", source -> {
      CheckResult result = check(source);
      assertThat(render(result.diagnostics())).isEmpty();
      return ModelText.of(result.rules().orElseThrow());
    });
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrong() {
    return Golden.cases("check/bad", source -> {
      CheckResult result = check(source);
      assertThat(result.diagnostics()).isNotEmpty();
      assertThat(result.rules().isPresent()).isEqualTo(result.diagnostics().stream().noneMatch(Diagnostic::isError));
      return render(result.diagnostics());
    });
  }

  private static CheckResult check(SourceText source) {
    return Checker.checkSources(List.of(source));
  }

  @Test
  void everyCodeHasACase() {
    Set<String> missing = Stream.<DiagnosticCode>concat(
            Arrays.stream(RuleDiagnostic.values()), Arrays.stream(ComposeDiagnostic.values()))
        .map(DiagnosticCode::id)
        .collect(Collectors.toCollection(TreeSet::new));
    for (SourceText source : Golden.sources("check/bad")) {
      check(source).diagnostics().forEach(d -> missing.remove(d.code().id()));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDiagnosticIsOneLineOfTheReadersWordsWithHelp() {
    for (SourceText source : Golden.sources("check/bad")) {
      for (Diagnostic diagnostic : check(source).diagnostics()) {
        String outsideQuotes = diagnostic.message().replaceAll("`[^`]*`|SNOMED CT", "");
        assertThat(diagnostic.message()).doesNotContain("\n").doesNotEndWith(".").doesNotContainIgnoringCase("java");
        assertThat(outsideQuotes).isEqualTo(outsideQuotes.toLowerCase(Locale.ROOT));
        assertThat(diagnostic.code() instanceof RuleDiagnostic && diagnostic.help().isEmpty()).isFalse();
      }
    }
  }

  private static String render(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(CheckGoldenTest::render).collect(Collectors.joining("\n"));
  }

  private static String render(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder()
        .append(diagnostic.severity().word()).append('[').append(diagnostic.code().id()).append("] ")
        .append(diagnostic.message()).append('\n')
        .append("  at ").append(place(((Place.InSource) diagnostic.place()).span())).append('\n');
    for (Label label : diagnostic.labels()) {
      text.append("  label ").append(place(label.span())).append(": ").append(label.text()).append('\n');
    }
    diagnostic.help().ifPresent(help -> text.append("  help: ").append(help).append('\n'));
    return text.toString();
  }

  private static String place(Span span) {
    String covered = span.text().replaceAll("\\s+", " ");
    return span.from().line() + ":" + span.from().column() + " `" + covered + "`";
  }
}
