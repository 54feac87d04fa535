package uk.rubric.payment;

import java.util.List;
import java.util.Map;
import uk.rubric.check.Stretch;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.result.PracticeCounts;

/**
 * What payments are reckoned from.
 *
 * @param practices counts at the achievement date, of all practices of the run
 * @param parts counts at the end of each month or quarter that has one, where the service has figures for such parts
 */
public record Ledger(
    List<PracticeCounts> practices, Map<Stretch, List<PracticeCounts>> parts, Answers answers, History history) {
  public Ledger {
    practices = List.copyOf(practices);
    parts = Map.copyOf(parts);
  }

  /** Counts alone. */
  public static Ledger of(List<PracticeCounts> practices) {
    return new Ledger(practices, Map.of(), Answers.NONE, History.NONE);
  }
}
