package uk.rubric.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.count.SmallPlan;
import uk.rubric.forecast.Question.Decided;
import uk.rubric.forecast.Spread.Interval;
import uk.rubric.forecast.Spread.Part;
import uk.rubric.payment.ServiceText;
import uk.rubric.plan.Plan;

class SpreadTest {
  private static final int TRIES = 3000;

  /** A part of a denominator that is left to no chance. */
  private static Part part(long patients, long achieved, long notAchieved) {
    return new Part(patients, patients, achieved + notAchieved, achieved, notAchieved, false);
  }

  @Test
  void ofEvenChancesIsWhatCanBeReckonedByHand() {
    // With a prior of a half and a half alone, of one patient either is as likely; of two it is 3/8, 2/8, 3/8.
    assertThat(Spread.of(List.of(part(1, 0, 0)))).isEqualTo(new Interval(0, 1));
    assertThat(Spread.of(List.of(part(2, 0, 0)))).isEqualTo(new Interval(0, 2));
    assertThat(Spread.of(List.of())).isEqualTo(new Interval(0, 0));
    assertThat(Spread.of(List.of(part(0, 7, 3)))).isEqualTo(new Interval(0, 0));
  }

  @Test
  void partsAddUp() {
    // As good as certain: a million of as many achieved, and none of as many.
    List<Part> parts = List.of(part(30, 1_000_000, 0), part(50, 0, 1_000_000));
    assertThat(Spread.of(parts)).isEqualTo(new Interval(30, 30));
  }

  @Test
  void isWiderTheLessWasLearnt() {
    Interval few = Spread.of(List.of(part(100, 5, 5)));
    Interval many = Spread.of(List.of(part(100, 500, 500)));
    assertThat(few.low()).isLessThan(many.low());
    assertThat(few.high()).isGreaterThan(many.high());
    assertThat(many.low() + many.high()).isEqualTo(100);
  }

  @Test
  void isWiderWhereTheDenominatorIsLeftToChance() {
    Interval certain = Spread.of(List.of(part(60, 400, 0), part(60, 100, 300)));
    Interval chance = Spread.of(List.of(part(60, 400, 0), new Part(60, 240, 1600, 100, 300, false)));
    assertThat(chance.low()).isLessThan(certain.low());
    assertThat(chance.high()).isGreaterThan(certain.high());
  }

  @Test
  void isTheOneOfTheBinomialWhenTheShareIsKnown() {
    // Of 100 with a share of a half: P(X < 44) = 0.0967 and P(X = 44) = 0.0390, so that 44 is the tenth.
    assertThat(Spread.of(List.of(part(100, 50_000_000, 50_000_000)))).isEqualTo(new Interval(44, 56));
  }

  @Test
  void copesWithThousands() {
    Interval interval = Spread.of(List.of(part(20_000, 15_000, 3_000), part(9_000, 100, 8_000)));
    assertThat(interval.low()).isBetween(16_000L, 16_800L);
    assertThat(interval.high()).isBetween(16_700L, 17_200L);
  }

  /** Practices of all sizes, each with shares of its own by which last year and this one went. */
  @ParameterizedTest
  @CsvSource({"20220331", "20230331", "20240331"})
  void fourOfFiveYearsLieWithin(long seed) {
    Random random = new Random(seed);
    int within = 0;
    for (int i = 0; i < TRIES; i++) {
      within += new Year(random).isWithin() ? 1 : 0;
    }
    double covered = (double) within / TRIES;
    System.out.printf("back-test: seed %d, %d of %d practice-years within the interval%n", seed, within, TRIES);
    assertThat(covered).as("seed %d", seed).isBetween(0.75, 0.85);
  }

  /** One practice in two years, of which the first is learnt from. */
  private static final class Year {
    private static final int ORIGINS = 4;
    private final Random random;
    private final Moves moves = new Moves(question());
    private final long[] end = new long[1 + Decided.FIRST_REJECTION];

    Year(Random random) {
      this.random = random;
      double population = 20 * Math.pow(30, random.nextDouble());
      double came = between(0, 0.01);
      double[][] shares = {
        {1 - came, came * 0.3, came * 0.6, came * 0.1}, near(0.94), near(between(0.2, 0.7)), near(0.05)};
      double[] sizes = {population * 10, population * between(0.2, 0.6), population * between(0.3, 0.7),
          population * between(0.05, 0.3)};
      for (int origin = 0; origin < ORIGINS; origin++) {
        two(origin, sizes[origin], shares[origin]);
      }
      newcomers((int) (population * between(0, 1)), new double[] {0.94, 0.01, 0.04, 0.01});
    }

    /** Of so many who may register each year about half do. */
    private void newcomers(int most, double[] shares) {
      for (int i = 0; i < most; i++) {
        if (random.nextBoolean()) {
          moves.addNew(drawn(shares));
        }
        if (random.nextBoolean()) {
          end[drawn(shares)]++;
        }
      }
    }

    /** Of an indicator with one rejection: the four states are the four origins. */
    private static Question question() {
      Plan plan = SmallPlan.of(new ServiceText().service());
      Decided decided = Question.of(plan).stream().filter(Decided.class::isInstance).map(Decided.class::cast)
          .findFirst().orElseThrow();
      return new Decided("X", decided.denominator(), decided.numerator(), decided.rejections().subList(0, 1));
    }

    private double between(double least, double most) {
      return least + (most - least) * random.nextDouble();
    }

    /** Chances to come to each state, that to achieve about this one. */
    private double[] near(double achieved) {
      double first = achieved * between(0.8, 1.05);
      double second = (1 - first) * between(0.1, 0.8);
      double third = (1 - first - second) * between(0, 0.5);
      return new double[] {1 - first - second - third, first, second, third};
    }

    private void two(int origin, double size, double[] shares) {
      for (int i = 0; i < (int) size; i++) {
        moves.addThen(origin, drawn(shares));
      }
      for (int i = 0; i < (int) (size * between(0.9, 1.1)); i++) {
        moves.addNow(origin);
        end[drawn(shares)]++;
      }
    }

    private int drawn(double[] shares) {
      double left = random.nextDouble();
      int state = 0;
      while (state < shares.length - 1 && left >= shares[state]) {
        left -= shares[state];
        state++;
      }
      return state;
    }

    /** As the share of achievers, for which points are paid. */
    boolean isWithin() {
      List<Part> parts = new ArrayList<>(Outlook.parts(moves));
      double denominator = parts.stream().mapToLong(Part::inDenominator).sum();
      double share = (double) end[Decided.ACHIEVED] / (end[Decided.ACHIEVED] + end[Decided.NOT_ACHIEVED]);
      Interval interval = Spread.of(parts);
      return share * denominator >= interval.low() - 0.5 && share * denominator <= interval.high() + 0.5;
    }
  }
}
