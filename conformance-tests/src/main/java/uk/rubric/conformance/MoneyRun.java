package uk.rubric.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.conformance.MoneyCase.Counts;
import uk.rubric.conformance.Prepared.UnusableCase;
import uk.rubric.payment.Payments;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;

/** Runs a money case: counts in, figures out, compared exactly. */
final class MoneyRun {
  private MoneyRun() {}

  static List<String> differences(MoneyCase money) {
    Plan plan =
        Prepared.of(money, money.rules(), Optional.empty(), Mode.YEAR_END, Stream.empty(), Map.of()).plan();
    Map<String, Optional<BigFraction>> figures = MoneyFigures.of(Payments.of(plan).income(counts(money, plan)));
    List<String> differences = new ArrayList<>();
    money.expected().forEach((name, expected) -> {
      if (!expected.equals(figures.get(name))) {
        differences.add(name + ": expected `" + words(expected) + "`, found `" + words(figures.get(name)) + "`");
      }
    });
    return differences;
  }

  // A figure that the service does not have is null here, and is never what a case expects.
  private static String words(Optional<BigFraction> figure) {
    return figure == null ? "no such figure" : figure.map(BigFraction::toString).orElse("not computable");
  }

  private static PracticeCounts counts(MoneyCase money, Plan plan) {
    List<RegisterCount> registers = new ArrayList<>();
    List<IndicatorCount> indicators = new ArrayList<>();
    for (Output output : plan.outputs()) {
      if (output.register()) {
        registers.add(new RegisterCount(output.id(), stated(money.registers(), output)));
      } else {
        indicators.add(count(output, stated(money.indicators(), output)));
      }
    }
    if (registers.size() != money.registers().size() || indicators.size() != money.indicators().size()) {
      throw new UnusableCase("the case counts a register or indicator that the rules do not have");
    }
    return new PracticeCounts("A", money.listSize(), true, registers, indicators, sizes(money, plan));
  }

  private static Map<PopulationId, Long> sizes(MoneyCase money, Plan plan) {
    Map<PopulationId, Long> sizes = new HashMap<>();
    for (PlannedLadder ladder : plan.ladders()) {
      if (ladder.kind() == PlannedLadder.Kind.REGISTER) {
        sizes.put(new PopulationId(ladder.ruleset(), ladder.owner()), money.registers().get(ladder.owner()));
      }
    }
    return sizes;
  }

  private static <T> T stated(Map<String, T> counts, Output output) {
    if (!counts.containsKey(output.id())) {
      throw new UnusableCase("the case gives no count of " + output.id());
    }
    return counts.get(output.id());
  }

  private static IndicatorCount count(Output output, Counts counts) {
    if (output.isRegisterOnly() == counts.denominator().isPresent()) {
      throw new UnusableCase("the case counts a denominator of " + output.id() + " exactly when it has one");
    }
    return new IndicatorCount(
        output.id(),
        counts.population(),
        counts.denominator().map(d -> new Fraction(d, counts.numerator().orElseThrow(), List.of())));
  }
}
