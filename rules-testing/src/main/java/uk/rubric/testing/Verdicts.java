package uk.rubric.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.CheckedTest.Act;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.LadderOf;
import uk.rubric.check.Ladder.Action;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.source.Span;
import uk.rubric.syntax.TestNode.CountKind;

/** What of a test did not come out; of several patients each must come out so. */
final class Verdicts implements Expectation.Visitor<List<TestFailure>> {
  private final Plan plan;
  private final CheckedTest test;
  private final List<Seen> patients;
  private final Supplier<PracticeCounts> counts;
  private final Function<Plan, PracticeCounts> countsOn;

  /** @param countsOn counts the patients by the plan of another day */
  Verdicts(
      Plan plan, CheckedTest test, List<Seen> patients, Supplier<PracticeCounts> counts,
      Function<Plan, PracticeCounts> countsOn) {
    this.countsOn = countsOn;
    this.plan = plan;
    this.test = test;
    this.patients = patients;
    this.counts = counts;
  }

  private static TestFailure failure(Span place, String expected, String actual, List<String> why) {
    return new TestFailure(place, expected, actual, why);
  }

  private String who(Seen one) {
    return patients.size() == 1 ? "" : one.patient().title().orElse(one.record().patientId()) + ": ";
  }

  @Override
  public List<TestFailure> decided(Expectation.Decided expectation) {
    Optional<PlannedLadder> ladder = ladder(expectation.ladder());
    if (ladder.isEmpty()) {
      return List.of(failure(
          expectation.span(), words(expectation), "the service's rules have no such ladder", List.of()));
    }
    return patients.stream().flatMap(one -> decided(expectation, ladder.get(), one)).toList();
  }

  private Optional<PlannedLadder> ladder(LadderOf wanted) {
    return plan.ladders().stream()
        .filter(l -> l.ruleset().equals(wanted.ruleset()) && l.owner().equals(wanted.owner()))
        .filter(l -> switch (wanted.part()) {
          case DENOMINATOR -> l.kind() == Kind.DENOMINATOR;
          case NUMERATOR -> l.kind() == Kind.NUMERATOR;
          case POPULATION -> l.kind() != Kind.DENOMINATOR && l.kind() != Kind.NUMERATOR;
        })
        .findFirst();
  }

  private Stream<TestFailure> decided(Expectation.Decided expectation, PlannedLadder ladder, Seen one) {
    if (ladder.each().isEmpty()) {
      int branch = one.outcome().branch(ladder.index());
      return isSo(expectation, ladder, branch)
          ? Stream.empty()
          : Stream.of(failure(expectation.span(), who(one) + words(expectation), words(ladder, branch),
              Reasoning.of(one, one.view(), ladder, branch, expectation.rule())));
    }
    return ofEntries(expectation, ladder, one);
  }

  /** Where the unit is an entry, each must come out so, and there must be one. */
  private Stream<TestFailure> ofEntries(Expectation.Decided expectation, PlannedLadder ladder, Seen one) {
    PlannedEach each = plan.eaches().get(ladder.each().getAsInt());
    List<EntryOutcome> entries =
        one.outcome().entries().stream().filter(e -> e.each() == each.index()).toList();
    if (entries.isEmpty()) {
      return expectation.action().isEmpty() ? Stream.empty() : Stream.of(failure(
          expectation.span(), who(one) + words(expectation), "there is no entry of " + each.array(), List.of()));
    }
    int place = each.ladders().indexOf(ladder.index());
    return entries.stream()
        .filter(entry -> !isSo(expectation, ladder, entry.branches().get(place)))
        .map(entry -> failure(expectation.span(), who(one) + words(expectation),
            words(ladder, entry.branches().get(place)) + " for " + each.array() + " " + entry.day(),
            Reasoning.of(one, one.view().lookingAt(each, entry.day()), ladder, entry.branches().get(place),
                expectation.rule())));
  }

