package uk.rubric.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.IndicatorIncome;

/** The figures of an income under the names that a case uses. */
final class MoneyFigures {
  /** What a case states, each heading over names and figures. */
  static final List<String> HEADINGS =
      List.of("measures", "points", "pays", "shares", "patients to lower", "patients to upper", "total");

  private MoneyFigures() {}

  static String name(String heading, String name) {
    return heading + " / " + name;
  }

  static Map<String, Optional<BigFraction>> of(PracticeIncome income) {
    Map<String, Optional<BigFraction>> figures = new TreeMap<>();
    income.measures().forEach(figure -> figures.put(name("measures", figure.name()), figure.value()));
    income.payments().forEach(figure -> figures.put(name("pays", figure.name()), figure.value()));
    income.indicators().forEach(indicator -> add(indicator, figures));
    figures.put(name("total", "income"), income.total().map(MoneyFigures::exact));
    return figures;
  }

  private static void add(IndicatorIncome indicator, Map<String, Optional<BigFraction>> figures) {
    String id = indicator.id();
    figures.put(name("points", id), indicator.points());
    figures.put(name("shares", id), indicator.income().map(MoneyFigures::exact));
    figures.put(name("patients to lower", id), exact(indicator.patientsToLower()));
    figures.put(name("patients to upper", id), exact(indicator.patientsToUpper()));
  }

  private static Optional<BigFraction> exact(OptionalLong count) {
    return count.isPresent() ? Optional.of(BigFraction.of(count.getAsLong())) : Optional.empty();
  }

  /** A decimal as a fraction, without loss. */
  static BigFraction exact(BigDecimal value) {
    BigFraction unscaled = BigFraction.of(value.unscaledValue());
    BigFraction ten = BigFraction.of(10);
    return unscaled.divide(ten.pow(value.scale()));
  }
}
