package uk.rubric.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;

/** What the practices of a PCN or ICB come to together: every figure is the sum of theirs, and achievement one of sums. */
final class GroupSums {
  private final List<PracticeResult> practices;
  private final GroupIncome group;

  GroupSums(ServiceResult result, GroupIncome group) {
    this.group = group;
    practices = result.practices().stream().filter(p -> group.practices().contains(p.counts().practice())).toList();
  }

  PracticeCounts counts() {
    List<PracticeCounts> all = practices.stream().map(PracticeResult::counts).toList();
    return new PracticeCounts(
        group.code(),
        all.stream().mapToLong(PracticeCounts::listSize).sum(),
        all.stream().allMatch(PracticeCounts::listSizeStated),
        each(all.get(0).registers().size(), i -> register(all.stream().map(c -> c.registers().get(i)).toList())),
        each(all.get(0).indicators().size(), i -> indicator(all.stream().map(c -> c.indicators().get(i)).toList())),
        Map.of());
  }

  /** Points and shares of payments, in the order of the indicators; what one practice lacks, the sum lacks. */
  List<IndicatorIncome> indicators() {
    List<PracticeIncome> all = practices.stream().flatMap(p -> p.income().stream()).toList();
    return each(all.get(0).indicators().size(), i -> income(all.stream().map(c -> c.indicators().get(i)).toList()));
  }

  private static <T> List<T> each(int size, Function<Integer, T> sum) {
    return IntStream.range(0, size).boxed().map(sum).toList();
  }

  private static RegisterCount register(List<RegisterCount> all) {
    return new RegisterCount(all.get(0).id(), all.stream().mapToLong(RegisterCount::count).sum());
  }

  private static IndicatorCount indicator(List<IndicatorCount> all) {
    List<Fraction> fractions = all.stream().flatMap(count -> count.fraction().stream()).toList();
    return new IndicatorCount(all.get(0).id(), all.stream().mapToLong(IndicatorCount::population).sum(),
        fractions.isEmpty() ? Optional.empty() : Optional.of(fraction(fractions)));
  }

  private static Fraction fraction(List<Fraction> all) {
    Map<Integer, Long> counts = new LinkedHashMap<>();
    Map<Integer, Reason> reasons = new LinkedHashMap<>();
    all.stream().flatMap(f -> f.rejected().stream()).forEach(rejected -> {
      counts.merge(rejected.rule(), rejected.count(), Long::sum);
      reasons.put(rejected.rule(), rejected.reason());
    });
    List<Rejected> rejected = new ArrayList<>();
    counts.forEach((rule, count) -> rejected.add(new Rejected(rule, reasons.get(rule), count)));
    rejected.sort(Comparator.comparing(Rejected::rule));
    return new Fraction(all.stream().mapToLong(Fraction::denominator).sum(),
        all.stream().mapToLong(Fraction::numerator).sum(), rejected);
  }

  private static IndicatorIncome income(List<IndicatorIncome> all) {
    return new IndicatorIncome(all.get(0).id(), sum(all, IndicatorIncome::points, BigFraction::add),
        sum(all, IndicatorIncome::available, BigDecimal::add), sum(all, IndicatorIncome::income, BigDecimal::add),
        OptionalLong.empty(), OptionalLong.empty(), state(all, IndicatorIncome::pointsState),
        state(all, IndicatorIncome::incomeState), Optional.empty());
  }

  private static State state(List<IndicatorIncome> all, Function<IndicatorIncome, State> which) {
    return all.stream().map(which).reduce(State.KNOWN, State::with);
  }

  private static <T> Optional<T> sum(
      List<IndicatorIncome> all, Function<IndicatorIncome, Optional<T>> part, BinaryOperator<T> plus) {
    List<T> parts = all.stream().flatMap(income -> part.apply(income).stream()).toList();
    return parts.size() == all.size() ? parts.stream().reduce(plus) : Optional.empty();
  }
}
