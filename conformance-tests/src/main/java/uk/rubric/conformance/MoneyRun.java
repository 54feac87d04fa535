package uk.rubric.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.conformance.MoneyCase.Counts;
import uk.rubric.conformance.MoneyCase.Practice;
import uk.rubric.conformance.Prepared.UnusableCase;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.payment.Ledger;
import uk.rubric.payment.Payments;
import uk.rubric.payment.Payments.Incomes;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;

/** Runs a money case: counts in, figures out, compared exactly. */
final class MoneyRun {
  private MoneyRun() {}

  static List<String> differences(MoneyCase money) {
    Plan plan = Prepared.of(money, money.rules(), money.at(), Mode.YEAR_END, Stream.empty(), Map.of()).plan();
    Map<String, String> figures = figures(money, plan);
    List<String> differences = new ArrayList<>();
    money.expected().forEach((name, expected) -> {
      if (!expected.equals(figures.get(name))) {
        differences.add(name + ": expected `" + expected + "`, found `"
            + figures.getOrDefault(name, "no such figure") + "`");
      }
    });
    return differences;
  }

  private static Map<String, String> figures(MoneyCase money, Plan plan) {
    List<PracticeCounts> counts = new ArrayList<>();
    money.practices().forEach((code, practice) -> counts.add(counts(code, practice, plan)));
    Incomes incomes = Payments.of(plan).incomes(
        new Ledger(counts, Map.of(), new Answers(money.answers()), new History(money.history())));
    Map<String, String> figures = new TreeMap<>();
    for (int i = 0; i < counts.size(); i++) {
      String prefix = counts.size() == 1 ? "" : counts.get(i).practice() + " ";
      figures.putAll(MoneyFigures.of(prefix, incomes.practices().get(i)));
    }
    incomes.groups().forEach(group -> figures.putAll(MoneyFigures.of(group)));
    return figures;
  }

  private static PracticeCounts counts(String code, Practice practice, Plan plan) {
    List<RegisterCount> registers = new ArrayList<>();
    List<IndicatorCount> indicators = new ArrayList<>();
    for (Output output : plan.outputs()) {
      if (output.register()) {
        registers.add(new RegisterCount(output.id(), stated(practice.registers(), output)));
      } else {
        indicators.add(count(output, stated(practice.indicators(), output)));
      }
    }
    if (registers.size() != practice.registers().size() || indicators.size() != practice.indicators().size()) {
      throw new UnusableCase("the case counts a register or indicator that the rules do not have");
    }
    return new PracticeCounts(code, practice.listSize(), true, registers, indicators, sizes(practice, plan),
        classes(practice, plan), practice.place());
  }

  private static Map<PopulationId, Long> sizes(Practice practice, Plan plan) {
    Map<PopulationId, Long> sizes = new HashMap<>();
    for (PlannedLadder ladder : plan.ladders()) {
      if (ladder.kind() == PlannedLadder.Kind.REGISTER) {
        sizes.put(new PopulationId(ladder.ruleset(), ladder.owner()), practice.registers().get(ladder.owner()));
      }
    }
    return sizes;
  }

  /** Of classifications, each of which has one name in all rule sets of a case. */
  private static Map<ClassLabel, Long> classes(Practice practice, Plan plan) {
    Map<ClassLabel, Long> classes = new HashMap<>();
    practice.classes().forEach((name, labels) -> labels.forEach((label, count) -> plan.ladders().stream()
        .filter(ladder -> ladder.owner().equals(name))
        .forEach(ladder -> classes.put(
            new ClassLabel(new PopulationId(ladder.ruleset(), name), label), count))));
    return classes;
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
