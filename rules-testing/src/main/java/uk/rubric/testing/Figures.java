package uk.rubric.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.Given;
import uk.rubric.check.Stretch;
import uk.rubric.payment.Ledger;
import uk.rubric.payment.Payments;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;

/**
 * Measures and payments of a test's practice. A test without patients must give every count that a figure depends on:
 * what it does not give is tried with two numbers, and a figure that changes with it fails.
 */
final class Figures {
  private static final long ONE_NUMBER = 0;
  private static final long OTHER_NUMBER = 90;

  private final Plan plan;
  private final Payments payments;
  private final CheckedTest test;
  private final PracticeCounts counted;
  private final Function<Plan, PracticeCounts> countsOn;
  private final Map<Stretch, PracticeCounts> parts = new HashMap<>();

  /** @param countsOn counts the patients of the test by the plan of another day */
  Figures(Plan plan, CheckedTest test, PracticeCounts counted, Function<Plan, PracticeCounts> countsOn) {
    this.plan = plan;
    this.payments = Payments.of(plan);
    this.test = test;
    this.counted = counted;
    this.countsOn = countsOn;
  }

  List<TestFailure> failures(Expectation.Figure expectation) {
    String expected = named(expectation.name(), expectation.part()) + " = "
        + expectation.span().text().replaceAll("(?s)^.*=\\s*", "");
    List<TestFailure> open = notGiven(expectation, expectation.name(), expectation.part(), expected);
    if (!open.isEmpty()) {
      return open;
    }
    Figure found = figure(Map.of(), expectation.name(), expectation.part());
    if (found.value().map(v -> isSame(expectation.name(), v, expectation.value())).orElse(false)) {
      return List.of();
    }
    String actual = found.value().map(v -> decimal(v, expectation.value().scale() + 2)).orElse(state(found));
    return List.of(new TestFailure(expectation.span(), expected, actual, steps()));
  }

  List<TestFailure> failures(Expectation.Open expectation) {
    String expected = named(expectation.name(), expectation.part()) + " is "
        + (expectation.pending() ? "pending" : "not yet");
    List<TestFailure> open = notGiven(expectation, expectation.name(), expectation.part(), expected);
    if (!open.isEmpty()) {
      return open;
    }
    Figure found = figure(Map.of(), expectation.name(), expectation.part());
    if (found.state() == (expectation.pending() ? State.PENDING : State.NOT_YET)) {
      return List.of();
    }
    String actual = found.value().map(v -> decimal(v, 6)).orElse(state(found));
    return List.of(new TestFailure(expectation.span(), expected, actual, steps()));
  }

  private static String named(String name, Optional<Stretch> part) {
    return name + part.map(p -> " in " + p.end()).orElse("");
  }

  private static String state(Figure figure) {
    return switch (figure.state()) {
      case PENDING -> "it is pending: " + String.join(", ", figure.awaits());
      case NOT_YET -> "it is not yet due";
      case KNOWN, NOT_COMPUTABLE -> "it cannot be computed";
    };
  }

  private List<TestFailure> notGiven(
      Expectation expectation, String name, Optional<Stretch> part, String expected) {
    List<String> open = test.patients().isEmpty() ? dependsOn(name, part) : List.of();
    return open.isEmpty() ? List.of() : List.of(new TestFailure(expectation.span(), expected,
        "it depends on what the test does not give", open.stream().map(o -> "write `given " + o + " = …`").toList()));
  }

