package uk.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The style of what a reader is told, over every diagnostic of the golden files. */
class DiagnosticStyleTest {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");
  private static final Pattern MESSAGE = Pattern.compile("(?m)^(?:error|warning)\\[[a-z-]+]:? (.*)$");
  private static final Pattern HELP = Pattern.compile("(?m)^\\s+(?:= )?help: (.*)$");
  private static final Pattern LABEL = Pattern.compile("(?m)^  label [0-9:]+ `.*`: (.*)$");

  /** Words of those who build compilers, not of those who write rules. */
  private static final Pattern JARGON = Pattern.compile(
      "(?i)\\b(token|eof|exception|null|java|antlr|extraneous|mismatched|viable|literal|lexer|parser|parse"
          + "|node|ast|operand|boolean|string|integer|semantic|syntax|scope|symbol|invalid input)\\b");

  @TestFactory
  Stream<DynamicTest> everyDiagnosticKeepsTheStyle() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files.filter(file -> file.toString().endsWith(".expected") && file.toString().contains("bad")).sorted()
          .toList().stream()
          .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check(Files.readString(file))));
    }
  }

  private static void check(String text) {
    assertThat(MESSAGE.matcher(text).find()).isTrue();
    MESSAGE.matcher(text).results().forEach(message -> checkStart(checkWords(message.group(1))));
    LABEL.matcher(text).results().forEach(label -> checkWords(label.group(1)));
    HELP.matcher(text).results().forEach(help -> checkStart(checkWords(help.group(1))));
  }

  private static String checkWords(String told) {
    String own = outsideQuotes(told);
    assertThat(own).as(told).doesNotEndWith(".").doesNotContain("`").doesNotContain("  ");
    assertThat(JARGON.matcher(own).results().map(MatchResult::group).toList()).as(told).isEmpty();
    assertThat(told.length()).as(told).isLessThanOrEqualTo(200);
    return own;
  }

  private static void checkStart(String own) {
    String small = own.replace("SNOMED CT", "").replaceAll("U\\+[0-9A-F]+", "");
    assertThat(small).isEqualTo(small.toLowerCase(Locale.ROOT));
  }

  /** Without the reader's text, and without what the help offers to write. */
  private static String outsideQuotes(String told) {
    return told.replaceAll("`[^`]*`", "…");
  }
}