  private static boolean isSo(Expectation.Decided expectation, PlannedLadder ladder, int branch) {
    Optional<Action> action = ladder.decided(branch);
    return expectation.action().isPresent() == action.isPresent()
        && expectation.action().map(act -> act.fits(action.orElseThrow())).orElse(true)
        && (expectation.rule().isEmpty() || ladder.rule(branch).number() == expectation.rule().getAsInt());
  }

  private static String words(Expectation.Decided expectation) {
    return expectation.ladder() + ": " + expectation.action().map(Verdicts::words).orElse("not in population")
        + (expectation.rule().isPresent() ? " by rule " + expectation.rule().getAsInt() : "");
  }

  private static String words(Act act) {
    return act.kind().name().toLowerCase(Locale.ROOT) + act.reason().map(r -> " as " + r).orElse("")
        + act.label().map(l -> " " + l).orElse("");
  }

  private static String words(PlannedLadder ladder, int branch) {
    return ladder.decided(branch).map(action -> words(new Act(
            action.kind(), action.reason().map(r -> r.name()), action.label())) + " by rule "
        + ladder.rule(branch).number()).orElse("not in population");
  }

  @Override
  public List<TestFailure> recorded(Expectation.Recorded expectation) {
    return patients.stream()
        .filter(one -> content(one, expectation.field()).isPresent() != expectation.recorded())
        .map(one -> failure(expectation.span(),
            who(one) + expectation.field() + (expectation.recorded() ? " is recorded" : " is not recorded"),
            Reasoning.content(one.view(), plan, expectation.field()), List.of()))
        .toList();
  }

  private static Optional<Comparable<?>> content(Seen one, uk.rubric.check.CheckedRuleset.FieldId field) {
    return one.view().content(field).single();
  }

  @Override
  public List<TestFailure> content(Expectation.Content expectation) {
    return patients.stream()
        .filter(one -> !content(one, expectation.field()).map(c -> isSame(c, expectation.content())).orElse(false))
        .map(one -> failure(expectation.span(),
            who(one) + expectation.field() + " = " + Reasoning.words(plan, expectation.field(), expectation.content()),
            Reasoning.content(one.view(), plan, expectation.field()), List.of()))
        .toList();
  }

  private static boolean isSame(Comparable<?> one, Comparable<?> other) {
    return one instanceof BigDecimal a && other instanceof BigDecimal b ? a.compareTo(b) == 0 : one.equals(other);
  }

  @Override
  public List<TestFailure> figure(Expectation.Figure expectation) {
    return figures().failures(expectation);
  }

  @Override
  public List<TestFailure> open(Expectation.Open expectation) {
    return figures().failures(expectation);
  }

  private Figures figures() {
    return new Figures(plan, test, counts.get(), countsOn);
  }

  @Override
  public List<TestFailure> count(Expectation.Count expectation) {
    long actual = counted(expectation);
    List<TestFailure> failures = new ArrayList<>();
    if (actual != expectation.number()) {
      failures.add(failure(expectation.span(), expectation.kind().name().toLowerCase(Locale.ROOT) + " of "
          + expectation.name() + " = " + expectation.number(), String.valueOf(actual), List.of()));
    }
    return failures;
  }

  private long counted(Expectation.Count expectation) {
    if (expectation.kind() == CountKind.SIZE) {
      return expectation.population().map(id -> counts.get().sizes().getOrDefault(id, 0L)).orElse(0L);
    }
    return counts.get().indicators().stream()
        .filter(i -> i.id().equals(expectation.name()))
        .flatMap(i -> i.fraction().stream())
        .mapToLong(f -> counted(expectation.kind(), f))
        .findFirst()
        .orElse(0);
  }

  private static long counted(CountKind kind, Fraction fraction) {
    return switch (kind) {
      case NUMERATOR -> fraction.numerator();
      case DENOMINATOR -> fraction.denominator();
      case PCAS -> fraction.pcas();
      case EXCLUSIONS -> fraction.exclusions();
      case SIZE -> throw new IllegalArgumentException("a size is that of a population");
    };
  }
}
