package uk.rubric.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.Formula;
import uk.rubric.plan.Plan;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.result.PracticeIncome.Worth;
import uk.rubric.result.ServiceResult.PracticeResult;

/** One practice for people: its registers, indicators, rejections, factors and payments. */
final class PracticeTables {
  private static final String INDENT = "  ";
  private static final String NOT_COMPUTABLE = "not computable";
  private static final String UNDEFINED = "-";

  private final Plan plan;
  private final Points points;
  private final RestsOn placeholders;
  private final Measurable measurable;

  PracticeTables(Plan plan) {
    this.plan = plan;
    points = new Points(plan.service());
    placeholders = RestsOn.placeholder(plan);
    measurable = Measurable.of(plan);
  }

  String of(PracticeResult practice) {
    PracticeCounts counts = practice.counts();
    StringBuilder text = new StringBuilder("Practice ").append(counts.practice());
    practice.name().ifPresent(name -> text.append("  ").append(Display.oneLine(name)));
    text.append('\n');
    text.append(INDENT).append("List size ").append(Display.grouped(counts.listSize())).append(", ");
    text.append(counts.listSizeStated() ? "as the extract states" : "counted: registered at ACHV_DAT").append('\n');
    text.append(awaited(counts));
    append(text, registers(counts));
    append(text, practice.income().map(income -> earned(counts, income)).orElseGet(() -> achieved(counts)));
    practice.income().ifPresent(income -> append(text, answered(income)));
    append(text, rejected(counts));
    practice.income().ifPresent(income -> append(text, atRisk(counts, income)));
    practice.income().ifPresent(income -> append(text, factors(income.measures())));
    practice.income().ifPresent(income -> append(text, payments(income.payments(), income.total(), "Total income")));
    return text.toString();
  }

  /** That nothing is counted is said where the counts would stand. */
  private static String awaited(PracticeCounts counts) {
    return counts.awaits().isEmpty()
        ? "" : INDENT + "Not counted, pending: " + String.join(", ", counts.awaits()) + "\n";
  }

  private static void append(StringBuilder text, TextTable table) {
    text.append(table.isEmpty() ? "" : "\n" + table);
  }

  private TextTable registers(PracticeCounts counts) {
    TextTable table =
        new TextTable(INDENT).words("Register").figures("Patients").figures("Prevalence %").words("");
    counts.registers().forEach(
        register ->
            table.row(
                register.id(),
                Display.grouped(register.count()),
                Display.percent(register.count(), counts.listSize()).orElse(UNDEFINED),
                star(placeholders.register(register.id()))));
    return table;
  }

  private static TextTable counted() {
    return new TextTable(INDENT)
        .words("Indicator")
        .figures("Population")
        .figures("Denominator")
        .figures("Numerator")
        .figures("Achieved %")
        .words("");
  }

  private TextTable achieved(PracticeCounts counts) {
    TextTable table = counted();
    for (IndicatorCount count : counts.indicators()) {
      table.row(
          count.id(), Display.grouped(count.population()), denominator(count), numerator(count), achievement(count),
          star(placeholders.counts(count.id())));
    }
    return table;
  }

  private TextTable earned(PracticeCounts counts, PracticeIncome income) {
    TextTable table =
        counted()
            .figures("Points")
            .figures("of")
            .words("")
            .figures("Income £")
            .words("")
            .figures("To lower")
            .figures("To upper");
    for (int i = 0; i < counts.indicators().size(); i++) {
      IndicatorCount count = counts.indicators().get(i);
      IndicatorIncome earned = income.indicators().get(i);
      table.row(
          count.id(), Display.grouped(count.population()), denominator(count), numerator(count), achievement(count),
          star(placeholders.counts(count.id())), points(earned), available(earned),
          star(placeholders.points(count.id())),
          pounds(earned), star(placeholders.income(count.id())),
          patients(count.id(), earned.patientsToLower()), patients(count.id(), earned.patientsToUpper()));
    }
    return table;
  }

  /** Sums over practices: of thresholds and further patients, a sum would say nothing. */
  private TextTable summed(PracticeCounts counts, List<IndicatorIncome> income) {
    TextTable table = counted().figures("Points").figures("of").words("").figures("Income £").words("");
    for (int i = 0; i < counts.indicators().size(); i++) {
      IndicatorCount count = counts.indicators().get(i);
      IndicatorIncome earned = income.get(i);
      table.row(
          count.id(), Display.grouped(count.population()), denominator(count), numerator(count), achievement(count),
          star(placeholders.counts(count.id())), points(earned), available(earned),
          star(placeholders.points(count.id())),
          pounds(earned), star(placeholders.income(count.id())));
    }
    return table;
  }

  /** What is answered by hand, and not counted. */
  private TextTable answered(PracticeIncome income) {
    TextTable table = new TextTable(INDENT).words("Answered").figures("Points").figures("of").words("")
        .figures("Income £").words("");
    for (IndicatorIncome earned : income.answered()) {
      table.row(
          earned.id(), points(earned), available(earned),
          star(placeholders.points(earned.id())),
          pounds(earned),
          star(placeholders.income(earned.id())));
    }
    return table;
  }

