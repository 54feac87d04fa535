package uk.rubric.conformance.manual;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.conformance.MustFailCase.Expected;

/** What a code's page says of the manual: the examples that are refused with it. */
final class ErrorPages {
  private static final String HEADING = "**In the reference.** ";

  /** More would push the page's own example away. */
  private static final int SHOWN = 6;

  private ErrorPages() {}

  /** The line of each code that has an example. */
  static Map<String, String> references(List<Example> examples) {
    Map<String, List<Example>> byCode = new TreeMap<>();
    examples.forEach(example -> example.refusal().ifPresent(refusal ->
        refusal.expected().stream().map(Expected::code).distinct().forEach(code ->
            byCode.merge(code, List.of(example), ErrorPages::joined))));
    Map<String, String> lines = new TreeMap<>();
    byCode.forEach((code, shown) -> lines.put(code, shown.stream()
        .limit(SHOWN)
        .map(example -> Markdown.link(example.title(), "../reference/" + example.target()))
        .collect(Collectors.joining(" ·\n", HEADING, "\n"))));
    return lines;
  }

  private static List<Example> joined(List<Example> some, List<Example> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** A page with this line at its end, in place of one that stands there. */
  static String with(String page, String line) {
    int at = page.indexOf("\n" + HEADING);
    return (at < 0 ? page.stripTrailing() + "\n" : page.substring(0, at)) + "\n" + line;
  }
}
