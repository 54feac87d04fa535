package uk.rubric.mutation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the tests beside the rules stand up to changed rules. Immutable.
 *
 * @param mutants by number
 * @param refused how many changes did not check, and so are no mutants
 */
public record MutationResult(List<Mutant> mutants, int refused) {
  public MutationResult {
    mutants = List.copyOf(mutants);
  }

  /** How many came out so. */
  public long count(Fate fate) {
    return mutants.stream().filter(mutant -> mutant.fate() == fate).count();
  }

  /** How many count for the score: all but the equivalent. */
  public long counted() {
    return mutants.size() - count(Fate.EQUIVALENT);
  }

  /** Killed of those that count, in percent with one decimal, rounded down; 100 when none counts. */
  public BigDecimal score() {
    return counted() == 0 ? new BigDecimal("100.0")
        : BigDecimal.valueOf(100 * count(Fate.KILLED)).divide(BigDecimal.valueOf(counted()), 1, RoundingMode.DOWN);
  }

  /** Whether the score, unrounded, is at least so many percent. */
  public boolean reaches(BigDecimal percent) {
    return BigDecimal.valueOf(100 * count(Fate.KILLED))
        .compareTo(percent.multiply(BigDecimal.valueOf(counted()))) >= 0;
  }
}
