package uk.rubric.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;

/** Rule files of the tests, and the books made of them. */
final class Books {
  static final Path GOLDEN = Path.of("src/test/resources/golden/reading");
  private static final Path EXAMPLE = Path.of("../examples/qof-2021-22");

  private Books() {}

  static List<ParseResult> read(Path... files) {
    return Stream.of(files).map(file -> RuleParser.parse(new SourceText(file.toString(), text(file)))).toList();
  }

  static CheckedRules check(List<ParseResult> files) {
    var result = Checker.check(files);
    assertThat(result.rules()).as("%s", result.diagnostics()).isPresent();
    return result.rules().orElseThrow();
  }

  static Map<String, String> book(Path... files) {
    List<ParseResult> read = read(files);
    return RuleBook.of(read, check(read));
  }

  static Path[] example() {
    return new Path[] {EXAMPLE.resolve("diabetes.rubric"), EXAMPLE.resolve("qof.rubric")};
  }

  static Path[] widened() {
    return new Path[] {GOLDEN.resolve("widened.rubric")};
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
