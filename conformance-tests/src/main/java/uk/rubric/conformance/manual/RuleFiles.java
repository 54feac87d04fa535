package uk.rubric.conformance.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Rule files that several cases of a chapter share, shown once. */
final class RuleFiles {
  private final Set<Path> files = new TreeSet<>();

  RuleFiles(List<Example> examples) {
    examples.forEach(example ->
        example.text("file").ifPresent(name -> files.add(example.read().heading().file().resolveSibling(name))));
  }

  void show(PageText page) {
    if (!files.isEmpty()) {
      page.prose("## The rules\n");
      files.forEach(file -> page.prose(Markdown.fenced("rubric", read(file))));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
