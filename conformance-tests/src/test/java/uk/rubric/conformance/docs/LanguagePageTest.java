package uk.rubric.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every block of the guide to the language is in order, or refused as it says. */
class LanguagePageTest {
  private static final Page PAGE = Page.of("docs/language.md");

  @TestFactory
  Stream<DynamicTest> holds() {
    return PAGE.blocks("rubric")
        .map(block -> DynamicTest.dynamicTest("line " + block.line(), () -> Checked.holds(block)));
  }

  /** What stands between single quotes in the grammar, and has letters. */
  @Test
  void showsEveryWordOfTheLanguage() {
    String grammar = Page.of("rules-dsl/src/main/antlr4/uk/rubric/parse/antlr/Rubric.g4").text();
    Set<String> words = Pattern.compile("'([a-z]+)'").matcher(grammar).results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(words)
        .hasSizeGreaterThan(70)
        .allSatisfy(word -> assertThat(PAGE.text()).containsPattern("\\b" + word + "\\b"));
  }

  @Test
  void checksWhatItShows() {
    assertThat(PAGE.blocks("rubric").filter(block -> block.says("refused").isPresent())).hasSizeGreaterThan(3);
    assertThat(PAGE.blocks()).allSatisfy(block -> assertThat(block.kind()).isEqualTo("rubric"));
  }
}
