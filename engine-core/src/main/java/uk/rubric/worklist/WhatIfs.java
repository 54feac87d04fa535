package uk.rubric.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.Stretch;
import uk.rubric.payment.Ledger;
import uk.rubric.payment.Payments;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.worklist.Worklist.Change;
import uk.rubric.worklist.Worklist.PracticeWhatIf;
import uk.rubric.worklist.Worklist.WhatIfResult;

/** Reckons everything again with other counts, one practice after the other. */
final class WhatIfs {
  private final Plan planAtEnd;
  private final Ledger ledger;
  private final List<PracticeIncome> present;

  /** @param present the incomes of the ledger's practices, in its order; none without payments */
  WhatIfs(Plan planAtEnd, Ledger ledger, List<PracticeIncome> present) {
    this.planAtEnd = planAtEnd;
    this.ledger = ledger;
    this.present = present;
  }

  /** @param practice the only one, or all */
  WhatIfResult of(WhatIf asked, Optional<String> practice) {
    List<PracticeWhatIf> practices = new ArrayList<>();
    for (int i = 0; i < ledger.practices().size(); i++) {
      PracticeCounts counts = ledger.practices().get(i);
      if (counts.awaits().isEmpty() && practice.map(counts.practice()::equals).orElse(true)) {
        practices.add(of(asked, counts, i));
      }
    }
    return new WhatIfResult(asked, asked.notChanged(planAtEnd), practices);
  }

  private PracticeWhatIf of(WhatIf asked, PracticeCounts counts, int index) {
    PracticeCounts other = asked.in(counts, planAtEnd);
    if (present.isEmpty()) {
      return new PracticeWhatIf(counts.practice(), count(counts, asked), count(other, asked), counts.listSize(),
          List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }
    PracticeIncome before = present.get(index);
    PracticeIncome after = Payments.of(planAtEnd).incomes(with(other)).practices().get(index);
    return new PracticeWhatIf(counts.practice(), count(counts, asked), count(other, asked), counts.listSize(),
        points(before.indicators(), after.indicators()), changes(before.measures(), after.measures()),
        changes(before.payments(), after.payments()), before.total(), after.total());
  }

  private static long count(PracticeCounts counts, WhatIf asked) {
    return counts.registers().stream().filter(r -> r.id().equals(asked.register())).mapToLong(RegisterCount::count)
        .sum();
  }

  private Ledger with(PracticeCounts other) {
    Map<Stretch, List<PracticeCounts>> parts = new HashMap<>(ledger.parts());
    parts.replaceAll((part, all) -> part.end().equals(planAtEnd.achievementDate()) ? replaced(all, other) : all);
    return new Ledger(replaced(ledger.practices(), other), parts, ledger.answers(), ledger.history());
  }

  private static List<PracticeCounts> replaced(List<PracticeCounts> all, PracticeCounts other) {
    return all.stream().map(p -> p.practice().equals(other.practice()) ? other : p).toList();
  }

  /** Figures come in one order, whatever they come to. */
  private static List<Change> changes(List<Figure> before, List<Figure> after) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      add(changes, before.get(i).name(), before.get(i).part(), before.get(i).value(), after.get(i).value());
    }
    return changes;
  }

  private static List<Change> points(List<IndicatorIncome> before, List<IndicatorIncome> after) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      add(changes, before.get(i).id(), Optional.empty(), before.get(i).points(), after.get(i).points());
    }
    return changes;
  }

  private static void add(
      List<Change> changes, String name, Optional<Stretch> part, Optional<BigFraction> was, Optional<BigFraction> is) {
    if (!was.equals(is)) {
      changes.add(new Change(name, part, was, is));
    }
  }
}
