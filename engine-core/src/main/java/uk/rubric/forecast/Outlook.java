package uk.rubric.forecast;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.forecast.Question.Decided;
import uk.rubric.forecast.Spread.Part;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.Forecast.From;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.Move;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeCounts.Rejected;

/** The counts of one practice at the end, as last year lets expect them. */
final class Outlook {
  /** Of an indicator for which fewer than these stood in the population a year earlier nothing is forecast. */
  private static final int FEWEST_IN_POPULATION = 20;

  private final Plan plan;
  private final PracticeMoves practice;
  private final PracticeCounts recorded;
  private final Map<Integer, Moves> ladders = new TreeMap<>();
  private final Map<Integer, Moves> indicators = new TreeMap<>();
  private Moves list;

  Outlook(Plan plan, PracticeMoves practice, PracticeCounts recorded) {
    this.plan = plan;
    this.practice = practice;
    this.recorded = recorded;
    for (Moves moves : practice.moves()) {
      if (moves.question() instanceof Question.InPopulation population) {
        ladders.put(population.ladder().index(), moves);
      } else if (moves.question() instanceof Question.Labelled labelled) {
        ladders.put(labelled.ladder().index(), moves);
      } else if (moves.question() instanceof Decided decided) {
        indicators.put(decided.denominator().index(), moves);
      } else {
        list = moves;
      }
    }
  }

  /** The three ends of a range. */
  enum End {
    EXPECTED,
    LOW,
    HIGH
  }

  /** Why nothing of the practice has a second view. */
  Optional<Lack> lack() {
    return practice.isTooShort() ? Optional.of(Lack.HISTORY_TOO_SHORT)
        : practice.isTooThin() ? Optional.of(Lack.HISTORY_TOO_THIN) : Optional.empty();
  }

  /** Why an indicator that decides patients has none. */
  Optional<Lack> lack(Output indicator) {
    return lack().or(() -> lack(moves(indicator)));
  }

  private static Optional<Lack> lack(Moves moves) {
    if (inPopulation(moves).allMatch(origin -> moves.nowOf(origin) == 0)) {
      return Optional.of(Lack.NOBODY);
    }
    Expectation expectation = new Expectation(moves);
    boolean open = moves.nowOf(Decided.NOT_ACHIEVED) == 0 || expectation.isLearnt(Decided.NOT_ACHIEVED);
    // Of a few who stay as they are the width tells enough; of many, that nothing was learnt of them must not hide in
    // it.
    boolean kept = moves.nowOf(Decided.ACHIEVED) < Expectation.FEWEST || expectation.isLearnt(Decided.ACHIEVED);
    return open && kept && inPopulation(moves).mapToLong(moves::thenOf).sum() >= FEWEST_IN_POPULATION
        ? Optional.empty() : Optional.of(Lack.TOO_FEW);
  }

  private static Stream<Integer> inPopulation(Moves moves) {
    return Stream.of(Decided.ACHIEVED, Decided.NOT_ACHIEVED, Decided.FIRST_REJECTION);
  }

  private Moves moves(Output indicator) {
    return indicators.get(indicator.denominator().getAsInt());
  }

  /** What was learnt of an indicator. */
  List<Move> learnt(Output indicator) {
    Moves moves = moves(indicator);
    List<From> names = List.of(From.OUTSIDE, From.ACHIEVED, From.NOT_ACHIEVED, From.REJECTED, From.NEW);
    return Stream.of(Decided.ACHIEVED, Decided.NOT_ACHIEVED, Decided.FIRST_REJECTION, Decided.OUTSIDE,
        moves.newcomers())
        .map(origin -> new Move(names.get(origin), moves.nowOf(origin), moves.thenOf(origin),
            moves.movedTo(origin, Decided.ACHIEVED), moves.movedTo(origin, Decided.NOT_ACHIEVED),
            moves.movedTo(origin, Decided.FIRST_REJECTION), moves.movedTo(origin, Decided.OUTSIDE)))
        .toList();
  }

  /** All counts at one end; those without a second view as recorded. */
  PracticeCounts counts(End end) {
    if (lack().isPresent()) {
      return recorded;
    }
    return new PracticeCounts(recorded.practice(), listSize(), recorded.listSizeStated(), registers(), indicators(end),
        sizes(), classes(), recorded.place());
  }

  private long listSize() {
    return recorded.listSizeStated() ? recorded.listSize() : new Expectation(list).whole(1);
  }

