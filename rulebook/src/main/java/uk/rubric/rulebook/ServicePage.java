package uk.rubric.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.CheckedService.Evidence;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.source.Span;
import uk.rubric.syntax.ServiceNode.AnswerKind;
import uk.rubric.syntax.ServiceNode.StatusKind;

/** One service: its period, figures and payments. */
final class ServicePage {
  private final Book book;
  private final CheckedService service;
  private final Places places;
  private final String page;
  private final FormulaWords formulas;

  ServicePage(Book book, CheckedService service) {
    this.book = book;
    this.service = service;
    this.places = book.places(service);
    this.page = places.service(service).page();
    this.formulas = new FormulaWords(service, places, new Vocabulary(places, book.source()));
  }

  String html() {
    List<Section> sections = new ArrayList<>(List.of(
        new Section("dates", "Dates", Optional.of(days())),
        new Section("indicators", "Registers and indicators", Optional.of(rulesets())),
        new Section("points", "Points", points()),
        new Section("parameters", "Parameters", parameters()),
        new Section("evidence", "Evidence", evidence()),
        new Section("measures", "Measures", measures()),
        new Section("payments", "Payments", payments()),
        new Section("notes", "Notes", Optional.of(Notes.table(service.notes())))));
    sections.removeIf(section -> section.content().isEmpty());
    Html main = Html.together(head(), Section.contents(sections),
        Html.together(sections.stream().map(Section::html).toList()));
    return Page.of(page, service.name() + " " + service.title(), main);
  }

  private Html head() {
    Facts facts = new Facts();
    facts.add("Status", status(service.status()));
    service.authority().ifPresent(authority -> facts.add("Authority", Html.text(authority)));
    facts.add("Period", Html.text("from " + service.periodStart() + " to " + service.periodEnd() + ", both included"
        + service.dividedBy().map(by -> "; by " + by.name().toLowerCase(Locale.ROOT)).orElse("")));
    facts.links("Rule sets", service.uses().stream().map(places::ruleset).toList(), page);
    facts.add("Marked", Notes.count(service.notes()));
    return Html.together(
        Html.element("h1", service.name() + (service.title().isEmpty() ? "" : ": " + service.title())),
        facts.html(), Prose.of(book.source().doc(service.span())));
  }

  static Html status(StatusKind status) {
    boolean official = status == StatusKind.OFFICIAL;
    String word = status.name();
    return Html.element("strong", status == StatusKind.UNOFFICIAL ? word : word.toLowerCase(Locale.ROOT))
        .css("mark " + (official ? "cite" : "open"));
  }

  static String day(Day day, CheckedService service) {
    return switch (day.kind()) {
      case START_OF_PERIOD -> service.periodStart() + ", the first day of the period";
      case END_OF_PERIOD -> service.periodEnd() + ", the last day of the period";
      case START_OF_MONTH -> "the first day of the month as at which a run is made";
      case END_OF_MONTH -> "the last day of the month as at which a run is made";
      case START_OF_QUARTER -> "the first day of the quarter as at which a run is made";
      case END_OF_QUARTER -> "the last day of the quarter as at which a run is made";
      case RUN_DATE -> "the day as at which a run is made";
      case FIXED -> day.fixed().orElseThrow().toString();
      case CHOSEN -> "the day that each practice handed in as " + day.chosen().orElseThrow().evidence();
    };
  }

  private Html days() {
    Table table = new Table("Dates of the service", "Name", "Day");
    service.days().forEach(day -> table.row("day-" + day.name(), Html.text(day.name()), Html.text(day(day, service))));
    return table.isEmpty() ? Html.element("p", "The service gives no dates.") : table.html();
  }

  private Html rulesets() {
    Table table = new Table("What the rule sets of the service decide", "Rule set", "Registers", "Indicators");
    for (CheckedRuleset ruleset : book.rules().used(service)) {
      List<Html> registers = ruleset.populations().stream().filter(p -> p.register())
          .<Html>map(p -> places.population(p.id()).link(page)).toList();
      List<Html> indicators = ruleset.indicators().stream()
          .<Html>map(i -> places.indicator(ruleset.name(), i.name()).link(page)).toList();
      table.row("", places.ruleset(ruleset.id()).link(page), orNone(registers), orNone(indicators));
    }
    return table.html();
  }

  private static Html orNone(List<Html> links) {
    return links.isEmpty() ? Html.element("em", "none") : Html.joined(links, ", ");
  }

  private Optional<Html> points() {
    List<Html> tables = service.pointsTables().stream().map(this::points).toList();
    return tables.isEmpty() ? Optional.empty() : Optional.of(Html.together(tables));
  }

