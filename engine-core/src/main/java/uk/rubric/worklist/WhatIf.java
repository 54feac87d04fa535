package uk.rubric.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;

/**
 * More patients on a register, as by finding cases among those who are on the list already: its size stays. They are in
 * the denominator of every indicator of that register, and some of them in each numerator. Indicators of a smaller
 * population within the register stay as they are, for nobody knows who would be in it. Immutable.
 *
 * @param patients how many more at each practice; at least 1
 * @param percent how many in a hundred of them achieve, from 0 to 100; parts of a patient do not
 */
public record WhatIf(String register, long patients, BigDecimal percent) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\S{1,200})\\s+\\+([1-9]\\d{0,5})\\s+achieved\\s+(\\d{1,3}(?:\\.\\d{1,9})?)\\s?%\\s*");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** As it is written: {@code DM_REG +10 achieved 60%}; empty for another text. */
  public static Optional<WhatIf> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() && new BigDecimal(form.group(3)).compareTo(HUNDRED) <= 0
        ? Optional.of(new WhatIf(form.group(1), Long.parseLong(form.group(2)), new BigDecimal(form.group(3))))
        : Optional.empty();
  }

  /** How many of them achieve. */
  public long achieved() {
    return percent.multiply(BigDecimal.valueOf(patients)).divide(HUNDRED, 0, RoundingMode.FLOOR).longValueExact();
  }

  /** The counts of a practice with them. */
  PracticeCounts in(PracticeCounts counts, Plan plan) {
    PlannedLadder ladder = ladder(plan);
    List<RegisterCount> registers = counts.registers().stream()
        .map(r -> r.id().equals(register) ? new RegisterCount(r.id(), r.count() + patients) : r)
        .toList();
    Map<PopulationId, Long> sizes = new HashMap<>(counts.sizes());
    sizes.merge(new PopulationId(ladder.ruleset(), ladder.owner()), patients, Long::sum);
    List<String> own = own(plan).stream().map(Output::id).toList();
    List<IndicatorCount> indicators = counts.indicators().stream()
        .map(count -> own.contains(count.id()) ? in(count) : count)
        .toList();
    return new PracticeCounts(counts.practice(), counts.listSize(), counts.listSizeStated(), registers, indicators,
        sizes,
        counts.classes(), counts.place());
  }

  private IndicatorCount in(IndicatorCount count) {
    return new IndicatorCount(count.id(), count.population() + patients, count.fraction().map(f ->
        new Fraction(f.denominator() + patients, f.numerator() + achieved(), f.rejected())));
  }

  private PlannedLadder ladder(Plan plan) {
    return plan.outputs().stream()
        .filter(output -> output.register() && output.id().equals(register))
        .findFirst()
        .map(output -> plan.ladders().get(output.population().getAsInt()))
        .orElseThrow();
  }

  /** The indicators of the register itself. */
  private List<Output> own(Plan plan) {
    int ladder = ladder(plan).index();
    return plan.outputs().stream()
        .filter(o -> !o.register() && o.each().isEmpty() && o.population().isPresent()
            && o.population().getAsInt() == ladder)
        .toList();
  }

  /** The indicators that rest on the register and stay as they are. */
  List<String> notChanged(Plan plan) {
    int ladder = ladder(plan).index();
    List<Output> own = own(plan);
    List<String> others = new ArrayList<>();
    for (Output output : plan.outputs()) {
      boolean rests = !output.register() && output.population().isPresent()
          && isWithin(plan, output.population().getAsInt(), ladder);
      if (rests && !own.contains(output)) {
        others.add(output.id());
      }
    }
    return others;
  }

  private static boolean isWithin(Plan plan, int population, int ladder) {
    return population == ladder
        || plan.ladders().get(population).needs().stream().anyMatch(need -> isWithin(plan, need, ladder));
  }
}