  private List<RegisterCount> registers() {
    List<Output> outputs = plan.outputs().stream().filter(Output::register).toList();
    List<RegisterCount> counts = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      RegisterCount own = recorded.registers().get(i);
      counts.add(new RegisterCount(own.id(), population(outputs.get(i)).orElse(own.count())));
    }
    return counts;
  }

  /** How many are to be expected in the population of a register or indicator. */
  Optional<Long> population(Output output) {
    return output.population().stream().boxed().findFirst().map(ladders::get)
        .map(moves -> new Expectation(moves).whole(1));
  }

  private Map<PopulationId, Long> sizes() {
    Map<PopulationId, Long> sizes = new HashMap<>(recorded.sizes());
    ladders.values().forEach(moves -> {
      if (moves.question() instanceof Question.InPopulation population) {
        sizes.put(id(population.ladder()), new Expectation(moves).whole(1));
      }
    });
    return sizes;
  }

  private Map<ClassLabel, Long> classes() {
    Map<ClassLabel, Long> classes = new HashMap<>(recorded.classes());
    ladders.values().forEach(moves -> {
      if (moves.question() instanceof Question.Labelled labelled) {
        for (int i = 0; i < labelled.labels().size(); i++) {
          classes.put(new ClassLabel(id(labelled.ladder()), labelled.labels().get(i)),
              new Expectation(moves).whole(i + 1));
        }
      }
    });
    return classes;
  }

  private static PopulationId id(PlannedLadder ladder) {
    return new PopulationId(ladder.ruleset(), ladder.owner());
  }

  private List<IndicatorCount> indicators(End end) {
    List<Output> outputs = plan.outputs().stream().filter(output -> !output.register()).toList();
    List<IndicatorCount> counts = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      counts.add(indicator(outputs.get(i), recorded.indicators().get(i), end));
    }
    return counts;
  }

  private IndicatorCount indicator(Output output, IndicatorCount own, End end) {
    if (output.isRegisterOnly()) {
      return new IndicatorCount(own.id(), population(output).orElse(own.population()), Optional.empty());
    }
    if (!Question.isDecided(output) || lack(output).isPresent()) {
      return own;
    }
    Fraction fraction = fraction(moves(output), end);
    long rejected = fraction.rejected().stream().mapToLong(Rejected::count).sum();
    return new IndicatorCount(own.id(), fraction.denominator() + rejected, Optional.of(fraction));
  }

  private static Fraction fraction(Moves moves, End end) {
    Expectation expectation = new Expectation(moves);
    Decided decided = (Decided) moves.question();
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < decided.rejections().size(); i++) {
      long count = expectation.whole(Decided.FIRST_REJECTION + i);
      if (count > 0) {
        rejected.add(new Rejected(decided.rejections().get(i).rule(), decided.rejections().get(i).reason(), count));
      }
    }
    long achieved = expectation.whole(Decided.ACHIEVED);
    long denominator = achieved + expectation.whole(Decided.NOT_ACHIEVED);
    return new Fraction(denominator, at(end, achieved, denominator, moves), rejected);
  }

  /** What is expected lies within, and no end beyond what can be. */
  private static long at(End end, long achieved, long denominator, Moves moves) {
    return switch (end) {
      case EXPECTED -> achieved;
      case LOW -> Math.min(achieved, Math.max(0, Spread.of(parts(moves)).low()));
      case HIGH -> Math.max(achieved, Math.min(denominator, Spread.of(parts(moves)).high()));
    };
  }

  /** Each origin, with those of it who are expected in the denominator. */
  static List<Part> parts(Moves moves) {
    List<Part> parts = new ArrayList<>();
    for (int origin = 0; origin <= moves.newcomers(); origin++) {
      boolean arrive = origin == moves.newcomers();
      boolean learnt = arrive || new Expectation(moves).isLearnt(origin);
      long achieved = moves.movedTo(origin, Decided.ACHIEVED);
      long notAchieved = moves.movedTo(origin, Decided.NOT_ACHIEVED);
      parts.add(new Part(learnt ? expected(moves, origin, achieved + notAchieved) : staying(moves, origin),
          moves.nowOf(origin), learnt ? moves.thenOf(origin) : 0, achieved, notAchieved, arrive));
    }
    return parts;
  }

  private static long expected(Moves moves, int origin, long came) {
    return moves.thenOf(origin) == 0 ? 0
        : BigFraction.of(moves.nowOf(origin)).multiply(BigFraction.of(came, moves.thenOf(origin)))
            .bigDecimalValue(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static long staying(Moves moves, int origin) {
    return origin == Decided.ACHIEVED || origin == Decided.NOT_ACHIEVED ? moves.nowOf(origin) : 0;
  }
}