  private Html points(PointsTable points) {
    BigDecimal sum = points.rows().stream().map(PointsRow::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    Table table = new Table("Points of " + points.name(), "Indicator", "Points", "Thresholds", "Remarks");
    for (PointsRow row : points.rows()) {
      Html indicator =
          places.indicator(row.indicator()).<Html>map(p -> p.link(page)).orElse(Html.text(row.indicator()));
      Html thresholds = Html.text((row.thresholds().isPresent()
          ? thresholds(row).strip() : "none: earned by " + earnedBy(row))
          + (row.isProtected() ? "; protected: the points of the year before" : ""));
      table.row("points-" + points.name() + "-" + row.indicator(), indicator, Html.text(row.points().toPlainString()),
          thresholds, Html.together(Prose.of(book.source().doc(row.span())), Notes.of(row.notes())));
    }
    return section("points-" + points.name(), points.name(), points.title(), Prose.of(book.source().doc(points.span())),
        used("points-" + points.name()), Html.element("p", sum.toPlainString() + " points together."), table.html());
  }

  private String earnedBy(PointsRow row) {
    boolean answered = places.indicator(row.indicator()).isEmpty() && service.evidence(row.indicator()).isPresent();
    return answered ? "a yes" : "producing the register";
  }

  private Html section(String id, String name, String title, Html... content) {
    return Html.element("section",
        Html.element("h3", name),
        title.isEmpty() ? Html.none() : Html.element("p", title).css("title"),
        Html.together(content)).id(id);
  }

  private Html used(String anchor) {
    Facts facts = new Facts();
    facts.add("Used by", book.usedBy().html(new Place(page, anchor, ""), page));
    return facts.html();
  }

  /** {@code  from 35 % to 75 %}, with a blank before it; empty without thresholds. */
  static String thresholds(PointsRow row) {
    return row.thresholds().map(t -> " from " + percent(t.lower()) + " to " + percent(t.upper())).orElse("");
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private Optional<Html> parameters() {
    List<Html> all = service.parameters().stream().map(this::parameter).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Html.together(all));
  }

  private Html parameter(Parameter parameter) {
    Table table = new Table("Values of " + parameter.name() + " by date", "Value", "In force", "Remarks");
    for (ParameterValue value : parameter.values()) {
      table.row("", Html.text(FormulaWords.amount(value.value(), parameter.kind())), Html.text(force(value)),
          Html.together(Prose.of(book.source().doc(value.span())), Notes.of(value.notes())));
    }
    String anchor = "parameter-" + parameter.name();
    return section(anchor, parameter.name(), parameter.title(), used(anchor), table.html());
  }

  private static String force(ParameterValue value) {
    if (value.start().isEmpty() && value.end().isEmpty()) {
      return "always";
    }
    String from = value.start().map(day -> "from " + day).orElse("");
    String to = value.end().map(day -> " to " + day).orElse("");
    boolean both = value.start().isPresent() && value.end().isPresent();
    return (from + to).strip() + (both ? ", both included" : " included");
  }

  private Optional<Html> evidence() {
    Table table = new Table("What organisations hand in", "Evidence", "Title", "Kind", "Remarks", "Used by");
    for (Evidence evidence : service.evidence()) {
      String anchor = "evidence-" + evidence.name();
      table.row(anchor, Html.text(evidence.name()), Html.text(evidence.title()),
          Html.text(answer(evidence.kind()) + ". " + FormulaWords.each(evidence.each())),
          Html.together(Prose.of(book.source().doc(evidence.span())), Notes.of(evidence.notes())),
          book.usedBy().html(new Place(page, anchor, ""), page));
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.html());
  }

  private static String answer(AnswerKind kind) {
    return switch (kind) {
      case YES_NO -> "Yes or no";
      case NUMBER -> "A number";
      case DATE -> "A date";
    };
  }

  private Optional<Html> measures() {
    List<Html> all = service.measures().stream().map(this::measure).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Html.together(all));
  }

  private Html measure(Measure measure) {
    String anchor = "measure-" + measure.name();
    return section(anchor, measure.name(), measure.title(),
        Html.element("p", Html.text(FormulaWords.each(measure.each()) + " "),
            formulas.sentence(measure.formula(), measure.rounding()).html(page)).css("reading"),
        source(measure.span()), Prose.of(book.source().doc(measure.span())), Notes.of(measure.notes()), used(anchor));
  }

  private static Html source(Span span) {
    return Html.element("pre", Html.element("code", Source.text(span)))
        .with("tabindex", "0").with("role", "region").with("aria-label", "As written");
  }

  private Optional<Html> payments() {
    List<Html> all = service.pays().stream().map(this::pay).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Html.together(all));
  }

  private Html pay(Pay pay) {
    Words said = Words.of(FormulaWords.each(pay.each()) + " ")
        .plus(formulas.sentence(pay.formula(), Optional.of(pay.rounding())))
        .plus(formulas.condition(pay.when()))
        .plus(pay.notBefore().map(day -> " It cannot be measured before " + day + ".").orElse(""))
        .plus(pay.sharedBy().map(table ->
            " The amount is shared among the indicators of " + table + " by the points that they earned.").orElse(""));
    return section("pay-" + pay.name(), pay.name(), pay.title(), Html.element("p", said.html(page)).css("reading"),
        source(pay.span()), Prose.of(book.source().doc(pay.span())), Notes.of(pay.notes()),
        used("pay-" + pay.name()), Tests.of(book, service.name(), pay.name(), 4));
  }
}
