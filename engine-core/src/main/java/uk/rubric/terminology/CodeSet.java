package uk.rubric.terminology;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * An immutable, sorted set of SNOMED CT identifiers with their terms. Thread-safe.
 */
public final class CodeSet {
  private final long[] codes;
  private final String[] terms;

  /**
   * @param codes in any order, without duplicates
   * @param terms one for each code, empty when not known
   */
  public CodeSet(long[] codes, String[] terms) {
    if (codes.length != terms.length) {
      throw new IllegalArgumentException("a term for each code");
    }
    Integer[] order = new Integer[codes.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(codes[a], codes[b]));
    this.codes = Arrays.stream(order).mapToLong(i -> codes[i]).toArray();
    this.terms = Arrays.stream(order).map(i -> terms[i]).toArray(String[]::new);
  }

  public boolean contains(long code) {
    return Arrays.binarySearch(codes, code) >= 0;
  }

  /** The term of a code of the set, or an empty text. */
  public String term(long code) {
    int found = Arrays.binarySearch(codes, code);
    return found < 0 ? "" : terms[found];
  }

  public int size() {
    return codes.length;
  }

  /** The codes in rising order. */
  public LongStream codes() {
    return Arrays.stream(codes);
  }
}
