package uk.rubric.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.CheckedService.Thresholds;
import uk.rubric.check.Formula;
import uk.rubric.check.Note;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.ServiceNode.RoundingKind;
import uk.rubric.syntax.ServiceNode.StatusKind;

/** Writes a service without rule text. The year is 2021/22. */
public final class ServiceText {
  public static final LocalDate PERIOD_END = LocalDate.of(2022, 3, 31);
  public static final Rounding TO_THE_PENNY = rounding(RoundingKind.HALF_UP, "0.01");
  private static final Span SPAN = new SourceText("rules/service.rubric", "service").span(0, 7);

  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();
  private final List<PointsTable> tables = new ArrayList<>();
  private final List<Pay> pays = new ArrayList<>();

  public ServiceText parameter(String name, String value) {
    return parameter(name, new ParameterValue(decimal(value), Optional.empty(), Optional.empty(), List.of(), SPAN));
  }

  public ServiceText parameter(String name, ParameterValue... values) {
    parameters.add(new Parameter(name, "", Formula.Kind.NUMBER, List.of(values), SPAN));
    return this;
  }

  /** An amount of money. */
  public ServiceText pounds(String name, String pounds) {
    ParameterValue value =
        new ParameterValue(decimal(pounds), Optional.empty(), Optional.empty(), List.of(), SPAN);
    parameters.add(new Parameter(name, "Pounds a point", Formula.Kind.MONEY, List.of(value), SPAN));
    return this;
  }

  /** A value that is not sourced. */
  public ServiceText placeholder(String name, String value) {
    return parameter(
        name,
        new ParameterValue(
            decimal(value), Optional.empty(), Optional.empty(), List.of(placeholderNote("parameter " + name)), SPAN));
  }

  /** The note of such a value. */
  public static Note placeholderNote(String on) {
    return new Note(NoteNode.Kind.PLACEHOLDER, on, "the national prevalence is not sourced", SPAN);
  }

  public ServiceText measure(String name, Formula formula) {
    return measure(name, formula, Optional.empty());
  }

  public ServiceText measure(String name, Formula formula, Rounding rounding) {
    return measure(name, formula, Optional.of(rounding));
  }

  private ServiceText measure(String name, Formula formula, Optional<Rounding> rounding) {
    measures.add(new Measure(name, "", formula.kind(), formula, rounding, List.of(), SPAN));
    return this;
  }

  public ServiceText table(String name, PointsRow... rows) {
    tables.add(new PointsTable(name, "", List.of(rows), SPAN));
    return this;
  }

  public ServiceText pay(String name, Formula formula, Rounding rounding) {
    pays.add(new Pay(name, "", formula, rounding, Optional.empty(), List.of(), SPAN));
    return this;
  }

  public ServiceText payShared(String name, Formula formula, Rounding rounding, String table) {
    pays.add(new Pay(name, "", formula, rounding, Optional.of(table), List.of(), SPAN));
    return this;
  }

  public CheckedService service() {
    return new CheckedService(
        "QOF_2021_22", "Quality and Outcomes Framework 2021/22", Optional.of("NHS England"), StatusKind.OFFICIAL,
        LocalDate.of(2021, 4, 1), PERIOD_END, List.of(),
        List.of(new uk.rubric.check.CheckedRuleset.RulesetId("DM", "46.0")), Optional.empty(),
        parameters, measures, tables, pays, List.of(), SPAN);
  }

  public Payments payments() {
    return new Payments(service(), PERIOD_END);
  }

  public static PointsRow row(String indicator, String points) {
    return new PointsRow(indicator, decimal(points), Optional.empty(), List.of(), SPAN);
  }

  public static PointsRow row(String indicator, String points, String lower, String upper) {
    Thresholds thresholds = new Thresholds(decimal(lower), decimal(upper));
    return new PointsRow(indicator, decimal(points), Optional.of(thresholds), List.of(), SPAN);
  }

  public static ParameterValue value(String value, LocalDate start, LocalDate end) {
    return new ParameterValue(decimal(value), Optional.of(start), Optional.of(end), List.of(), SPAN);
  }

  public static Rounding rounding(RoundingKind kind, String step) {
    return new Rounding(kind, decimal(step));
  }

  public static Formula number(String value) {
    return new Formula.Constant(decimal(value), Formula.Kind.NUMBER);
  }

  public static Formula parameterOf(String name) {
    return new Formula.Parameter(name, Formula.Kind.NUMBER);
  }

  public static Formula measureOf(String name) {
    return new Formula.Measure(name, Formula.Kind.NUMBER);
  }

  public static Formula list() {
    return new Formula.ListSize();
  }

  public static Formula sizeOf(String register) {
    return new Formula.SizeOf(new PopulationId("DM", register));
  }

  public static Formula pointsOf(String table) {
    return new Formula.PointsOf(table);
  }

  public static Formula achievementOf(String indicator) {
    return new Formula.AchievementOf(indicator);
  }

  public static Formula over(Formula left, Formula right) {
    return binary(left, '/', right);
  }

  public static Formula times(Formula left, Formula... rights) {
    Formula product = left;
    for (Formula right : rights) {
      product = binary(product, '*', right);
    }
    return product;
  }

  public static Formula binary(Formula left, char operator, Formula right) {
    return new Formula.Binary(left, operator, right, Formula.Kind.NUMBER);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
