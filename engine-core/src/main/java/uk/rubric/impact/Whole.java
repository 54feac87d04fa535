package uk.rubric.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.payment.Payments.Incomes;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeIncome;
import uk.rubric.syntax.ServiceNode.Level;

/** All that a service pays to all organisations of a run, each pound once. */
final class Whole {
  private Whole() {}

  /** The total of the widest group that a practice is in, else its own; empty when one of them is not computable. */
  static Optional<BigDecimal> of(List<PracticeCounts> counts, Incomes incomes) {
    List<Optional<BigDecimal>> totals = new ArrayList<>();
    Set<String> within = new HashSet<>();
    for (Level level : List.of(Level.ICB, Level.PCN)) {
      for (GroupIncome group : incomes.groups()) {
        if (group.level() == level && within.addAll(group.practices())) {
          totals.add(group.total());
        }
      }
    }
    List<PracticeIncome> practices = incomes.practices();
    for (int i = 0; i < practices.size(); i++) {
      if (!within.contains(counts.get(i).practice())) {
        totals.add(practices.get(i).total());
      }
    }
    return sum(totals);
  }

  /** Empty when one is: a sum of the others would pass for all. */
  static Optional<BigDecimal> sum(List<Optional<BigDecimal>> amounts) {
    return amounts.stream().reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
  }
}
