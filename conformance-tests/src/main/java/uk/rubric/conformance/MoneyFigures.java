package uk.rubric.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;

/** The figures of incomes under the names that a case uses. */
final class MoneyFigures {
  /** What a case states, each heading over names and figures. */
  static final List<String> HEADINGS =
      List.of("measures", "points", "pays", "shares", "patients to lower", "patients to upper", "next patient",
          "at risk",
          "total", "groups");

  private final Map<String, String> figures = new TreeMap<>();
  private final String prefix;

  /** {@code prefix} stands before each name, when a case has several practices. */
  private MoneyFigures(String prefix) {
    this.prefix = prefix;
  }

  static String name(String heading, String name) {
    return heading + " / " + name;
  }

  static Map<String, String> of(String prefix, PracticeIncome income) {
    MoneyFigures all = new MoneyFigures(prefix);
    income.measures().forEach(figure -> all.add("measures", figure));
    income.payments().forEach(figure -> all.add("pays", figure));
    income.indicators().forEach(all::add);
    income.answered().forEach(all::add);
    all.add("total", "income", exact(income.total()));
    return all.figures;
  }

  static Map<String, String> of(GroupIncome group) {
    MoneyFigures all = new MoneyFigures(group.code() + " ");
    group.measures().forEach(figure -> all.add("groups", figure));
    group.payments().forEach(figure -> all.add("groups", figure));
    all.add("groups", "total", exact(group.total()));
    return all.figures;
  }

  private void add(String heading, Figure figure) {
    String part = figure.part().map(p -> " " + p.start()).orElse("");
    figures.put(name(heading, prefix + figure.name() + part), figure.state() == State.KNOWN
        ? words(figure.value()) : figure.state().word().replace('-', ' '));
  }

  private void add(String heading, String name, Optional<BigFraction> value) {
    figures.put(name(heading, prefix + name), words(value));
  }

  private void add(IndicatorIncome indicator) {
    String id = indicator.id();
    add("points", id, indicator.points());
    add("shares", id, exact(indicator.income()));
    add("patients to lower", id, exact(indicator.patientsToLower()));
    add("patients to upper", id, exact(indicator.patientsToUpper()));
    add("next patient", id, indicator.worth().flatMap(worth -> exact(worth.next())));
    add("at risk", id, indicator.worth().map(worth -> exact(worth.all())));
  }

  private static Optional<BigFraction> exact(OptionalLong count) {
    return count.isPresent() ? Optional.of(BigFraction.of(count.getAsLong())) : Optional.empty();
  }

  private static Optional<BigFraction> exact(Optional<BigDecimal> value) {
    return value.map(MoneyFigures::exact);
  }

  /** A decimal as a fraction, without loss. */
  static BigFraction exact(BigDecimal value) {
    BigFraction unscaled = BigFraction.of(value.unscaledValue());
    BigFraction ten = BigFraction.of(10);
    return unscaled.divide(ten.pow(value.scale()));
  }

  /** A figure as a case and a result agree on it. */
  static String words(Optional<BigFraction> figure) {
    return figure.map(BigFraction::toString).orElse("not computable");
  }
}
