package uk.rubric.source;

import java.util.Objects;

/**
 * A stretch of a source text, {@code start} included and {@code end} not, in UTF-16 offsets of
 * {@link SourceText#text()}.
 *
 * <p>Immutable and thread-safe.
 */
public record Span(SourceText source, int start, int end) {
  public Span {
    Objects.requireNonNull(source);
    if (start < 0 || end < start || end > source.text().length()) {
      throw new IllegalArgumentException("a span lies within its text");
    }
  }

  // Written out: each part of a rule is compared by it, also while a command starts, and what Java makes for records is
  // put together anew at each start and slow until it is optimized.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span that && start == that.start && end == that.end && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * source.hashCode() + start) + end;
  }

  /** Where the first character stands. */
  public Position from() {
    return source.positionAt(start);
  }

  /** Where the first character after the span stands. */
  public Position to() {
    return source.positionAt(end);
  }

  /** The text that the span covers. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** The smallest span that covers this one and {@code other}, which must be of the same text. */
  public Span through(Span other) {
    return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** {@code file:line:column} of the start, as a reader writes it. */
  @Override
  public String toString() {
    Position from = from();
    return source.name() + ":" + from.line() + ":" + from.column();
  }
}
