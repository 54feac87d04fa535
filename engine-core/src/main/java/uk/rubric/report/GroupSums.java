package uk.rubric.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.result.GroupCounts;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;

/**
 * What the practices of a PCN or ICB come to together: every figure is the sum of theirs, and achievement one of sums.
 */
final class GroupSums {
  private final List<PracticeResult> practices;
  private final GroupIncome group;

  GroupSums(ServiceResult result, GroupIncome group) {
    this.group = group;
    practices = result.practices().stream().filter(p -> group.practices().contains(p.counts().practice())).toList();
  }

  PracticeCounts counts() {
    return GroupCounts.of(group.code(), practices.stream().map(PracticeResult::counts).toList());
  }

  /**
   * Points and shares of payments, in the order of the indicators; what one practice lacks, the sum lacks: all of it
   * when it waits.
   */
  List<IndicatorIncome> indicators() {
    List<PracticeIncome> all = practices.stream().flatMap(p -> p.income().stream()).toList();
    if (!counts().awaits().isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, all.get(0).indicators().size())
        .mapToObj(i -> income(all.stream().map(practice -> practice.indicators().get(i)).toList()))
        .toList();
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
