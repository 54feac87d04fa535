package uk.rubric.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.impact.RuleChanges;
import uk.rubric.impact.RuleChanges.RuleChange;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.impact.ServiceImpact.Counts;
import uk.rubric.impact.ServiceImpact.Fate;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.Matrix;
import uk.rubric.impact.ServiceImpact.Move;
import uk.rubric.impact.ServiceImpact.PaymentImpact;
import uk.rubric.impact.ServiceImpact.Pounds;
import uk.rubric.impact.ServiceImpact.Whose;
import uk.rubric.plan.Plan;
import uk.rubric.result.ServiceResult;
import uk.rubric.syntax.NoteNode.Kind;
import uk.rubric.syntax.ServiceNode.StatusKind;

/** What the forms of an impact for people have in common. */
final class ImpactWords {
  /** For an amount that cannot be computed, or waits for an answer. */
  static final String NOT_KNOWN = "not known";

  private static final Set<String> TOLD_ELSEWHERE = Set.of("added", "retired", "parameter", "payment");

  private ImpactWords() {}

  /** One way in which patients moved. */
  record Moved(String id, Move move) {}

  /** All ways in which patients moved, those of most first. */
  static List<Moved> moves(ServiceImpact impact) {
    return impact.items().stream()
        .flatMap(item -> item.matrices().stream().flatMap(matrix -> matrix.moves().stream()
            .map(move -> new Moved(matrixId(item, matrix), move))))
        .sorted(Comparator.comparingLong((Moved moved) -> moved.move().count()).reversed())
        .toList();
  }

  /** Which old and new name a matrix is of. */
  static String matrixId(ItemImpact item, Matrix matrix) {
    return matrix.oldId().equals(item.id()) ? item.id() : matrix.oldId() + " → " + item.id();
  }

  /** Whether there is anything to tell of it. */
  static boolean differs(ItemImpact item) {
    return item.fate() != Fate.KEPT
        || item.moved() > 0
        || !item.old().equals(item.fresh())
        || !item.available().old().equals(item.available().fresh())
        || !item.points().old().equals(item.points().fresh())
        || item.pounds().map(ImpactWords::differs).orElse(false);
  }

  /** Payments that come to something else, on either step. */
  static List<PaymentImpact> payments(ServiceImpact impact) {
    return impact.payments().stream().filter(payment -> differs(payment.pounds())).toList();
  }

  /** The same, those of most pounds changed first. */
  static List<PaymentImpact> largestPayments(ServiceImpact impact) {
    return payments(impact).stream()
        .sorted(Comparator.comparing((PaymentImpact payment) ->
            payment.pounds().change().map(BigDecimal::abs).orElse(BigDecimal.ZERO)).reversed())
        .toList();
  }

  private static boolean differs(Pounds pounds) {
    return Stream.of(pounds.change(), pounds.byMoney(), pounds.byRules())
        .anyMatch(part -> part.isEmpty() || part.get().signum() != 0);
  }

  /** Those with most pounds changed first, then those with most patients. */
  static List<ItemImpact> largestFirst(ServiceImpact impact) {
    return impact.items().stream()
        .filter(ImpactWords::differs)
        .sorted(Comparator.comparing(ImpactWords::size).reversed()
            .thenComparing(Comparator.comparingLong(ItemImpact::moved).reversed()))
        .toList();
  }

  private static BigDecimal size(ItemImpact item) {
    return item.pounds().flatMap(Pounds::change).map(BigDecimal::abs).orElse(BigDecimal.ZERO);
  }

  /** The part of the first step that is what retired and what is new: {@code retired -61.88, added +120.00}. */
  static Optional<String> fates(ServiceImpact impact) {
    String parts = Stream.of(Fate.RETIRED, Fate.ADDED)
        .filter(fate -> impact.byMoney(fate).isPresent())
        .map(fate -> fate.word() + " " + change(impact.byMoney(fate)))
        .collect(Collectors.joining(", "));
    return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
  }

  static String money(Optional<BigDecimal> pounds) {
    return pounds.map(Display::groupedMoney).orElse(NOT_KNOWN);
  }

  /** With its sign, also above zero. */
  static String change(Optional<BigDecimal> pounds) {
    return pounds.map(p -> (p.signum() > 0 ? "+" : "") + Display.groupedMoney(p)).orElse(NOT_KNOWN);
  }

  /** {@code 480 → 470}, or one number when they are the same. */
  static String counts(Optional<Long> old, Optional<Long> fresh) {
    if (old.equals(fresh)) {
      return old.map(Display::grouped).orElse("");
    }
    return old.map(Display::grouped).orElse("–") + " → " + fresh.map(Display::grouped).orElse("–");
  }

  static Optional<Long> population(Optional<Counts> counts) {
    return counts.map(Counts::population);
  }

  static Optional<Long> denominator(Optional<Counts> counts) {
    return counts.flatMap(Counts::denominator);
  }

  static Optional<Long> numerator(Optional<Counts> counts) {
    return counts.flatMap(Counts::numerator);
  }

  static String status(Plan plan) {
    StatusKind status = plan.service().status();
    return status == StatusKind.OFFICIAL ? "official" : status.name().toLowerCase(Locale.ROOT) + ", not for payment";
  }

  /** What a reader must know of the dates. */
  static String dates(ServiceImpact impact) {
    if (impact.dates().whose() == Whose.OWN) {
      return "each service keeps its own: a year that has passed is a part of every difference";
    }
    if (impact.dates().months() == 0) {
      return "both services have one period";
    }
    boolean isNew = impact.dates().whose() == Whose.NEW;
    long months = Math.abs(impact.dates().months());
    String how = "those of the " + (isNew ? "old" : "new") + " service are moved by " + months + " months onto the "
        + (isNew ? "new" : "old") + " period";
    return impact.unmovedDays().isEmpty()
        ? how
        : how + "; its rules write out " + list(impact.unmovedDays()) + ", which stay";
  }

  static String list(List<?> all) {
    return all.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  static String patients(long count) {
    return Display.grouped(count) + (count == 1 ? " patient record" : " patient records");
  }

  static String practices(ServiceImpact impact) {
    int count = impact.practices().size();
    return count + (count == 1 ? " practice" : " practices");
  }

  /** How many things either side rests on that are not sourced yet. */
  static Optional<String> placeholders(ServiceImpact impact) {
    long old = placeholders(impact.old());
    long fresh = placeholders(impact.fresh());
    return old + fresh == 0
        ? Optional.empty()
        : Optional.of("rests on placeholders, " + old + " in the old and " + fresh
            + " in the new service: figures that are not sourced yet; `rubric run` names them");
  }

  private static long placeholders(ServiceResult result) {
    return result.plan().notes().stream().filter(note -> note.kind() == Kind.PLACEHOLDER).count();
  }

  /** What is not told elsewhere: neither what came or went nor what pays differently. */
  static List<RuleChange> ladders(RuleChanges rules) {
    return rules.changes().stream().filter(change -> !TOLD_ELSEWHERE.contains(change.kind())).toList();
  }

  /** {@code 3 breaking: 1 tighter, 2 payment; 110 ladders proved alike}. */
  static String rules(RuleChanges rules) {
    String kinds = rules.byKind().entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey()).collect(Collectors.joining(", "));
    String open = rules.undecided().isEmpty() ? "" : ", " + rules.undecided().size() + " undecided";
    String found = kinds.isEmpty() ? "no difference found" : rules.breaking() + " breaking of " + kinds;
    return found + "; " + rules.alike() + (rules.alike() == 1 ? " ladder" : " ladders") + " proved alike" + open;
  }
}
