package uk.rubric.extract.plain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import uk.rubric.patient.WantedEvents;
import uk.rubric.value.SctId;

/**
 * Codes as they are read. They recur by the million, so each is checked once and remembered, up to a number: an extract
 * of nothing but different codes stays within memory. For one thread.
 */
final class Codes {
  /** Not the identifier of a concept; no code is 0. */
  static final long BAD = 0;

  private static final int MOST_KEPT = 1 << 17;

  private final WantedEvents wanted;
  // Twice the code, and one more when some rule wants it: a search touches one place in memory. 0 where there is none.
  private long[] known = new long[1 << 10];
  private int unused = Long.SIZE - 10;
  private final CodeTexts texts = new CodeTexts();
  private int size;
  private boolean isWanted;

  Codes(WantedEvents wanted) {
    this.wanted = wanted;
  }

  /** The code that stands there, or {@link #BAD}. */
  long read(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length < 6 || length > 18 || bytes[from] == '0') {
      return BAD;
    }
    long code = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return BAD;
      }
      code = 10 * code + digit;
    }
    if (knows(code)) {
      return code;
    }
    return learn(code, new String(bytes, from, length, StandardCharsets.ISO_8859_1));
  }

  /** Whether a number was read as a code before; then it is the code that was last read. */
  boolean knows(long number) {
    long found = known[slot(number)];
    isWanted = (found & 1) != 0;
    return found != 0 && found >>> 1 == number;
  }

  /**
   * The code whose digits these are, when it was read before: then twice the code, and one more when some rule wants
   * it; else 0.
   */
  long known(long first, long second, long third) {
    return texts.find(first, second, third);
  }

  /** Whether the rules want the code that was last read. */
  boolean isWanted() {
    return isWanted;
  }

  private long learn(long code, String text) {
    if (!SctId.isValid(text)) {
      return BAD;
    }
    isWanted = wanted.wants(code);
    if (size < MOST_KEPT) {
      known[slot(code)] = 2 * code + (isWanted ? 1 : 0);
      byte[] digits = Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), 3 * Long.BYTES);
      texts.add(Eight.at(digits, 0), Eight.at(digits, Long.BYTES), Eight.at(digits, 2 * Long.BYTES), known[slot(code)]);
      size++;
      if (size > known.length / 4) {
        grow();
      }
    }
    return code;
  }

  /** Where the code stands, or the free slot where it would. */
  private int slot(long code) {
    long[] table = known;
    // The highest bits: where codes rise by steps, they spread best.
    int slot = (int) ((code * 0x9E3779B97F4A7C15L) >>> unused);
    while (table[slot] != 0 && table[slot] >>> 1 != code) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] old = known;
    known = new long[2 * old.length];
    unused--;
    for (long one : old) {
      if (one != 0) {
        known[slot(one >>> 1)] = one;
      }
    }
  }
}
