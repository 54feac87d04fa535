package uk.rubric.format;

/** What a {@link Doc} is written on: knows the column, the margins and whether a comment has ended the line. */
final class Paper {
  private final StringBuilder text = new StringBuilder();
  private int lineStart;
  private int lineIndent;
  private int indent;
  private int margin;
  private boolean flat;
  private boolean lineEnded;

  Paper(int margin, int indent) {
    this.margin = margin;
    this.indent = indent;
    this.lineIndent = indent;
  }

  /** What was written, without a last line end. */
  String text() {
    return text.toString();
  }

  int indent() {
    return indent;
  }

  boolean isFlat() {
    return flat;
  }

  /** Where the next word goes, from 0. */
  int column() {
    return lineEnded ? indent : isLineEmpty() ? lineIndent : text.codePointCount(lineStart, text.length());
  }

  private boolean isLineEmpty() {
    return lineEnded || text.length() == lineStart;
  }

  boolean fits(int width) {
    return !lineEnded && column() + width <= margin;
  }

  /** One blank between words; none at the start of a line. */
  void blank() {
    if (!isLineEmpty()) {
      text.append(' ');
    }
  }

  void write(String words) {
    if (lineEnded) {
      endLine(false);
    }
    if (text.length() == lineStart) {
      text.append(" ".repeat(lineIndent));
    }
    text.append(words);
  }

  void remark(String comment, boolean ownLine, int column) {
    if (!isLineEmpty()) {
      if (ownLine) {
        endLine(false);
      } else {
        trim();
        text.append(" ".repeat(Math.max(2, column - column())));
      }
    }
    write(comment);
    lineEnded = true;
  }

  void endLine(boolean blank) {
    trim();
    text.append(blank ? "\n\n" : "\n");
    lineStart = text.length();
    lineIndent = indent;
    lineEnded = false;
  }

  private void trim() {
    int end = text.length();
    while (end > lineStart && text.charAt(end - 1) == ' ') {
      end--;
    }
    text.setLength(end);
  }

  void indented(int column, Runnable content) {
    int before = indent;
    indent = column;
    content.run();
    indent = before;
  }

  void limited(int column, Runnable content) {
    int before = margin;
    margin = column;
    content.run();
    margin = before;
  }

  void within(boolean onOneLine, Runnable content) {
    boolean before = flat;
    flat = onOneLine;
    content.run();
    flat = before;
  }
}
