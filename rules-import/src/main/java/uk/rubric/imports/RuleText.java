package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.diagnostic.Place;

/** The text of a rule file as it grows, and from which cell each of its lines came. */
final class RuleText {
  private static final int WIDTH = 118;

  private final StringBuilder text = new StringBuilder();
  private final List<Place.InFile> origins = new ArrayList<>();
  private Place.InFile origin;

  /** @param start where lines belong that come from no cell */
  RuleText(Place.InFile start) {
    this.origin = start;
  }

  RuleText line(int indent, String line) {
    text.append(" ".repeat(indent)).append(line).append('\n');
    origins.add(origin);
    return this;
  }

  RuleText blank() {
    text.append('\n');
    origins.add(origin);
    return this;
  }

  /** Lines from here on come from that cell. */
  RuleText from(Place.InFile cell) {
    origin = cell;
    return this;
  }

  /** An item: what explains it, its text, its notes. */
  RuleText item(int indent, Item item) {
    from(item.origin());
    item.docs().forEach(doc -> comment(indent, "///", doc));
    line(indent, item.text());
    item.notes().forEach(note -> line(indent + 2, note));
    return this;
  }

  /** A comment, folded. */
  RuleText comment(int indent, String mark, String comment) {
    StringBuilder line = new StringBuilder(mark);
    for (String word : comment.strip().split("\\s+")) {
      if (line.length() > mark.length() && indent + line.length() + 1 + word.length() > WIDTH) {
        line(indent, line.toString());
        line = new StringBuilder(mark);
      }
      line.append(' ').append(word);
    }
    return line(indent, line.toString());
  }

  String text() {
    return text.toString();
  }

  /** The cell of a line, from 1. */
  Place.InFile origin(int line) {
    return origins.get(Math.min(line, origins.size()) - 1);
  }
}
