package uk.rubric.worklist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/**
 * An entry that could be missing: codes that are in the same code clusters, for which one of them stands.
 *
 * @param clusters those that the numerator reads and that the code is in
 * @param trials values to try, no value first: between them they lie on and between all numbers of the rules
 */
record EntryKind(SctId code, List<ClusterId> clusters, List<Trial> trials) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  EntryKind {
    clusters = List.copyOf(clusters);
    trials = List.copyOf(trials);
  }

  /**
   * A value to try.
   *
   * @param limit whether it is a number of the rules
   */
  record Trial(Optional<BigDecimal> value, Optional<Unit> unit, boolean limit) {
    static final Trial NO_VALUE = new Trial(Optional.empty(), Optional.empty(), false);
  }

  /** The numbers themselves in the order of the rules, then what lies below, between and above them. */
  static List<Trial> trials(Optional<Unit> unit, Set<BigDecimal> limits) {
    // An entry that states no unit takes the one of the rule, and of plain numbers there is none to state.
    Optional<Unit> stated = unit.filter(u -> !u.equals(Unit.NONE));
    List<Trial> trials = new ArrayList<>();
    limits.forEach(limit -> trials.add(new Trial(Optional.of(limit), stated, true)));
    between(limits).forEach(value -> trials.add(new Trial(Optional.of(value), stated, false)));
    return trials;
  }

  private static List<BigDecimal> between(Set<BigDecimal> limits) {
    if (limits.isEmpty()) {
      return List.of(BigDecimal.ONE);
    }
    TreeSet<BigDecimal> rising = new TreeSet<>(limits);
    List<BigDecimal> values = new ArrayList<>();
    values.add(below(rising.first()));
    for (BigDecimal limit : rising.headSet(rising.last())) {
      values.add(limit.add(rising.higher(limit)).divide(TWO));
    }
    values.add(rising.last().add(BigDecimal.ONE));
    return values;
  }

  /** Not below zero unless the number is. */
  private static BigDecimal below(BigDecimal limit) {
    return limit.signum() > 0 && limit.compareTo(BigDecimal.ONE) < 0
        ? limit.divide(TWO) : limit.subtract(BigDecimal.ONE);
  }
}
