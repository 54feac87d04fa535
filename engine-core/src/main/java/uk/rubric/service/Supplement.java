package uk.rubric.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.check.Stretch;
import uk.rubric.count.Counter;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.patient.Practice;
import uk.rubric.payment.Ledger;
import uk.rubric.result.PracticeCounts;

/**
 * What money rests on beside the counts at the achievement date.
 *
 * @param parts what was counted at the end of each month or quarter for which the service has figures
 */
public record Supplement(Answers answers, History history, Map<Stretch, Counter> parts) {
  /** Nothing beside the counts. */
  public static final Supplement NONE = new Supplement(Answers.NONE, History.NONE, Map.of());

  public Supplement {
    parts = Map.copyOf(parts);
  }

  /** What payments are reckoned from: these with the counts at the achievement date. */
  public Ledger ledger(List<PracticeCounts> counts, List<Practice> practices) {
    Map<Stretch, List<PracticeCounts>> byPart = new HashMap<>();
    parts.forEach((part, counter) -> byPart.put(part, counter.counts(practices)));
    return new Ledger(counts, byPart, answers, history);
  }
}
