package uk.rubric.extract.plain;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text at once, the first of them lowest: what is asked of them is answered without a loop and without
 * a branch. Answers are <i>marks</i>, the high bit of each byte that is meant. No state.
 */
final class Eight {
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long MARKS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;
  private static final long ZEROS = '0' * ONES;

  private Eight() {}

  static long at(byte[] bytes, int at) {
    return (long) LONG.get(bytes, at);
  }

  /** Marks the bytes that are this one. */
  static long marks(long eight, char one) {
    long other = eight ^ one * ONES;
    return ~((other & LOW_BITS) + LOW_BITS | other) & MARKS;
  }

  /** Marks the bytes that are no decimal digits. */
  static long noDigits(long eight) {
    long digits = eight ^ ZEROS;
    return ((digits & LOW_BITS) + 0x7676767676767676L | digits) & MARKS;
  }

  /**
   * The lowest mark is that of the first byte below {@code end}, an ASCII character; those above it may be wrong, which
   * spares a few steps.
   */
  static long firstBelow(long eight, char end) {
    return eight - end * ONES & ~eight & MARKS;
  }

  /** The place of the first mark, from 0; 8 when there is none. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /** All bits of the bytes before the first mark. */
  static long before(long marks) {
    return (marks & -marks) - 1 >>> Byte.SIZE - 1;
  }

  /**
   * The number that the first digits make. @param count of digits, from 1 to 8; what stands behind them is no matter
   */
  static long number(long eight, int count) {
    long digits = (eight ^ ZEROS) << Long.SIZE - Byte.SIZE * count;
    long pairs = digits * 10 + (digits >>> 8) & 0x00FF00FF00FF00FFL;
    long fours = pairs * 100 + (pairs >>> 16) & 0x0000FFFF0000FFFFL;
    return fours * 10_000 + (fours >>> 32) & 0xFFFFFFFFL;
  }
}
