package uk.rubric.diagnostic;

import uk.rubric.source.Position;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;

/**
 * The line on which a span starts, as a terminal shows it, with an underline below: tabs are spread, wide characters
 * count twice, invisible ones are kept from the terminal, and of a very long line a window around the span remains.
 *
 * @param text the line as shown
 * @param indent how many columns stand before the span
 * @param width how many columns the span covers on this line, at least one
 */
record Excerpt(String text, int indent, int width) {
  private static final String TAB = "    ";
  private static final int WINDOW = 160;
  private static final int BEFORE = 60;

  static Excerpt of(Span span) {
    Position from = span.from();
    SourceText source = span.source();
    String line = source.line(from.line());
    int start = Math.min(line.length(), line.offsetByCodePoints(0, Math.min(from.column() - 1, length(line))));
    int end = Math.min(line.length(), start + span.end() - span.start());
    return window(shown(line.substring(0, start)), shown(line.substring(start, end)), shown(line.substring(end)));
  }

  private static int length(String line) {
    return line.codePointCount(0, line.length());
  }

  private static Excerpt window(String before, String within, String after) {
    String line = (before + within + after).stripTrailing();
    int indent = columns(before);
    int width = Math.max(1, columns(within));
    if (columns(line) <= WINDOW) {
      return new Excerpt(line, indent, width);
    }
    String left = indent <= BEFORE ? before : "…" + last(before, BEFORE);
    int shownIndent = columns(left);
    String right = first(within + after, WINDOW - shownIndent);
    return new Excerpt(left + right, shownIndent, Math.min(width, Math.max(1, columns(right))));
  }

  private static String last(String text, int count) {
    int points = length(text);
    return points <= count ? text : text.substring(text.offsetByCodePoints(0, points - count));
  }

  private static String first(String text, int count) {
    return length(text) <= count ? text : text.substring(0, text.offsetByCodePoints(0, count)) + "…";
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(point -> show(point, shown));
    return shown.toString();
  }

  private static void show(int point, StringBuilder shown) {
    if (point == '\t') {
      shown.append(TAB);
    } else if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
      shown.append('\uFFFD');
    } else if (Character.getType(point) != Character.FORMAT) {
      shown.appendCodePoint(point);
    }
  }

  private static int columns(String shown) {
    return shown.codePoints().map(Excerpt::columns).sum();
  }

  private static int columns(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /** The blocks of East Asian width "wide" that matter, and the emoji. */
  private static boolean isWide(int point) {
    return point >= 0x1100 && point <= 0x115F
        || point >= 0x2E80 && point <= 0xA4CF
        || point >= 0xAC00 && point <= 0xD7A3
        || point >= 0xF900 && point <= 0xFAFF
        || point >= 0xFF00 && point <= 0xFF60
        || point >= 0x1F300 && point <= 0x1FAFF
        || point >= 0x20000 && point <= 0x3FFFD;
  }

  /** The line below: the span underlined with {@code mark}. */
  String underline(char mark) {
    return " ".repeat(indent) + String.valueOf(mark).repeat(width);
  }
}
