package uk.rubric.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.rubric.plan.Plan;
import uk.rubric.result.Forecast;
import uk.rubric.result.Forecast.From;
import uk.rubric.result.Forecast.IndicatorForecast;
import uk.rubric.result.Forecast.Lack;
import uk.rubric.result.Forecast.Move;
import uk.rubric.result.Forecast.PracticeForecast;
import uk.rubric.result.Forecast.Range;
import uk.rubric.result.Forecast.RegisterForecast;
import uk.rubric.result.Forecast.Standing;
import uk.rubric.result.Forecast.Totals;

/** A forecast for people: its two views side by side, what it learnt from, and how it is made. */
final class ForecastTable {
  private static final String INDENT = "  ";
  private static final String NONE = "-";

  private final Forecast forecast;
  private final Points points;
  private final RestsOn placeholders;

  private ForecastTable(Forecast forecast, Plan plan) {
    this.forecast = forecast;
    points = new Points(plan.service());
    placeholders = RestsOn.placeholder(plan);
  }

  /** The lines, with an empty one before; nothing without a forecast. */
  static String of(Optional<Forecast> forecast, Plan plan) {
    return forecast.map(f -> new ForecastTable(f, plan).text()).orElse("");
  }

  private String text() {
    return "\nForecast to " + forecast.end() + ", no part of any income above\n"
        + forecast.practices().stream().map(practice -> "\n" + practice(practice)).collect(Collectors.joining())
        + notCovered() + "\nHow it is made\n" + method();
  }

  private String method() {
    TextTable table = new TextTable(INDENT).text("");
    ForecastWords.method(forecast).forEach(table::row);
    return table.toString().substring(1);
  }

  private String notCovered() {
    return forecast.notCovered().isEmpty() ? ""
        : "\nAs recorded in both views, as they decide entries: " + String.join(", ", forecast.notCovered()) + '\n';
  }

  private String practice(PracticeForecast practice) {
    String thin = practice.history().thin() && practice.lack().isEmpty()
        ? INDENT + "The year before has far fewer entries than this one: the figures mislead\n" : "";
    return "Practice " + practice.practice() + '\n' + practice.lack().map(ForecastTable::lack).orElse("") + thin
        + practice.income().map(this::totals).orElse("") + table(registers(practice)) + table(counts(practice))
        + table(earned(practice)) + lacks(practice) + table(learnt(practice));
  }

  private static String lack(Lack lack) {
    return INDENT + "No forecast: " + lack.words() + '\n';
  }

  private static String table(TextTable table) {
    return table.isEmpty() ? "" : "\n" + table;
  }

  private String totals(Totals totals) {
    String star = star(placeholders.total());
    String expected = totals.expected().isEmpty() ? ""
        : ", expected £" + money(totals.expected()) + star + ", low £" + money(totals.low()) + star + ", high £"
            + money(totals.high()) + star;
    String pending = totals.pending() == 0 ? ""
        : INDENT + "Pending, and no part of these: payments " + totals.pending() + '\n';
    String stay = totals.asRecorded().isEmpty() ? ""
        : INDENT + "In these as recorded: " + String.join(", ", totals.asRecorded()) + '\n';
    return INDENT + "Income £" + money(totals.recorded()) + star + " as recorded" + expected + '\n' + pending + stay;
  }

  private static String money(Optional<BigDecimal> pounds) {
    return pounds.map(Display::groupedMoney).orElse(" not computable");
  }

  private TextTable registers(PracticeForecast practice) {
    TextTable table = new TextTable(INDENT).words("Register").figures("As recorded").figures("Expected").words("");
    for (RegisterForecast register : practice.registers()) {
      table.row(register.id(), Display.grouped(register.recorded()),
          register.expected().map(Display::grouped).orElse(NONE), star(placeholders.register(register.id())));
    }
    return table;
  }

  private TextTable counts(PracticeForecast practice) {
    TextTable table = new TextTable(INDENT).words("Indicator").figures("As recorded").figures("Expected")
        .figures("80 %")
        .words("");
    for (IndicatorForecast indicator : practice.indicators()) {
      table.row(indicator.id(), fraction(indicator.recorded()), cell(indicator, range -> fraction(range.expected())),
          cell(indicator, range -> span(range, standing -> Display.grouped(standing.numerator()))),
          star(placeholders.counts(indicator.id())));
    }
    return table;
  }

  private TextTable earned(PracticeForecast practice) {
    TextTable table = new TextTable(INDENT).words("Indicator").figures("Points recorded").figures("Expected")
        .figures("80 %").words("").figures("Income £ recorded").figures("Expected").figures("80 %").words("");
    practice.indicators().stream().filter(i -> points.hasPoints(i.id())).forEach(indicator -> earned(table, indicator));
    return table;
  }

  private void earned(TextTable table, IndicatorForecast indicator) {
    boolean shares = points.isPaid(indicator.id());
    table.row(indicator.id(), points(indicator.recorded()), cell(indicator, range -> points(range.expected())),
        cell(indicator, range -> span(range, ForecastTable::points)), star(placeholders.points(indicator.id())),
        shares ? income(indicator.recorded()) : "",
        shares ? cell(indicator, range -> income(range.expected())) : "",
        shares ? cell(indicator, range -> span(range, ForecastTable::income)) : "",
        star(placeholders.income(indicator.id())));
  }

  /** Why some indicators have no second view, when the practice has one. */
  private static String lacks(PracticeForecast practice) {
    TextTable table = new TextTable(INDENT).words("Without forecast").text("Why");
    if (practice.lack().isEmpty()) {
      practice.indicators().forEach(i -> i.lack().ifPresent(why -> table.row(i.id(), why.words())));
    }
    return table(table);
  }

  private static String cell(IndicatorForecast indicator, Function<Range, String> words) {
    return indicator.range().map(words).orElse(NONE);
  }

  private static String span(Range range, Function<Standing, String> figure) {
    return figure.apply(range.low()) + " to " + figure.apply(range.high());
  }

  private static String fraction(Standing standing) {
    return Display.grouped(standing.numerator()) + " of " + Display.grouped(standing.denominator());
  }

  private static String points(Standing standing) {
    return standing.points().map(Display::points).orElse(NONE);
  }

  private static String income(Standing standing) {
    return standing.income().map(Display::groupedMoney).orElse(NONE);
  }

  private static String star(boolean placeholder) {
    return placeholder ? "*" : "";
  }

  /** Of those who stood so a year earlier, how many achieved at that year's end. */
  private static TextTable learnt(PracticeForecast practice) {
    TextTable table = new TextTable(INDENT).words("Achieved a year ago, of").figures("who achieved")
        .figures("who did not").figures("rejected").figures("outside").figures("new");
    practice.indicators().stream().filter(indicator -> indicator.range().isPresent()).forEach(indicator ->
        table.row(indicator.id(), move(indicator, From.ACHIEVED), move(indicator, From.NOT_ACHIEVED),
            move(indicator, From.REJECTED), move(indicator, From.OUTSIDE), move(indicator, From.NEW)));
    return table;
  }

  private static String move(IndicatorForecast indicator, From from) {
    List<Move> moves = indicator.moves().stream().filter(move -> move.from() == from).toList();
    return moves.stream().map(m -> Display.grouped(m.achieved()) + " of " + Display.grouped(m.then()))
        .collect(Collectors.joining());
  }
}
