package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.CheckedService.Thresholds;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.ServiceNode.AnswerKind;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.ServiceNode.Level;
import uk.rubric.syntax.Text;

/** Checks the tables of points of one service. */
final class PointsChecker {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final UsedRulesets used;
  private final Problems problems;
  private final NoteCollector notes;
  private final List<ServiceNode.Evidence> evidence;
  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Map<String, Span> indicators = new HashMap<>();
  private final List<PointsTable> tables = new ArrayList<>();

  PointsChecker(UsedRulesets used, List<ServiceNode.Evidence> evidence, Problems problems, NoteCollector notes) {
    this.used = used;
    this.evidence = evidence;
    this.problems = problems;
    this.notes = notes;
  }

  List<PointsTable> tables() {
    return tables;
  }

  void check(List<ServiceNode.PointsTable> nodes) {
    for (ServiceNode.PointsTable node : nodes) {
      Name first = names.putIfAbsent(node.name().text(), node.name());
      if (first != null) {
        problems.add(Diagnostic.at(node.name().span(), RuleDiagnostic.DUPLICATE_NAME,
                "points " + quote(node.name()) + " are defined twice")
            .withLabel(first.span(), "first defined here")
            .withHelp("join the two tables, or give one another name"));
      }
      Scope.isFree(node.name(), problems);
      List<PointsRow> rows = node.rows().stream().map(this::row).flatMap(Optional::stream).toList();
      tables.add(new PointsTable(node.name().text(), ServiceChecker.text(node.title()), rows, node.span()));
    }
  }

  /** Holds the rows of all tables to what the source says they come to. */
  void checkTotal(List<ServiceNode.PointsTotal> totals, List<ServiceNode.PointsTable> nodes) {
    totals.forEach(total -> notes.on("total of points", total.notes()));
    boolean broken = nodes.stream().anyMatch(node -> problems.isBrokenWithin(node.span()));
    if (totals.isEmpty() || broken) {
      return;
    }
    ServiceNode.PointsTotal total = totals.get(0);
    BigDecimal rows = nodes.stream().flatMap(node -> node.rows().stream())
        .map(row -> new BigDecimal(row.points().text())).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal remainder = total.remainder().map(r -> new BigDecimal(r.text())).orElse(BigDecimal.ZERO);
    BigDecimal published = new BigDecimal(total.points().text());
    if (rows.add(remainder).compareTo(published) != 0) {
      problems.add(Diagnostic.at(total.points().span(), RuleDiagnostic.POINTS_TOTAL,
              "the rows come to " + rows.toPlainString() + " points"
                  + total.remainder().map(r -> " and a remainder of " + r.text()).orElse("") + ", and "
                  + quote(total.points().text()) + " are published")
          .withHelp("compare each row with the source; the difference is "
              + published.subtract(rows).subtract(remainder).toPlainString()));
    } else if (remainder.signum() != 0) {
      problems.add(Diagnostic.at(total.span(), RuleDiagnostic.POINTS_REMAINDER,
              "`" + remainder.toPlainString() + "` of `" + published.toPlainString() + "` points have no row")
          .withHelp("nobody can earn them here: add their rows when the source spells them out"));
    }
  }

