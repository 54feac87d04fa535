package uk.rubric.conformance.manual;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Pieces of Markdown. */
final class Markdown {
  private static final Pattern NAME = Pattern.compile("(?<![`\\w])[A-Z][A-Z0-9]*_[A-Z0-9_]+(?:\\[])?(?![`\\w])");

  private Markdown() {}

  /** {@code same-day} as {@code Same day}. */
  static String sentence(String kebab) {
    return kebab.substring(0, 1).toUpperCase(Locale.ROOT) + words(kebab).substring(1);
  }

  static String words(String kebab) {
    return kebab.replace('-', ' ');
  }

  /** Names of clusters and fields in the type of code. */
  static String names(String text) {
    return NAME.matcher(text).replaceAll(name -> "`" + name.group() + "`");
  }

  /** A text without the line breaks it was written with. */
  static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  static String fenced(String kind, String body) {
    return "```" + kind + "\n" + body.stripTrailing() + "\n```\n";
  }

  /** A table; a cell holds line breaks as {@code <br>}. */
  static String table(List<String> header, List<List<String>> rows) {
    StringBuilder table = new StringBuilder(row(header));
    table.append("|").append(" --- |".repeat(header.size())).append('\n');
    rows.forEach(row -> table.append(row(row)));
    return table.toString();
  }

  static String row(List<String> cells) {
    StringBuilder row = new StringBuilder("|");
    for (String cell : cells) {
      row.append(cell.isEmpty() ? " " : " " + cell.replace("|", "\\|").replace("\n", "<br>") + " ").append('|');
    }
    return row.append('\n').toString();
  }

  static String anchor(String name) {
    return "<a id=\"" + name + "\"></a>\n";
  }

  static String link(String text, String target) {
    return "[" + text + "](" + target + ")";
  }

  /** The name under which a heading is linked to: small letters, spaces as hyphens, no other signs. */
  static String slug(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }
}
