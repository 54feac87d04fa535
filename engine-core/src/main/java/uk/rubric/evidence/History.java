package uk.rubric.evidence;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures of earlier years, as results in CSV name them. Immutable and thread-safe. */
public final class History {
  /** Of no year. */
  public static final History NONE = new History(List.of());

  /**
   * One figure.
   *
   * @param organisation a practice code, or that of a PCN or ICB
   * @param year in which the period started: 2024 for 2024/25
   * @param output a register, indicator, measure or payment
   * @param measure what of it, such as {@code points}, {@code numerator} or {@code payment}
   */
  public record Entry(String organisation, int year, String output, String measure, BigDecimal value) {}

  private record Key(String organisation, int year, String output, String measure) {}

  private final Map<Key, BigDecimal> figures = new HashMap<>();

  /** Of entries of which no two are for one figure. */
  public History(List<Entry> entries) {
    entries.forEach(e -> figures.put(new Key(e.organisation(), e.year(), e.output(), e.measure()), e.value()));
  }

  /** What a figure came to; empty when the history does not say. */
  public Optional<BigDecimal> find(String organisation, int year, String output, String measure) {
    return Optional.ofNullable(figures.get(new Key(organisation, year, output, measure)));
  }
}
