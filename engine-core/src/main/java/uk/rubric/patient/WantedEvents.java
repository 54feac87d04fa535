package uk.rubric.patient;

import java.util.Optional;
import java.util.Set;
import uk.rubric.evidence.Asked;
import uk.rubric.value.Unit;

/** What the rules of a run want of an extract's entries, so that a reader need not keep the rest. Thread-safe. */
public interface WantedEvents {
  /** Whether some code cluster of the rules has this code. */
  boolean wants(long code);

  /** Whether a rule reads values of this code, and none of those that do reads them in this unit. */
  boolean isUnseenUnit(long code, Unit unit);

  /**
   * What rules ask beyond dates, codes and values: an extract that lacks the column for one of these cannot be used.
   */
  Set<AskedDetail> details();

  /**
   * What the services ask beside the records, so that rows which nothing reads are counted; empty for a reader that
   * keeps an extract for any service.
   */
  Optional<Asked> beside();
}
