package uk.rubric.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.Formula;
import uk.rubric.plan.Plan;
import uk.rubric.worklist.WhatIf;
import uk.rubric.worklist.Worklist;
import uk.rubric.worklist.Worklist.Change;
import uk.rubric.worklist.Worklist.PracticeWhatIf;
import uk.rubric.worklist.Worklist.WhatIfResult;

/** What larger registers would change, each practice at present and with one, side by side. */
final class WhatIfTable {
  private static final String NOT_KNOWN = "not known";

  private final RestsOn placeholders;
  private final Points points;

  private WhatIfTable(Plan plan) {
    placeholders = RestsOn.placeholder(plan);
    points = new Points(plan.service());
  }

  /** Nothing when nothing is asked. */
  static String of(Worklist list) {
    WhatIfTable table = new WhatIfTable(list.plan());
    return list.whatIfs().stream().map(table::text).collect(Collectors.joining());
  }

  private String text(WhatIfResult result) {
    WhatIf asked = result.asked();
    String head = "\nWhat if " + asked.register() + " had " + Display.grouped(asked.patients())
        + " more, of whom " + Display.grouped(asked.achieved()) + " achieve each indicator of it\n";
    String stay = result.notChanged().isEmpty() ? ""
        : "  Of smaller populations, and left as they are: " + String.join(", ", result.notChanged()) + '\n';
    return head + stay + result.practices().stream()
        .map(practice -> practice(practice, placeholders.register(asked.register()) ? "*" : ""))
        .collect(Collectors.joining());
  }

  private String practice(PracticeWhatIf practice, String star) {
    TextTable table = new TextTable("  ").words("Practice " + practice.practice()).figures("At present").figures("Then")
        .words("");
    table.row("register", Display.grouped(practice.before()), Display.grouped(practice.after()), star);
    table.row("prevalence %", percent(practice.before(), practice), percent(practice.after(), practice), star);
    rows(table, practice.measures(), "", false);
    practice.points().forEach(change -> table.row("points of " + change.name(), points(change.before()),
        points(change.after()), placeholders.points(change.name()) ? "*" : ""));
    rows(table, practice.payments(), "payment ", true);
    practice.incomeBefore().or(practice::incomeAfter).ifPresent(any -> table.row("total income £",
        money(practice.incomeBefore()), money(practice.incomeAfter()), placeholders.total() ? "*" : ""));
    return "\n" + table;
  }

  private static String percent(long count, PracticeWhatIf practice) {
    return Display.percent(count, practice.listSize()).orElse(NOT_KNOWN);
  }

  private void rows(TextTable table, List<Change> changes, String what, boolean payments) {
    for (Change change : changes) {
      Formula.Kind kind = payments ? Formula.Kind.MONEY : points.kind(change.name());
      boolean star = payments ? placeholders.payment(change.name()) : placeholders.measure(change.name());
      table.row(what + change.name() + change.part().map(part -> " to " + part.end()).orElse(""),
          figure(change.before(), kind), figure(change.after(), kind), star ? "*" : "");
    }
  }

  private static String figure(Optional<BigFraction> value, Formula.Kind kind) {
    return value.map(v -> Display.figure(v, kind)).orElse(NOT_KNOWN);
  }

  private static String points(Optional<BigFraction> value) {
    return value.map(Display::points).orElse(NOT_KNOWN);
  }

  private static String money(Optional<BigDecimal> pounds) {
    return pounds.map(Display::groupedMoney).orElse(NOT_KNOWN);
  }
}
