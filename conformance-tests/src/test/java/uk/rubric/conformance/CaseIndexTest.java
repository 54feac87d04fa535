package uk.rubric.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.rubric.conformance.ConformanceCase.Heading;

/** The index of the cases, made from them, so that it cannot say what they do not show. */
class CaseIndexTest {
  private static final Path CASES = Path.of("cases");
  private static final Path INDEX = CASES.resolve("README.md");

  @Test
  void indexNamesEveryCase() throws IOException {
    String index = index(ConformanceCases.in(CASES).stream().map(ConformanceCase::heading).toList());
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.writeString(INDEX, index);
    }

    assertThat(INDEX).as("-Dgolden.update=true writes it").hasContent(index);
  }

  private static String index(List<Heading> headings) {
    Map<String, List<Heading>> chapters =
        headings.stream().collect(Collectors.groupingBy(Heading::chapter, TreeMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder("# What the cases show\n\n");
    text.append(headings.size()).append(" cases, by chapter, each with the paragraph that it stands for.\n");
    text.append("[The format](../README.md) says how to read them. This page is made from them.\n");
    chapters.forEach((chapter, cases) -> {
      text.append("\n## ").append(chapter).append("\n\n");
      cases.forEach(heading -> text.append(line(heading)));
    });
    return text.toString();
  }

  private static String line(Heading heading) {
    return "- [%s](%s/%s.yaml): %s (%s)\n"
        .formatted(heading.id(), heading.chapter(), heading.id(), heading.title(), heading.paragraph());
  }
}
