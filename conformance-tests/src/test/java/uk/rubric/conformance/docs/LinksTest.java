package uk.rubric.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A link within the project leads to a file that is there, and to a heading that is in it. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^):#]*)(?:#([^)]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
  private static final Pattern ANCHOR = Pattern.compile("^<a id=\"([^\"]+)\"></a>$", Pattern.MULTILINE);

  private final Map<Path, Set<String>> places = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> leadSomewhere() throws IOException {
    try (Stream<Path> files = Files.walk(Page.ROOT.resolve("docs"))) {
      List<String> pages = files.map(file -> Page.ROOT.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".md"))
          .sorted()
          .toList();
      assertThat(pages).hasSizeGreaterThan(100);
      return Stream.concat(Stream.of("README.md"), pages.stream())
          .map(page -> DynamicTest.dynamicTest(page, () -> leadSomewhere(Page.of(page))));
    }
  }

  private void leadSomewhere(Page page) {
    assertThat(LINK.matcher(page.text()).results()).allSatisfy(link -> {
      Path target = link.group(1).isEmpty() ? page.path() : page.path().resolveSibling(link.group(1)).normalize();
      assertThat(target).exists();
      if (link.group(2) != null) {
        assertThat(places.computeIfAbsent(target, LinksTest::places)).contains(link.group(2));
      }
    });
  }

  private static Set<String> places(Path target) {
    return Stream.concat(headings(target), anchors(target)).collect(Collectors.toSet());
  }

  /** As they are named in links: small letters, spaces as hyphens, no other signs. */
  private static Stream<String> headings(Path target) {
    return HEADING.matcher(text(target)).results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-'));
  }

  private static Stream<String> anchors(Path target) {
    return ANCHOR.matcher(text(target)).results().map(anchor -> anchor.group(1));
  }

  private static String text(Path target) {
    return Page.of(Page.ROOT.relativize(target).toString()).text();
  }
}
