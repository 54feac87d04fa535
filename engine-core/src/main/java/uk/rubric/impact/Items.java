package uk.rubric.impact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.impact.Pairing.Pair;
import uk.rubric.impact.ServiceImpact.Available;
import uk.rubric.impact.ServiceImpact.Cell;
import uk.rubric.impact.ServiceImpact.Counts;
import uk.rubric.impact.ServiceImpact.Earned;
import uk.rubric.impact.ServiceImpact.Fate;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.Matrix;
import uk.rubric.impact.ServiceImpact.Move;
import uk.rubric.impact.ServiceImpact.Pounds;
import uk.rubric.impact.Transitions.Count;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;

/** What became of each register, indicator and classification. */
final class Items {
  private final Transitions transitions;
  private final List<PracticeCounts> oldCounts;
  private final List<PracticeCounts> freshCounts;
  private final Money old;
  private final Money sameCounts;
  private final Money fresh;

  Items(
      Transitions transitions, List<PracticeCounts> oldCounts, List<PracticeCounts> freshCounts, Money old,
      Money sameCounts, Money fresh) {
    this.transitions = transitions;
    this.oldCounts = oldCounts;
    this.freshCounts = freshCounts;
    this.old = old;
    this.sameCounts = sameCounts;
    this.fresh = fresh;
  }

  ItemImpact of(Pair pair) {
    Item shown = pair.fresh().orElseGet(() -> pair.old().get(0));
    List<String> oldIds = pair.old().stream().map(Item::id).toList();
    Optional<String> freshId = pair.fresh().map(Item::id);
    return new ItemImpact(
        shown.kind().name().toLowerCase(Locale.ROOT), oldIds, freshId, shown.title(), fate(pair),
        oldIds.isEmpty() || isClass(shown) ? Optional.empty() : sum(oldIds, oldCounts),
        freshId.isEmpty() || isClass(shown) ? Optional.empty() : sum(List.of(freshId.get()), freshCounts),
        matrices(pair),
        new Earned(points(oldIds, old), points(freshId.stream().toList(), fresh)),
        new Available(
            available(oldIds, old), freshId.flatMap(fresh::available)),
        pounds(oldIds, freshId));
  }

  private static boolean isClass(Item item) {
    return item.kind() == Item.Kind.CLASSIFICATION;
  }

  private static Fate fate(Pair pair) {
    if (pair.fresh().isEmpty()) {
      return Fate.RETIRED;
    }
    return switch (pair.old().size()) {
      case 0 -> Fate.ADDED;
      case 1 -> pair.old().get(0).id().equals(pair.fresh().get().id()) ? Fate.KEPT : Fate.RENAMED;
      default -> Fate.MERGED;
    };
  }

  private static Optional<BigFraction> points(List<String> ids, Money money) {
    return ids.stream().flatMap(id -> money.points(id).stream()).reduce(BigFraction::add);
  }

  private static Optional<BigDecimal> available(List<String> ids, Money money) {
    return ids.stream().flatMap(id -> money.available(id).stream()).reduce(BigDecimal::add);
  }

  private Optional<Pounds> pounds(List<String> oldIds, Optional<String> freshId) {
    boolean isPaid = oldIds.stream().anyMatch(old::isPaid) || freshId.filter(fresh::isPaid).isPresent();
    List<String> freshIds = freshId.stream().toList();
    return isPaid
        ? Optional.of(new Pounds(income(oldIds, old), income(freshIds, sameCounts), income(freshIds, fresh)))
        : Optional.empty();
  }

  private static Optional<BigDecimal> income(List<String> ids, Money money) {
    return Pounds.sum(ids.stream().map(money::income).toList());
  }

  /** Of all practices or of none: a sum without one of them would pass for all. */
  private static Optional<Counts> sum(List<String> ids, List<PracticeCounts> practices) {
    if (practices.stream().anyMatch(practice -> !practice.awaits().isEmpty())) {
      return Optional.empty();
    }
    Stream<Counts> each = practices.stream().flatMap(practice -> ids.stream().map(id -> counts(id, practice)));
    return each.reduce((a, b) -> new Counts(
        a.population() + b.population(), add(a, b, Counts::denominator), add(a, b, Counts::numerator)));
  }

  private static Optional<Long> add(Counts a, Counts b, Function<Counts, Optional<Long>> part) {
    return part.apply(a).flatMap(x -> part.apply(b).map(y -> x + y));
  }

  private static Counts counts(String id, PracticeCounts practice) {
    Optional<RegisterCount> register = practice.registers().stream().filter(r -> r.id().equals(id)).findFirst();
    if (register.isPresent()) {
      return new Counts(register.get().count(), Optional.empty(), Optional.empty());
    }
    IndicatorCount count = practice.indicators().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    return new Counts(count.population(), count.fraction().map(Fraction::denominator),
        count.fraction().map(Fraction::numerator));
  }

  private List<Matrix> matrices(Pair pair) {
    return pair.fresh().stream()
        .flatMap(after -> pair.old().stream()
            .filter(before -> before.isOfEntries() == after.isOfEntries())
            .map(before -> matrix(before.id(), transitions.counts(before, after))))
        .toList();
  }

  private static Matrix matrix(String oldId, List<Count> counts) {
    Map<Standing, Map<Standing, Long>> cells = new TreeMap<>();
    for (Count count : counts) {
      cells.computeIfAbsent(count.old().withoutRule(), old -> new TreeMap<>())
          .merge(count.fresh().withoutRule(), count.count(), Long::sum);
    }
    List<Cell> rows = cells.entrySet().stream()
        .flatMap(row -> row.getValue().entrySet().stream()
            .map(cell -> new Cell(row.getKey().word(), cell.getKey().word(), cell.getValue())))
        .toList();
    return new Matrix(oldId, rows, moves(counts));
  }

  /** Two keys may say the same, such as two ways through one rule. */
  private static List<Move> moves(List<Count> counts) {
    Map<Move, Long> moves = counts.stream()
        .filter(count -> !count.old().word().equals(count.fresh().word()))
        .collect(Collectors.groupingBy(
            count -> new Move(count.old(), count.fresh(), 0), Collectors.summingLong(Count::count)));
    return moves.entrySet().stream()
        .map(move -> new Move(move.getKey().old(), move.getKey().fresh(), move.getValue()))
        .sorted(MoverOrder.LARGEST_FIRST)
        .toList();
  }
}
