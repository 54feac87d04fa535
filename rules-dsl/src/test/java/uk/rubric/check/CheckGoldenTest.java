package uk.rubric.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Label;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;

/** Compares the checker's words with the files under {@code golden/check}; {@code -Dgolden.update=true} rewrites them. */
class CheckGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/check");

  static List<Path> good() throws IOException {
    return cases("good");
  }

  static List<Path> bad() throws IOException {
    return cases("bad");
  }

  private static List<Path> cases(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".rubric")).sorted().toList();
    }
  }

  private static CheckResult check(Path file) throws IOException {
    return Checker.checkSources(List.of(new SourceText(file.getFileName().toString(), Files.readString(file))));
  }

  @ParameterizedTest
  @MethodSource("good")
  void passesWhatIsWell(Path file) throws IOException {
    CheckResult result = check(file);
    assertThat(render(result.diagnostics())).isEmpty();
    assertThat(result.rules()).isPresent();
    compare(file, ModelText.of(result.rules().orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void saysWhatIsWrong(Path file) throws IOException {
    CheckResult result = check(file);
    assertThat(result.diagnostics()).isNotEmpty();
    assertThat(result.rules().isPresent()).isEqualTo(result.diagnostics().stream().noneMatch(Diagnostic::isError));
    compare(file, render(result.diagnostics()));
  }

  @Test
  void everyCodeHasACase() throws IOException {
    Set<String> missing = Arrays.stream(RuleDiagnostic.values()).map(RuleDiagnostic::id)
        .collect(Collectors.toCollection(TreeSet::new));
    for (Path file : bad()) {
      check(file).diagnostics().forEach(d -> missing.remove(d.code().id()));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDiagnosticIsOneLineOfTheReadersWordsWithHelp() throws IOException {
    for (Path file : bad()) {
      for (Diagnostic diagnostic : check(file).diagnostics()) {
        String outsideQuotes = diagnostic.message().replaceAll("`[^`]*`|SNOMED CT", "");
        assertThat(diagnostic.message()).doesNotContain("\n").doesNotEndWith(".").doesNotContainIgnoringCase("java");
        assertThat(outsideQuotes).isEqualTo(outsideQuotes.toLowerCase(java.util.Locale.ROOT));
        assertThat(diagnostic.code() instanceof RuleDiagnostic && diagnostic.help().isEmpty()).isFalse();
      }
    }
  }

  private static void compare(Path file, String actual) throws IOException {
    Path expected = Path.of(file.toString().replaceAll("\\.rubric$", ".expected"));
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
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
