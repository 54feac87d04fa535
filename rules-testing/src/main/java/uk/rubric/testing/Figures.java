package uk.rubric.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.Given;
import uk.rubric.payment.Payments;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;

/**
 * Measures and payments of a test's practice. A test without patients must give every count that a figure depends on: what
 * it does not give is tried with two numbers, and a figure that changes with it fails.
 */
final class Figures {
  private static final long ONE_NUMBER = 0;
  private static final long OTHER_NUMBER = 90;

  private final Plan plan;
  private final CheckedTest test;
  private final PracticeCounts counted;

  Figures(Plan plan, CheckedTest test, PracticeCounts counted) {
    this.plan = plan;
    this.test = test;
    this.counted = counted;
  }


  List<TestFailure> failures(Expectation.Figure expectation) {
    List<String> open = test.patients().isEmpty() ? dependsOn(expectation.name()) : List.of();
    String expected = expectation.name() + " = " + expectation.span().text().replaceAll("(?s)^.*=\\s*", "");
    if (!open.isEmpty()) {
      return List.of(new TestFailure(expectation.span(), expected, "it depends on what the test does not give",
          open.stream().map(o -> "write `given " + o + " = …`").toList()));
    }
    List<Figure> found = figures(income(counts(Map.of())), expectation.name());
    Optional<BigFraction> value = found.stream().flatMap(f -> f.value().stream()).findFirst();
    if (found.size() == 1 && value.map(v -> isSame(expectation.name(), v, expectation.value())).orElse(false)) {
      return List.of();
    }
    String actual = found.size() > 1 ? "there is one for each part of the period"
        : value.map(v -> decimal(v, expectation.value().scale() + 2)).orElse("it cannot be computed");
    return List.of(new TestFailure(expectation.span(), expected, actual, steps()));
  }

  /** What no rounding is declared for may have endless places: it is the same when it rounds to those that are written. */
  private boolean isSame(String name, BigFraction actual, BigDecimal expected) {
    boolean endless = plan.service().measures().stream().anyMatch(m -> m.name().equals(name) && m.rounding().isEmpty());
    return endless
        ? actual.bigDecimalValue(expected.scale(), RoundingMode.HALF_UP).compareTo(expected) == 0
        : actual.equals(exact(expected));
  }

  private static String decimal(BigFraction value, int places) {
    return value.bigDecimalValue(places, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  private List<String> steps() {
    PracticeIncome income = income(counts(Map.of()));
    return Stream.concat(income.measures().stream(), income.payments().stream())
        .map(f -> f.name() + " is " + f.value().map(v -> decimal(v, 6)).orElse("not computable"))
        .toList();
  }

  private PracticeIncome income(PracticeCounts counts) {
    return Payments.of(plan).income(counts);
  }

  private static List<Figure> figures(PracticeIncome income, String name) {
    List<Figure> named = Stream.concat(income.payments().stream(), income.measures().stream())
        .filter(f -> f.name().equals(name)).toList();
    return named.isEmpty() ? income.indicators().stream().filter(i -> i.id().equals(name))
        .map(i -> new Figure(name, i.income().map(Figures::exact))).toList() : named;
  }

  private static BigFraction exact(BigDecimal value) {
    return BigFraction.of(value.unscaledValue()).divide(BigFraction.of(10).pow(Math.max(0, value.scale())));
  }

  /** What a test did not give and the figure depends on. */
  private List<String> dependsOn(String figure) {
    Set<String> missing = missing();
    Map<String, Long> all = new HashMap<>();
    missing.forEach(m -> all.put(m, m.startsWith("numerator") ? OTHER_NUMBER / 2 : OTHER_NUMBER));
    List<Figure> base = figures(income(counts(all)), figure);
    List<String> needed = new ArrayList<>();
    for (String one : missing) {
      Map<String, Long> changed = new HashMap<>(all);
      changed.put(one, one.startsWith("denominator") ? OTHER_NUMBER * 2 : ONE_NUMBER);
      if (!figures(income(counts(changed)), figure).equals(base)) {
        needed.add(one);
      }
    }
    return needed;
  }

  private Set<String> missing() {
    Set<String> names = new LinkedHashSet<>(List.of("LIST"));
    counted.sizes().keySet().forEach(id -> names.add("size of " + id));
    counted.indicators().stream().filter(i -> i.fraction().isPresent()).forEach(i -> {
      names.add("denominator of " + i.id());
      names.add("numerator of " + i.id());
    });
    test.given().forEach(given -> names.remove(name(given)));
    return names;
  }

  private static String name(Given given) {
    if (given instanceof Given.Size size) {
      return "size of " + size.population();
    }
    return given instanceof Given.OfIndicator of
        ? of.kind().name().toLowerCase(java.util.Locale.ROOT) + " of " + of.indicator() : "LIST";
  }

  /** The counts of the patients, with what the test gives in their place. */
  private PracticeCounts counts(Map<String, Long> others) {
    Map<String, Long> given = new HashMap<>(others);
    test.given().forEach(g -> given.put(name(g), number(g)));
    Map<PopulationId, Long> sizes = new HashMap<>(counted.sizes());
    sizes.replaceAll((id, size) -> given.getOrDefault("size of " + id, size));
    List<RegisterCount> registers = counted.registers().stream()
        .map(r -> new RegisterCount(r.id(), given.getOrDefault("size of " + r.id(), r.count()))).toList();
    List<IndicatorCount> indicators = counted.indicators().stream().map(i -> count(i, given)).toList();
    return new PracticeCounts(counted.practice(), given.getOrDefault("LIST", counted.listSize()),
        counted.listSizeStated() || given.containsKey("LIST"), registers, indicators, sizes, counted.classes(),
        counted.place());
  }

  private static IndicatorCount count(IndicatorCount count, Map<String, Long> given) {
    return new IndicatorCount(count.id(), count.population(), count.fraction().map(f -> {
      long denominator = given.getOrDefault("denominator of " + count.id(), f.denominator());
      long numerator = given.getOrDefault("numerator of " + count.id(), f.numerator());
      return new Fraction(denominator, Math.min(numerator, denominator), f.rejected());
    }));
  }

  private static long number(Given given) {
    if (given instanceof Given.Size size) {
      return size.number();
    }
    return given instanceof Given.OfIndicator of ? of.number() : ((Given.ListSize) given).number();
  }
}
