package uk.rubric.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Money of a PCN or ICB, over the practices of the extract that belong to it.
 *
 * @param practices their codes, rising
 * @param measures those of this level
 * @param payments those of this level
 * @param total of its own payments and those of all within it, each pound once; empty when one cannot be computed
 */
public record GroupIncome(
    Level level,
    String code,
    List<String> practices,
    List<Figure> measures,
    List<Figure> payments,
    Optional<BigDecimal> total) {
  public GroupIncome {
    practices = List.copyOf(practices);
    measures = List.copyOf(measures);
    payments = List.copyOf(payments);
  }
}
