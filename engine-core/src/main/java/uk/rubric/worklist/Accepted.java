package uk.rubric.worklist;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.value.Unit;
import uk.rubric.worklist.EntryKind.Trial;
import uk.rubric.worklist.Simulation.Part;
import uk.rubric.worklist.Worklist.ActEntry;

/**
 * Which values of an entry achieve, in words, from those that were tried: as these lie on, between and beyond all
 * numbers with which the rules compare, what holds for one holds for all between the same two numbers.
 */
final class Accepted {
  private record Tried(boolean limit, boolean achieves) {}

  private final Part part;
  private final TreeMap<BigDecimal, Tried> tried = new TreeMap<>();

  private Accepted(Part part, List<Trial> trials, BitSet achieved) {
    this.part = part;
    for (int i = 0; i < trials.size(); i++) {
      Tried here = new Tried(trials.get(i).limit(), achieved.get(i));
      tried.merge(trials.get(i).value().orElseThrow(), here, (a, b) -> a.limit() ? a : b);
    }
  }

  static ActEntry without(EntryKind kind) {
    return new ActEntry(names(kind), Optional.empty(), "", Unit.NONE);
  }

  static ActEntry of(Part part, List<Trial> trials, BitSet achieved) {
    return new Accepted(part, trials, achieved).entry();
  }

  private static List<String> names(EntryKind kind) {
    return kind.clusters().stream().map(ClusterId::name).toList();
  }

  private ActEntry entry() {
    BigDecimal own = part.trial().value().orElseThrow();
    Optional<BigDecimal> refused =
        tried.keySet().stream().filter(value -> !tried.get(value).achieves()).findFirst();
    if (refused.isEmpty()) {
      return entry(own, "any value");
    }
    return isSplit(true) ? highest() : isSplit(false) ? lowest() : entry(own, "such as " + plain(own));
  }

  /** Whether all that achieve lie below all that do not, or above. */
  private boolean isSplit(boolean below) {
    boolean turned = false;
    for (Tried each : (below ? tried : tried.descendingMap()).values()) {
      if (each.achieves() && turned) {
        return false;
      }
      turned |= !each.achieves();
    }
    return true;
  }

  private ActEntry highest() {
    BigDecimal most = tried.descendingKeySet().stream().filter(v -> tried.get(v).achieves()).findFirst().orElseThrow();
    return entry(most, tried.get(most).limit() ? "at most " + plain(most) : "below " + plain(tried.higherKey(most)));
  }

  private ActEntry lowest() {
    BigDecimal least = tried.keySet().stream().filter(v -> tried.get(v).achieves()).findFirst().orElseThrow();
    return entry(least, tried.get(least).limit() ? "at least " + plain(least) : "above "
        + plain(tried.lowerKey(least)));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private ActEntry entry(BigDecimal value, String accepts) {
    return new ActEntry(names(part.kind()), Optional.of(value), accepts, part.trial().unit().orElse(Unit.NONE));
  }
}
