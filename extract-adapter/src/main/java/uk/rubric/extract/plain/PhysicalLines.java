package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * A text line by line, ended by LF, CR LF or CR as for the CSV reader. A line is cut where it is longer than any record
 * could be, so that a file without line ends fits in memory; what is cut off leaves a record that lacks cells or has a
 * quotation mark open, and so is refused. For one thread.
 */
final class PhysicalLines {
  /** In characters. */
  static final int LONGEST = 1 << 20;

  private static final int END = -1;

  private final Reader text;
  private final char[] buffer = new char[1 << 14];
  private int next;
  private int filled;

  PhysicalLines(Reader text) {
    this.text = text;
  }

  /** The next line without its end; nothing after the last. */
  Optional<String> next() throws IOException {
    int c = read();
    if (c == END) {
      return Optional.empty();
    }
    StringBuilder line = new StringBuilder();
    while (c != END && c != '\n' && c != '\r') {
      if (line.length() < LONGEST) {
        line.append((char) c);
      }
      c = read();
    }
    if (c == '\r' && peek() == '\n') {
      next++;
    }
    return Optional.of(line.toString());
  }

  private int read() throws IOException {
    int c = peek();
    next++;
    return c;
  }

  private int peek() throws IOException {
    if (next >= filled) {
      filled = Math.max(text.read(buffer), 0);
      next = 0;
    }
    return filled == 0 ? END : buffer[next];
  }
}
