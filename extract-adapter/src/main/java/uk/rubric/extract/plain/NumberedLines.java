package uk.rubric.extract.plain;

import java.io.InputStream;

/** Lines out of a longer text, each with the number that it has there. For one thread. */
final class NumberedLines extends LineReader {
  private final long[] numbers;

  /** @param numbers one for each line, from 1 */
  NumberedLines(InputStream in, long[] numbers) {
    super(in, 0, 1);
    this.numbers = numbers;
  }

  @Override
  long line() {
    return numbers[Math.toIntExact(super.line()) - 1];
  }

  /** They are rows, and their header stands elsewhere. */
  @Override
  boolean isNextBehind(long number) {
    return true;
  }
}