  private static String denominator(IndicatorCount count) {
    return count.fraction().map(f -> Display.grouped(f.denominator())).orElse("");
  }

  private static String numerator(IndicatorCount count) {
    return count.fraction().map(f -> Display.grouped(f.numerator())).orElse("");
  }

  private String achievement(IndicatorCount count) {
    Optional<String> later = measurable.from(count.id()).map(day -> "from " + day);
    return count.fraction().map(f -> later.or(() -> Display.achievement(f)).orElse(UNDEFINED)).orElse("");
  }

  private String points(IndicatorIncome earned) {
    return points.hasPoints(earned.id())
        ? earned.points().map(Display::points).orElse(state(earned.pointsState())) : "";
  }

  private static String available(IndicatorIncome earned) {
    return earned.available().map(Display::plain).orElse("");
  }

  private String pounds(IndicatorIncome earned) {
    return points.isPaid(earned.id())
        ? earned.income().map(Display::groupedMoney).orElse(state(earned.incomeState())) : "";
  }

  private String patients(String indicator, OptionalLong patients) {
    if (!points.hasThresholds(indicator)) {
      return "";
    }
    return patients.isPresent() ? Display.grouped(patients.getAsLong()) : UNDEFINED;
  }

  private static String star(boolean placeholder) {
    return placeholder ? "*" : "";
  }

  /** What further achievers would add. */
  private TextTable atRisk(PracticeCounts counts, PracticeIncome income) {
    TextTable table =
        new TextTable(INDENT).words("At risk").figures("Not achieved").figures("The next £").figures("All £").words("");
    for (int i = 0; i < counts.indicators().size(); i++) {
      IndicatorCount count = counts.indicators().get(i);
      income.indicators().get(i).worth().ifPresent(worth -> table.row(
          count.id(),
          count.fraction().map(f -> Display.grouped(f.denominator() - f.numerator())).orElse(""),
          worth.next().map(Display::groupedMoney).orElse(UNDEFINED),
          Display.groupedMoney(worth.all()),
          star(placeholders.worth(count.id()))));
    }
    return table;
  }

  private TextTable rejected(PracticeCounts counts) {
    TextTable table = new TextTable(INDENT)
        .words("Rejected").figures("Rule").words("Kind").words("Reason").figures("Patients").words("");
    for (IndicatorCount count : counts.indicators()) {
      for (Rejected rejected : count.fraction().map(Fraction::rejected).orElse(List.of())) {
        table.row(
            count.id(), String.valueOf(rejected.rule()), rejected.reason().kindWord(), rejected.reason().name(),
            Display.grouped(rejected.count()), star(placeholders.counts(count.id())));
      }
    }
    return table;
  }

  /** A PCN or ICB: its own figures, and all of its income. */
  String of(GroupIncome group, GroupSums sums) {
    String head = group.level().name() + " " + group.code() + "\n" + INDENT + "Practices "
        + String.join(", ", group.practices()) + "\n";
    PracticeCounts counts = sums.counts();
    StringBuilder text = new StringBuilder(head).append(INDENT).append("List size ")
        .append(Display.grouped(counts.listSize())).append('\n');
    text.append(awaited(counts));
    append(text, registers(counts));
    append(text, summed(counts, sums.indicators()));
    append(text, factors(group.measures()));
    append(text, payments(group.payments(), group.total(), "Total with its practices"));
    return text.toString();
  }

  private TextTable factors(List<Figure> measures) {
    TextTable table = new TextTable(INDENT).words("Factor").figures("Value").words("").text("");
    for (Figure figure : measures) {
      Measure measure = plan.service().measure(figure.name()).orElseThrow();
      String value = figure.value().map(v -> Display.figure(v, measure.kind())).orElse(state(figure));
      String unit = measure.kind() == Formula.Kind.MONEY && figure.value().isPresent() ? "£" : "";
      table.row(name(figure), unit + value, star(placeholders.measure(figure.name())), measure.title());
    }
    return table;
  }

  private static String name(Figure figure) {
    return figure.name() + figure.part().map(part -> " " + part.start() + " to " + part.end()).orElse("");
  }

  /** Why a figure has no value. */
  private static String state(Figure figure) {
    return figure.state() == State.PENDING
        ? "pending: " + String.join(", ", figure.awaits()) : state(figure.state());
  }

  private static String state(State state) {
    return switch (state) {
      case PENDING -> "pending";
      case NOT_YET -> "not yet";
      case KNOWN, NOT_COMPUTABLE -> NOT_COMPUTABLE;
    };
  }

  private TextTable payments(List<Figure> payments, Optional<BigDecimal> sum, String what) {
    TextTable table = new TextTable(INDENT).words("Payment").figures("£").words("").text("");
    for (Figure figure : payments) {
      Pay pay = plan.service().pay(figure.name()).orElseThrow();
      String pounds = figure.value().map(Display::groupedMoney).orElse(state(figure));
      table.row(name(figure), pounds, star(placeholders.payment(figure.name())), pay.title());
    }
    String total = sum.map(Display::groupedMoney).orElse(NOT_COMPUTABLE);
    boolean open = payments.stream().anyMatch(p -> p.state() == State.PENDING);
    return table.row(what, total, star(placeholders.total()), open ? "without what is pending" : "");
  }
}
