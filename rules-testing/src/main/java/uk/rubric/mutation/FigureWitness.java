package uk.rubric.mutation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService;
import uk.rubric.count.Counter;
import uk.rubric.patient.Practice;
import uk.rubric.payment.Payments;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.run.CouldNotRun;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.testing.AnyClusters;
import uk.rubric.testing.RejectedCounts;

/** Looks for counts of a practice with which changed figures come out otherwise: no proof when none are found. */
final class FigureWitness {
  private static final long LIST = 10_000;
  private static final long SIZE = 800;
  private static final long DENOMINATOR = 200;
  private static final List<Long> NUMERATORS = List.of(130L, 100L, 60L, 80L, 150L, 170L, 190L, 20L, 200L, 0L);

  private final Plan plan;
  private final PracticeCounts empty;
  private final String title;

  private FigureWitness(Plan plan, String title) {
    this.title = title;
    this.plan = plan;
    Practice practice = new Practice("P", Optional.empty(), OptionalLong.empty());
    this.empty = new Counter(plan).counts(List.of(practice)).get(0);
  }

  /** A test with the counts and the figure of the unchanged rules. */
  static Optional<String> of(CheckedRules rules, CheckedRules changed, String title) {
    try {
      return rules.services().stream().flatMap(service -> of(rules, changed, service, title).stream()).findFirst();
    } catch (CouldNotRun notPlanned) {
      return Optional.empty();
    }
  }

  private static Optional<String> of(
      CheckedRules rules, CheckedRules changed, CheckedService service, String title) {
    FigureWitness before = new FigureWitness(plan(rules, service), title);
    Optional<CheckedService> other = changed.service(service.name());
    return other.flatMap(s -> {
      Plan after = plan(changed, s);
      return NUMERATORS.stream().flatMap(numerator -> before.differing(after, numerator).stream()).findFirst();
    });
  }

  private static Plan plan(CheckedRules rules, CheckedService service) {
    CodeClusters any = AnyClusters.of();
    return Planner.plan(rules, service, service.periodEnd(), Mode.YEAR_END, any).choosing(ChosenDays.RUN_DATE);
  }

  private Optional<String> differing(Plan after, long numerator) {
    PracticeCounts counts = counts(numerator);
    Map<String, BigFraction> was = figures(Payments.of(plan).income(counts));
    Map<String, BigFraction> is = figures(Payments.of(after).income(counts));
    return was.entrySet().stream()
        .filter(figure -> is.containsKey(figure.getKey()) && !figure.getValue().equals(is.get(figure.getKey())))
        .map(figure -> test(figure.getKey(), figure.getValue(), is.get(figure.getKey()), numerator))
        .findFirst();
  }

  /** Known figures of the whole period; a name that several carry is left out. */
  private static Map<String, BigFraction> figures(PracticeIncome income) {
    Map<String, List<Figure>> named = Stream.concat(income.payments().stream(), income.measures().stream())
        .collect(Collectors.groupingBy(Figure::name, LinkedHashMap::new, Collectors.toList()));
    Map<String, BigFraction> known = new LinkedHashMap<>();
    named.forEach((name, figures) -> {
      if (figures.size() == 1) {
        figures.get(0).value().ifPresent(value -> known.put(name, value));
      }
    });
    return known;
  }

  private PracticeCounts counts(long numerator) {
    Map<PopulationId, Long> sizes = new HashMap<>(empty.sizes());
    sizes.replaceAll((id, none) -> SIZE);
    List<RegisterCount> registers = empty.registers().stream().map(r -> new RegisterCount(r.id(), SIZE)).toList();
    List<IndicatorCount> indicators = empty.indicators().stream()
        .map(i -> new IndicatorCount(i.id(), SIZE,
            i.fraction().map(f -> new Fraction(DENOMINATOR, numerator, List.of()))))
        .toList();
    return new PracticeCounts(
        empty.practice(), LIST, true, registers, indicators, sizes, empty.classes(), empty.place());
  }

  private String test(String figure, BigFraction before, BigFraction after, long numerator) {
    boolean pays = plan.service().pays().stream().anyMatch(pay -> pay.name().equals(figure));
    StringBuilder text = new StringBuilder("// the changed rules: " + amount(after, pays) + "\n");
    text.append("test \"").append(title).append("\" of ").append(figure).append(" in ")
        .append(plan.service().name()).append(" {\n  given LIST = ").append(LIST).append('\n');
    empty.sizes().keySet().stream().map(PopulationId::name).sorted()
        .forEach(name -> text.append("  given size of ").append(name).append(" = ").append(SIZE).append('\n'));
    empty.indicators().stream().filter(i -> i.fraction().isPresent()).forEach(i -> text
        .append("  given denominator of ").append(i.id()).append(" = ").append(DENOMINATOR)
        .append("\n  given numerator of ").append(i.id()).append(" = ").append(numerator).append('\n'));
    RejectedCounts.readBy(plan.service()).stream().sorted()
        .forEach(name -> text.append("  given ").append(name).append(" = 0\n"));
    return text.append("  expect ").append(figure).append(" = ").append(amount(before, pays)).append("\n}\n")
        .toString();
  }

  private static String amount(BigFraction value, boolean pays) {
    BigDecimal decimal = value.bigDecimalValue(pays ? 2 : 6, RoundingMode.HALF_UP);
    String sign = decimal.signum() < 0 ? "-" : "";
    return pays ? sign + "£" + decimal.abs().toPlainString() : decimal.stripTrailingZeros().toPlainString();
  }
}