  /**
   * What no rounding is declared for may have endless places: it is the same when it rounds to those that are written.
   */
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
    return figures(Map.of(), name -> true).stream()
        .map(f -> named(f.name(), f.part()) + " is " + f.value().map(v -> decimal(v, 6)).orElse(word(f)))
        .toList();
  }

  private static String word(Figure figure) {
    return figure.state().word().replace('-', ' ');
  }

  /** Measures and payments of the practice, then of the PCN and ICB that it is alone in. */
  private List<Figure> figures(Map<String, Long> others, Predicate<String> wanted) {
    return payments.figures(ledger(others), wanted);
  }

  private Ledger ledger(Map<String, Long> others) {
    Map<Stretch, List<PracticeCounts>> each = new HashMap<>();
    payments.partsToCount().forEach(part -> each.put(part, List.of(counts(of(part), part.end(), others))));
    return new Ledger(List.of(counts(counted, plan.achievementDate(), others)), each,
        GivenBeside.answers(test, plan.period()), GivenBeside.history(test, plan.period()));
  }

  /** The patients as at the end of a month or quarter. */
  private PracticeCounts of(Stretch part) {
    boolean same = test.patients().isEmpty() && plan.chosenDays().isEmpty();
    return part.end().equals(plan.achievementDate()) || same
        ? counted : parts.computeIfAbsent(part, p -> countsOn.apply(plan.at(p.end())));
  }

  private Figure figure(Map<String, Long> others, String name, Optional<Stretch> part) {
    return figures(others, name::equals).stream()
        .filter(f -> f.part().equals(part))
        .findFirst()
        .or(() -> indicator(others, name))
        .orElseGet(() -> new Figure(name, Optional.empty()));
  }

  /** What an indicator earns, or an evidence that points stand for; costly, so asked last. */
  private Optional<Figure> indicator(Map<String, Long> others, String name) {
    PracticeIncome own = payments.incomes(ledger(others)).practices().get(0);
    return Stream.concat(own.indicators().stream(), own.answered().stream())
        .filter(i -> i.id().equals(name))
        .map(Figures::income)
        .findFirst();
  }

  private static Figure income(IndicatorIncome indicator) {
    State state = indicator.income().isPresent() || indicator.incomeState() != State.KNOWN
        ? indicator.incomeState() : State.NOT_COMPUTABLE;
    return new Figure(
        indicator.id(), Optional.empty(), indicator.income().map(Figures::exact), state, List.of());
  }

  private static BigFraction exact(BigDecimal value) {
    return BigFraction.of(value.unscaledValue()).divide(BigFraction.of(10).pow(Math.max(0, value.scale())));
  }

  /** What a test did not give and the figure depends on. */
  private List<String> dependsOn(String figure, Optional<Stretch> part) {
    Set<String> missing = missing();
    Map<String, Long> all = new HashMap<>();
    missing.forEach(m -> all.put(m, m.startsWith("numerator") ? OTHER_NUMBER / 2 : OTHER_NUMBER));
    Figure base = figure(all, figure, part);
    List<String> needed = new ArrayList<>();
    for (String one : missing) {
      Map<String, Long> changed = new HashMap<>(all);
      changed.put(one, one.startsWith("denominator") ? OTHER_NUMBER * 2 : ONE_NUMBER);
      if (!figure(changed, figure, part).equals(base)) {
        needed.add(one);
      }
    }
    return needed;
  }

  private Set<String> missing() {
    Set<String> names = new LinkedHashSet<>(List.of("LIST"));
    PracticeCounts counted = countable();
    counted.sizes().keySet().forEach(id -> names.add("size of " + id));
    counted.classes().keySet().stream().map(Figures::name).sorted().forEach(names::add);
    counted.indicators().stream().filter(i -> i.fraction().isPresent()).forEach(i -> {
      names.add("denominator of " + i.id());
      names.add("numerator of " + i.id());
    });
    names.addAll(new TreeSet<>(RejectedCounts.readBy(plan.service())));
    given().filter(given -> given.asAt().isEmpty()).forEach(given -> names.remove(given.name()));
    return names;
  }

  /** All that there would be to count, whatever days the practice has chosen. */
  private PracticeCounts countable() {
    return counted.awaits().isEmpty() ? counted : countsOn.apply(plan.choosing(ChosenDays.RUN_DATE));
  }

  private Stream<Given.Count> given() {
    return test.given().stream().filter(Given.Count.class::isInstance).map(Given.Count.class::cast);
  }

  private static String name(ClassLabel label) {
    return "size of (" + label.classification() + " = " + label.label() + ")";
  }

  /**
   * The counts of the patients, with what the test gives in their place: what it gives for that day before all else.
   */
  private PracticeCounts counts(PracticeCounts of, LocalDate day, Map<String, Long> others) {
    Map<String, Long> given = new HashMap<>(others);
    given().filter(g -> g.asAt().isEmpty()).forEach(g -> given.put(g.name(), g.number()));
    given().filter(g -> g.asAt().equals(Optional.of(day))).forEach(g -> given.put(g.name(), g.number()));
    Map<PopulationId, Long> sizes = new HashMap<>(of.sizes());
    sizes.replaceAll((id, size) -> given.getOrDefault("size of " + id, size));
    Map<ClassLabel, Long> classes = new HashMap<>(of.classes());
    classes.replaceAll((label, size) -> given.getOrDefault(name(label), size));
    List<RegisterCount> registers = of.registers().stream()
        .map(r -> new RegisterCount(r.id(), given.getOrDefault("size of " + r.id(), r.count()))).toList();
    List<IndicatorCount> indicators = of.indicators().stream().map(i -> count(i, given)).toList();
    Place place = new Place(of.place().pcn(), of.place().icb(), GivenBeside.weightedList(test));
    return new PracticeCounts(of.practice(), given.getOrDefault("LIST", of.listSize()),
        of.listSizeStated() || given.containsKey("LIST"), registers, indicators, sizes, classes, place, of.awaits());
  }

  private static IndicatorCount count(IndicatorCount count, Map<String, Long> given) {
    return new IndicatorCount(count.id(), count.population(), count.fraction().map(f -> {
      long numerator = given.getOrDefault("numerator of " + count.id(), f.numerator());
      long denominator = given.getOrDefault("denominator of " + count.id(), f.denominator());
      // One that the test gives holds the numerator, as the checker has seen; any other has room for it.
      return new Fraction(
          Math.max(denominator, numerator), numerator, RejectedCounts.with(given, count.id(), f));
    }));
  }
}
