package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uk.rubric.format.Formatter;
import uk.rubric.source.SourceText;

/** Rule files that are shown stand in their layout; {@code -Dgolden.update=true} lays them out. */
class LayoutTest {
  private static final List<Path> SHOWN = List.of(Path.of("."), Path.of("..", "conformance-tests", "cases"));

  @TestFactory
  Stream<DynamicTest> ruleFilesAreLaidOut() {
    List<Path> files = SHOWN.stream().flatMap(LayoutTest::ruleFiles).toList();
    assertThat(files).hasSizeGreaterThan(2);
    return files.stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertLaidOut(file)));
  }

  private static Stream<Path> ruleFiles(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all
          .filter(file -> file.toString().endsWith(".rubric") && !file.toString().contains("target"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertLaidOut(Path file) throws IOException {
    String text = Files.readString(file);
    String layout = Formatter.format(new SourceText(file.toString(), text)).text().orElseThrow();
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.writeString(file, layout);
    } else {
      assertThat(text).as("`rubric fmt` lays it out").isEqualTo(layout);
    }
  }
}
