package uk.rubric.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A named text with an index of its lines. A line ends with LF, CR LF or CR.
 *
 * <p>Immutable and thread-safe. Two texts are equal when name and text are.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * @param name what a reader calls the text, usually a path as the caller gave it
   * @param text its content
   */
  public SourceText(String name, String text) {
    this.name = Objects.requireNonNull(name);
    this.text = Objects.requireNonNull(text);
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int next = nextLine(text, 0); next > 0; next = nextLine(text, next)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = next;
    }
    return Arrays.copyOf(starts, count);
  }

  /** Where the line after the one at {@code start} starts; 0 when there is none. */
  private static int nextLine(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean crOfCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || c == '\r' && !crOfCrLf) {
        return i + 1;
      }
    }
    return 0;
  }

  public String name() {
    return name;
  }

  /** The path that the name is; empty when no file can have such a path. */
  public Optional<Path> path() {
    return path(name);
  }

  /** A path as this text says it, seen from its own; empty when no file can have such a path. */
  public Optional<Path> beside(String written) {
    return path().flatMap(own -> path(written).map(own::resolveSibling));
  }

  private static Optional<Path> path(String written) {
    try {
      return Optional.of(Path.of(written));
    } catch (InvalidPathException unwritable) {
      return Optional.empty();
    }
  }

  public String text() {
    return text;
  }

  /** How many lines there are: at least one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The line of that number, from 1, without its end. */
  public String line(int number) {
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The place of the character at a UTF-16 offset from 0 to the text's length. */
  public Position positionAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, text.codePointCount(lineStarts[line], offset) + 1);
  }

  /** The span from one offset to another. */
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that && name.equals(that.name) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + text.length();
  }

  @Override
  public String toString() {
    return name;
  }
}
