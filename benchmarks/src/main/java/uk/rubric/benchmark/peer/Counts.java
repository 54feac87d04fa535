package uk.rubric.benchmark.peer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What every program counts, over all practices together. Not thread-safe. */
public final class Counts {
  /** The names of all figures, in the order in which they are printed. {@code rejected.N} is by rule N. */
  public static final List<String> NAMES = List.of(
      "DM_REG", "HYP_REG",
      "DM020.population", "DM020.denominator", "DM020.numerator",
      "DM020.rejected.2", "DM020.rejected.3", "DM020.rejected.4", "DM020.rejected.5", "DM020.rejected.6",
      "HYP008.population", "HYP008.denominator", "HYP008.numerator", "HYP008.rejected.2", "HYP008.rejected.3",
      "CHOL.population", "CHOL.denominator", "CHOL.numerator",
      "FLU.population", "FLU.denominator", "FLU.numerator");

  private final Map<String, Long> counts = new LinkedHashMap<>();

  /** Everything nought. */
  public Counts() {
    NAMES.forEach(name -> counts.put(name, 0L));
  }

  /** Adds to one of the {@link #NAMES}. */
  public Counts add(String name, long number) {
    if (counts.computeIfPresent(name, (n, before) -> before + number) == null) {
      throw new IllegalArgumentException("no such figure: " + name);
    }
    return this;
  }

  /** Adds what was counted elsewhere. */
  public Counts add(Counts other) {
    other.counts.forEach(this::add);
    return this;
  }

  /** An achiever or another of the denominator. */
  void denominator(String indicator, boolean achieved) {
    add(indicator + ".denominator", 1).add(indicator + ".numerator", achieved ? 1 : 0);
  }

  /** The figure of that name. */
  public long get(String name) {
    return counts.get(name);
  }

  /** Reads back what {@link #toString} has written, other lines apart. */
  public static Counts parse(String text) {
    Counts read = new Counts();
    text.lines().map(line -> line.split("=")).filter(parts -> parts.length == 2 && read.counts.containsKey(parts[0]))
        .forEach(parts -> read.counts.put(parts[0], Long.parseLong(parts[1])));
    return read;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /** One line a figure. */
  @Override
  public String toString() {
    return counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("\n"));
  }
}
