package uk.rubric.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;

/** All practices of a result at a glance, a line each, with their sum; nothing for a single one. */
final class PracticeSummary {
  private static final String NOT_COMPUTABLE = "not computable";

  private final ServiceResult result;
  private final boolean pays;
  private final String star;

  PracticeSummary(ServiceResult result) {
    this.result = result;
    pays = result.practices().stream().anyMatch(practice -> practice.income().isPresent());
    star = pays && RestsOn.placeholder(result.plan()).total() ? "*" : "";
  }

  String text() {
    if (result.practices().size() < 2) {
      return "";
    }
    TextTable table = new TextTable("").words("Practices").figures("List size");
    if (pays) {
      table.figures("Income £").words("");
    }
    table.text("");
    result.practices().forEach(practice -> row(
        table, practice.counts().practice(), practice.counts().listSize(), total(practice), name(practice)));
    long patients = result.practices().stream().mapToLong(practice -> practice.counts().listSize()).sum();
    row(table, "All " + result.practices().size(), patients, total(), "");
    return "\n" + table;
  }

  private void row(TextTable table, String practice, long listSize, Optional<BigDecimal> income, String name) {
    String size = Display.grouped(listSize);
    if (pays) {
      table.row(practice, size, income.map(Display::groupedMoney).orElse(NOT_COMPUTABLE), star, name);
    } else {
      table.row(practice, size, name);
    }
  }

  private static String name(PracticeResult practice) {
    return practice.name().map(Display::oneLine).orElse("");
  }

  private static Optional<BigDecimal> total(PracticeResult practice) {
    return practice.income().flatMap(PracticeIncome::total);
  }

  /** Empty when that of one practice cannot be computed: a sum of the others would pass for all. */
  private Optional<BigDecimal> total() {
    List<BigDecimal> totals = result.practices().stream().flatMap(practice -> total(practice).stream()).toList();
    return totals.size() == result.practices().size()
        ? Optional.of(totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        : Optional.empty();
  }
}
