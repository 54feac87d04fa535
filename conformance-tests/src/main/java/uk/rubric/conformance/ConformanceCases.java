package uk.rubric.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cases of a folder. */
public final class ConformanceCases {
  private ConformanceCases() {}

  /**
   * Reads every {@code CHAPTER/CASE.yaml} of a folder, by rising path.
   *
   * @throws MalformedCase when one of them is not in the format
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static List<ConformanceCase> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(CaseReader::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
