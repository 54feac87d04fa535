package uk.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import uk.rubric.source.SourceText;

/**
 * Golden files: what a pass makes of {@code <case>.rubric} stands beside it in {@code <case>.expected}. With
 * {@code -Dgolden.update=true} the expected files are rewritten, to be read in the difference before they are
 * committed.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /**
   * One test for each {@code .rubric} file of a folder of golden files; a folder without any is a mistake.
   *
   * @param folder below {@code src/test/resources/golden}, such as {@code parse/good}
   * @param pass makes the text to compare; the source is called by its file name alone
   */
  public static Stream<DynamicTest> cases(String folder, Function<SourceText, String> pass) {
    List<Path> files = files(ROOT.resolve(folder));
    assertThat(files).as("golden files in %s", folder).isNotEmpty();
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> compare(expected(file), pass.apply(source(file)))));
  }

  /** Compares {@code actual} with a file, or rewrites the file. */
  public static void compare(Path file, String actual) {
    if (System.getProperty("golden.update", "").isEmpty()) {
      assertThat(file).as("golden file; -Dgolden.update=true writes it").exists();
      assertThat(actual).as("%s", file).isEqualTo(read(file));
    } else {
      write(file, actual);
    }
  }

  /** The text of a rule file, called by its file name alone. */
  public static SourceText source(Path file) {
    return new SourceText(file.getFileName().toString(), read(file));
  }

  /** The rule files of a folder below {@code src/test/resources/golden}, in order of their names. */
  public static List<SourceText> sources(String folder) {
    return files(ROOT.resolve(folder)).stream().map(Golden::source).toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".rubric")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".rubric", "");
  }

  private static Path expected(Path file) {
    return file.resolveSibling(name(file) + ".expected");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
