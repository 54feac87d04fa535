package uk.rubric.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What all payments come to when one parameter is somewhat more or less than its value, as national figures are until
 * their year has ended. Immutable.
 *
 * @param moved by rising percentage
 */
public record Band(String parameter, List<Moved> moved) {
  public Band {
    moved = List.copyOf(moved);
  }

  /**
   * With the value so much higher.
   *
   * @param percent of the value; below 0 for a lower one
   * @param totals of each practice, in the order of the result; empty when a payment cannot be computed
   */
  public record Moved(int percent, List<Optional<BigDecimal>> totals) {
    public Moved {
      totals = List.copyOf(totals);
    }
  }
}