  /** The table of that name; empty after a report. */
  Optional<String> table(Name name) {
    if (names.containsKey(name.text())) {
      return Optional.of(name.text());
    }
    if (!problems.isBroken(name)) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_POINTS, "there are no points " + quote(name))
          .withHelp(Suggestion.closest(name.text(), names.keySet())
              .map(n -> "did you mean " + quote(n) + "?")
              .orElse("write a table " + quote("points " + name.text() + " { … }"))));
    }
    return Optional.empty();
  }

  /** The table that has a row for an indicator. */
  Optional<String> tableOf(String indicator) {
    return tables.stream()
        .filter(table -> table.rows().stream().anyMatch(row -> row.indicator().equals(indicator)))
        .map(PointsTable::name)
        .findFirst();
  }

  boolean isTable(String name) {
    return names.containsKey(name);
  }

  private Optional<PointsRow> row(ServiceNode.PointsRow node) {
    List<Note> on = notes.on("points of " + node.indicator().text(), node.notes());
    Optional<ServiceNode.Evidence> answer = answer(node.indicator());
    if (answer.isPresent()) {
      return answered(node, answer.get(), on);
    }
    Optional<RulesetNode.Indicator> indicator = used.indicator(node.indicator());
    if (indicator.isEmpty() || !isFirst(node, indicator.get().name().text()) || !fits(node, indicator.get())) {
      return Optional.empty();
    }
    Optional<Thresholds> thresholds = node.lower().isPresent() ? thresholds(node) : Optional.empty();
    return Optional.of(new PointsRow(
        indicator.get().name().text(), new BigDecimal(node.points().text()), thresholds, node.isProtected(), on,
        node.span()));
  }

  private Optional<ServiceNode.Evidence> answer(Name name) {
    return used.isIndicator(name.text())
        ? Optional.empty() : evidence.stream().filter(e -> e.name().text().equals(name.text())).findFirst();
  }

  /** A row of what is not counted but answered: its points are earned whole by a yes. */
  private Optional<PointsRow> answered(ServiceNode.PointsRow node, ServiceNode.Evidence answer, List<Note> on) {
    boolean once = answer.each().level() == Level.PRACTICE && answer.each().every() == Every.YEAR;
    if (answer.kind() != AnswerKind.YES_NO || !once) {
      problems.add(Diagnostic.at(node.indicator().span(), RuleDiagnostic.FIGURE_LEVEL,
              "points are earned by a yes of each practice for the whole period, and "
                  + quote(answer.name()) + " is another evidence")
          .withLabel(answer.span(), "defined here")
          .withHelp("define it as " + quote("yes no per practice")));
      return Optional.empty();
    }
    if (node.lower().isPresent()) {
      problems.add(needlessThresholds(node, answer.name(), "it is earned by a yes"));
      return Optional.empty();
    }
    return isFirst(node, answer.name().text())
        ? Optional.of(new PointsRow(answer.name().text(), new BigDecimal(node.points().text()), Optional.empty(),
            node.isProtected(), on, node.span()))
        : Optional.empty();
  }

  private boolean isFirst(ServiceNode.PointsRow node, String indicator) {
    Span first = indicators.putIfAbsent(indicator, node.span());
    if (first != null) {
      problems.add(Diagnostic.at(node.indicator().span(), RuleDiagnostic.DUPLICATE_POINTS,
              "indicator " + quote(indicator) + " has points twice")
          .withLabel(first, "first given points here")
          .withHelp("keep one row for each indicator"));
    }
    return first == null;
  }

  private boolean fits(ServiceNode.PointsRow node, RulesetNode.Indicator indicator) {
    boolean ladders = indicator.denominator().isPresent();
    if (ladders == node.lower().isPresent()) {
      return true;
    }
    problems.add(ladders ? noThresholds(node, indicator)
        : needlessThresholds(node, indicator.name(), "it is earned by producing the register"));
    return false;
  }

  private static Diagnostic noThresholds(ServiceNode.PointsRow node, RulesetNode.Indicator indicator) {
    return Diagnostic.at(node.span(), RuleDiagnostic.MISSING_THRESHOLDS,
            "the points of " + quote(indicator.name()) + " have no thresholds")
        .withLabel(indicator.name().span(), "it has a denominator")
        .withHelp("write them after the points: `from 35% to 75%`");
  }

  private static Diagnostic needlessThresholds(ServiceNode.PointsRow node, Name earner, String how) {
    Span place = node.lower().orElseThrow().span().through(node.upper().orElseThrow().span());
    return Diagnostic.at(place, RuleDiagnostic.MISPLACED_THRESHOLDS,
            quote(earner) + " has no denominator, and so no thresholds")
        .withLabel(earner.span(), how)
        .withHelp("leave the thresholds out");
  }

  private Optional<Thresholds> thresholds(ServiceNode.PointsRow node) {
    Text lowerText = node.lower().orElseThrow();
    Text upperText = node.upper().orElseThrow();
    BigDecimal lower = new BigDecimal(lowerText.text());
    BigDecimal upper = new BigDecimal(upperText.text());
    if (lower.compareTo(upper) < 0 && upper.compareTo(HUNDRED) <= 0) {
      return Optional.of(new Thresholds(lower.movePointLeft(2), upper.movePointLeft(2)));
    }
    problems.add(Diagnostic.at(lowerText.span().through(upperText.span()), RuleDiagnostic.INVALID_THRESHOLDS,
            "thresholds rise from 0% to 100%, and these go from " + quote(lowerText.text() + "%") + " to "
                + quote(upperText.text() + "%"))
        .withHelp("write the lower threshold first, and below the upper one"));
    return Optional.empty();
  }
}
