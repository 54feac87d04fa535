package uk.rubric.conformance.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.rubric.conformance.ConformanceCase;
import uk.rubric.conformance.ConformanceCases;

/** The manual says what the cases show, no more and no less. {@code -Dgolden.update=true} writes it. */
class ReferenceManualTest {
  private static final Path REFERENCE = Path.of("../docs/reference");
  private static final Path CASES = Path.of("cases");
  private static final Path GRAMMAR = Path.of("../rules-dsl/src/main/antlr4/uk/rubric/parse/antlr/Rubric.g4");
  private static final Map<String, String> PAGES = Manual.pages(CASES, Path.of("manual"), GRAMMAR);

  private static final Map<String, String> LINES = Manual.references(CASES);

  @BeforeAll
  static void write() throws IOException {
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.createDirectories(REFERENCE);
      for (String page : written()) {
        Files.delete(REFERENCE.resolve(page));
      }
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        Files.writeString(REFERENCE.resolve(page.getKey()), page.getValue());
      }
      for (Map.Entry<String, String> line : LINES.entrySet()) {
        Path page = errorPage(line.getKey());
        Files.writeString(page, ErrorPages.with(Files.readString(page), line.getValue()));
      }
    }
  }

  private static Path errorPage(String code) {
    return Path.of("../docs/errors", code + ".md");
  }

  @TestFactory
  Stream<DynamicTest> errorPageLeadsToItsExamples() {
    return LINES.entrySet().stream()
        .map(line -> DynamicTest.dynamicTest(
            line.getKey(),
            () -> assertThat(Files.readString(errorPage(line.getKey())))
                .as("-Dgolden.update=true writes it")
                .endsWith("\n\n" + line.getValue())));
  }

  private static List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(REFERENCE)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> pageIsAsCasesGive() {
    return PAGES.entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(
            page.getKey(),
            () -> assertThat(REFERENCE.resolve(page.getKey()))
                .as("-Dgolden.update=true writes it")
                .hasContent(page.getValue())));
  }

  @Test
  void noOtherPageStandsThere() throws IOException {
    assertThat(written()).containsExactlyInAnyOrderElementsOf(PAGES.keySet());
  }

  @Test
  void everyCaseIsShownOnce() {
    for (ConformanceCase each : ConformanceCases.in(CASES)) {
      String anchor = "<a id=\"" + each.id() + "\"></a>";
      assertThat(PAGES.get(each.heading().chapter() + ".md")).containsOnlyOnce(anchor);
    }
  }

  /** A quotation is a sentence that the reader can look up. */
  @Test
  void meaningsAreQuotedAsTheyStand() {
    String meanings = plain(PAGES.get("meaning.md"));

    assertThat(ConformanceCases.in(CASES))
        .filteredOn(each -> each.heading().paragraph().startsWith("language, meaning "))
        .allSatisfy(each -> assertThat(meanings).contains(plain(each.heading().quote())));
  }

  private static String plain(String text) {
    return text.replaceAll("[*`]|\\[|]\\([^)]*\\)", "").replaceAll("\\s+", " ").strip();
  }

  @Test
  void grammarPageSaysWhatEveryKindOfWordIs() throws IOException {
    String page = PAGES.get("grammar.md");

    assertThat(Pattern.compile("\\b[A-Z][A-Z_]+\\b").matcher(Grammar.shown(Grammar.read(GRAMMAR).all())).results())
        .allSatisfy(token -> assertThat(page).contains("| `" + token.group() + "` |"));
  }
}
