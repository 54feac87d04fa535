package uk.rubric.conformance.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed prose of a page, with comments in the places of what comes from the cases: {@code <!-- cases: a, b -->}
 * shows cases, {@code <!-- table: … -->} a truth table.
 *
 * @param title the heading of the page
 * @param parts what stands below the title, in order
 */
record Introduction(String file, String title, List<Part> parts) {
  private static final Pattern DIRECTIVE =
      Pattern.compile("^<!-- (cases|table):\\s+(.*?)\\s*-->\\n", Pattern.DOTALL | Pattern.MULTILINE);

  Introduction {
    parts = List.copyOf(parts);
  }

  /**
   * A stretch of the page.
   *
   * @param kind {@code cases}, {@code table}, or empty for prose
   */
  record Part(String kind, String text) {
    boolean isProse() {
      return kind.isEmpty();
    }

    boolean isSection() {
      return isProse() && text.startsWith("## ");
    }

    /** The names that a list of cases holds. */
    List<String> names() {
      return Arrays.stream(text.split(",")).map(String::strip).toList();
    }
  }

  static Introduction of(String file, String text) {
    int end = text.indexOf('\n');
    if (end < 0 || !text.startsWith("# ")) {
      throw new MalformedIntroduction(file, "expected a title in the first line");
    }
    return new Introduction(file, text.substring(2, end).strip(), parts(text.substring(end + 1)));
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher directive = DIRECTIVE.matcher(text);
    int end = 0;
    while (directive.find()) {
      addProse(text.substring(end, directive.start()), parts);
      parts.add(new Part(directive.group(1), directive.group(2)));
      end = directive.end();
    }
    addProse(text.substring(end), parts);
    return parts;
  }

  /** Each section is a part of its own. */
  private static void addProse(String text, List<Part> parts) {
    Stream.of(text.split("(?m)(?=^## )")).filter(each -> !each.isBlank())
        .forEach(each -> parts.add(new Part("", each.strip())));
  }

  /** The first paragraph, without line breaks: what the index says of the page. */
  String summary() {
    return parts.stream().limit(1).filter(part -> part.isProse() && !part.isSection())
        .map(part -> part.text().split("\n\n", 2)[0].replace('\n', ' '))
        .collect(Collectors.joining());
  }
}
