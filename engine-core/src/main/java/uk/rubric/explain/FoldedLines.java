package uk.rubric.explain;

/** Lines of text, folded between words where they would be too long. */
final class FoldedLines {
  private static final int WIDTH = 110;

  private final StringBuilder text = new StringBuilder();

  /** An empty line. */
  void gap() {
    text.append('\n');
  }

  /** A line, and as many more as it needs, all indented alike. */
  void add(int indent, String words) {
    add(indent, indent, words);
  }

  /** A line, and as many more as it needs, those indented by {@code rest}. */
  void add(int indent, int rest, String words) {
    String left = " ".repeat(indent) + words.replace('\n', ' ');
    for (int end = fold(left); end > 0; end = fold(left)) {
      text.append(left.substring(0, end).stripTrailing()).append('\n');
      left = " ".repeat(rest) + left.substring(end).strip();
    }
    text.append(left).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /**
   * Where a line that is too long is cut: behind the last word that fits; -1 for a short one, or a single long word.
   */
  private static int fold(String line) {
    if (line.length() <= WIDTH) {
      return -1;
    }
    int indent = line.length() - line.stripLeading().length();
    int last = line.lastIndexOf(' ', WIDTH);
    int end = last > indent ? last : line.indexOf(' ', WIDTH);
    return end < line.length() ? end : -1;
  }
}
