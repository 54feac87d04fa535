package uk.rubric.conformance.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.rubric.conformance.ConformanceCase;

/**
 * The chapters in their order: as {@code contents.txt} lists them, then any other by name.
 *
 * @param chapters one for each folder of cases
 * @param introductions the folder of introductions
 */
record Contents(List<ChapterPage> chapters, Path introductions) {
  private static final String ORDER = "contents.txt";

  static Contents of(List<ConformanceCase> cases, Path introductions) {
    Map<String, List<Example>> found =
        cases.stream().map(Example::of).collect(
            Collectors.groupingBy(Example::chapter, TreeMap::new, Collectors.toList()));
    Set<String> order = new LinkedHashSet<>(read(introductions, ORDER).lines().toList());
    order.stream().filter(name -> !found.containsKey(name)).forEach(name -> {
      throw new MalformedIntroduction(ORDER, "no chapter `" + name + "`");
    });
    order.addAll(found.keySet());
    List<ChapterPage> pages = new ArrayList<>();
    order.forEach(name -> pages.add(new ChapterPage(name, introduction(introductions, name), found.get(name))));
    return new Contents(List.copyOf(pages), introductions);
  }

  /** A chapter that nobody has introduced yet is shown all the same. */
  private static Introduction introduction(Path folder, String chapter) {
    String file = chapter + ".md";
    return Introduction.of(
        file, Files.exists(folder.resolve(file)) ? read(folder, file) : "# " + Markdown.sentence(chapter) + "\n");
  }

  Introduction introduction(String file) {
    return Introduction.of(file, read(introductions, file));
  }

  List<Example> examples() {
    return chapters.stream().flatMap(chapter -> chapter.examples().stream()).toList();
  }

  private static String read(Path folder, String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
