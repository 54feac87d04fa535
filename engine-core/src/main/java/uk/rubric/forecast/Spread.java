package uk.rubric.forecast;

import java.util.List;

/**
 * Between which numbers of achievers the end of a year lies in four of five cases.
 *
 * <p>Of each part of the expected denominator it is known how many of those who stood so a year earlier achieved; the
 * number who will is Beta-binomial by Jeffreys' prior, and the parts are independent. From their sum a tenth is cut off
 * at either end, half of the chance of the number at the cut counted to each side. That the denominator may come to
 * something else is taken in by its effect on the share of achievers: the interval is widened by the square root of the
 * ratio of the two variances, with and without. Computed in doubles, whose error is far below one patient; nothing else
 * is.
 */
final class Spread {
  private static final double TAIL = 0.1;
  private static final double PRIOR = 0.5;

  private Spread() {}

  /**
   * Those of one origin.
   *
   * @param inDenominator how many of them are expected there
   * @param now how many there are, in the denominator or not
   * @param then how many there were a year earlier; 0 when nothing is learnt of them
   * @param achieved how many of those achieved
   * @param notAchieved how many came to the denominator and did not
   * @param arrive whether their number itself is left to chance
   */
  record Part(long inDenominator, long now, long then, long achieved, long notAchieved, boolean arrive) {
    double share() {
      return (achieved + PRIOR) / (achieved + notAchieved + 2 * PRIOR);
    }
  }

  /** Numbers of achievers, both included. */
  record Interval(long low, long high) {}

  /** The interval of all parts together, out of the sum of their denominators. */
  static Interval of(List<Part> parts) {
    Chances all = Chances.CERTAINLY_NOUGHT;
    for (Part part : parts) {
      all = all.plus(Chances.betaBinomial(part.inDenominator(), part.achieved() + PRIOR, part.notAchieved() + PRIOR));
    }
    double middle = parts.stream().mapToDouble(part -> part.inDenominator() * part.share()).sum();
    double factor = widening(parts, middle);
    return new Interval(Math.round(middle - factor * (middle - all.lowest(TAIL))),
        Math.round(middle + factor * (all.highest(TAIL) - middle)));
  }

  /** At least 1. */
  private static double widening(List<Part> parts, double middle) {
    double share = middle / parts.stream().mapToLong(Part::inDenominator).sum();
    double without = parts.stream().mapToDouble(Spread::variance).sum();
    double with = parts.stream().mapToDouble(part -> variance(part, share)).sum();
    return without > 0 && with > without ? Math.sqrt(with / without) : 1;
  }

  /** Of the number who achieve, when the denominator is what is expected. */
  private static double variance(Part part) {
    long learnt = part.achieved() + part.notAchieved();
    double share = learnt == 0 ? 0 : (double) part.achieved() / learnt;
    return variance(part.inDenominator(), learnt, share * (1 - share));
  }

  /** Of the number who achieve beyond that share of those in the denominator, when that is left to chance too. */
  private static double variance(Part part, double share) {
    if (part.then() == 0) {
      return 0;
    }
    double achieved = (double) part.achieved() / part.then();
    double notAchieved = (double) part.notAchieved() / part.then();
    double mean = achieved * (1 - share) - notAchieved * share;
    double square = achieved * (1 - share) * (1 - share) + notAchieved * share * share;
    return variance(part.now(), part.then(), square - mean * mean) + (part.arrive() ? 2 * part.now() * mean * mean : 0);
  }

  /** Of a sum over patients whose chances were learnt from so many others. */
  private static double variance(long patients, long learnt, double each) {
    return (double) patients * (patients + learnt) / (1 + learnt) * each;
  }
}
