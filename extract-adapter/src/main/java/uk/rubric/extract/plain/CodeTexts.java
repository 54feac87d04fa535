package uk.rubric.extract.plain;

/**
 * Codes by their digits as they stand among the bytes of a file, so that one which recurs need not be made a number
 * again. A text is three words of eight bytes each, filled up with zeros. For one thread.
 */
final class CodeTexts {
  /** Of a text that is not known. */
  static final long NONE = 0;

  private static final int WORDS = 4;

  // For each text its three words, and what is kept of it.
  private long[] table = new long[WORDS << 8];
  private int unused = Long.SIZE - 8;
  private int size;

  /** What is kept of a text, or {@link #NONE}. */
  long find(long first, long second, long third) {
    return table[place(first, second, third) + 3];
  }

  /** @param kept not {@link #NONE} */
  void add(long first, long second, long third, long kept) {
    if (++size > table.length / WORDS / 2) {
      grow();
    }
    put(first, second, third, kept);
  }

  private void put(long first, long second, long third, long kept) {
    int place = place(first, second, third);
    table[place] = first;
    table[place + 1] = second;
    table[place + 2] = third;
    table[place + 3] = kept;
  }

  /** Where the text stands, or the free place where it would. */
  private int place(long first, long second, long third) {
    long[] all = table;
    // The highest bits: they hang on all digits.
    int place = (int) ((first + 31 * second ^ third) * 0x9E3779B97F4A7C15L >>> unused) * WORDS;
    while (all[place + 3] != NONE && (all[place] != first || all[place + 1] != second || all[place + 2] != third)) {
      place = place + WORDS & all.length - 1;
    }
    return place;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    unused--;
    for (int i = 0; i < old.length; i += WORDS) {
      if (old[i + 3] != NONE) {
        put(old[i], old[i + 1], old[i + 2], old[i + 3]);
      }
    }
  }
}
