package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;

/** Checks the parameters, measures and payments of one service. */
final class FigureChecker {
  private final ServiceItems items;
  private final Problems problems;
  private final NoteCollector notes;
  private final Figures figures;
  private final PointsChecker points;
  private final RoundingChecker roundings;
  private final Map<String, Set<String>> tablesOfMeasures = new HashMap<>();
  private final List<Measure> measures = new ArrayList<>();
  private final List<Pay> pays = new ArrayList<>();

  FigureChecker(
      ServiceItems items, UsedRulesets used, PointsChecker points, Problems problems, NoteCollector notes) {
    this.items = items;
    this.problems = problems;
    this.notes = notes;
    this.points = points;
    this.figures = new Figures(items, used, points, problems);
    this.roundings = new RoundingChecker(problems);
  }

  List<Parameter> parameters() {
    return figures.parameters();
  }

  List<Measure> measures() {
    return measures;
  }

  List<Pay> pays() {
    return pays;
  }

  void check() {
    new ParameterChecker(problems, notes).check(items.parameters).forEach(figures::define);
    Map<String, ServiceNode.Measure> nodes = new LinkedHashMap<>();
    items.measures.forEach(m -> nodes.putIfAbsent(m.name().text(), m));
    figures.checkNames();
    measureOrder(nodes).forEach(name -> measure(nodes.get(name)));
    Set<String> seen = new HashSet<>();
    items.pays.forEach(p -> pay(p, seen));
  }

  /** The measures, each after those that it needs: where they stand in the file has no meaning. */
  private List<String> measureOrder(Map<String, ServiceNode.Measure> nodes) {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    nodes.forEach((name, node) -> needs.put(name, FigureNames.of(node.value())));
    Cycles<String> cycles = Cycles.of(needs);
    for (List<String> circle : cycles.circles()) {
      problems.add(PopulationChecker.cycle(
          nodes.get(circle.get(0)).name(), circle, "let one of these measures do without the others"));
    }
    return cycles.order();
  }

  private void measure(ServiceNode.Measure node) {
    List<Note> on = notes.on("measure " + node.name().text(), node.notes());
    FormulaChecker checker = new FormulaChecker(figures, problems, tablesOfMeasures);
    Optional<Formula> formula = node.value().accept(checker);
    Optional<Rounding> rounding = node.rounding().flatMap(r -> roundings.check(r, formula.map(Formula::kind)));
    tablesOfMeasures.put(node.name().text(), checker.tables());
    formula.ifPresent(f -> {
      figures.define(node.name().text(), f.kind());
      measures.add(new Measure(node.name().text(), ServiceChecker.text(node.title()), f.kind(), f, rounding, on,
          node.span()));
    });
  }

  private void pay(ServiceNode.Pay node, Set<String> seen) {
    List<Note> on = notes.on("pay " + node.name().text(), node.notes());
    checkName(node.name(), seen);
    FormulaChecker checker = new FormulaChecker(figures, problems, tablesOfMeasures);
    Optional<Formula> formula = node.value().accept(checker).filter(f -> isMoney(f, node));
    Optional<Rounding> rounding = payRounding(node);
    Optional<String> table = node.sharedBy().flatMap(points::table);
    table.filter(t -> formula.isPresent() && !checker.tables().contains(t))
        .ifPresent(t -> problems.add(sharedWithout(node.sharedBy().orElseThrow().span(), t)));
    if (formula.isPresent() && rounding.isPresent()) {
      pays.add(new Pay(node.name().text(), ServiceChecker.text(node.title()), formula.get(), rounding.get(), table,
          on, node.span()));
    }
  }

  private void checkName(Name name, Set<String> seen) {
    Scope.isFree(name, problems);
    if (!seen.add(name.text())) {
      Span first = items.pays.stream().map(ServiceNode.Pay::name).filter(n -> n.text().equals(name.text()))
          .map(Name::span).findFirst().orElseThrow();
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME, "pay " + quote(name) + " is defined twice")
          .withLabel(first, "first defined here")
          .withHelp("give one of them another name"));
    }
  }

  private boolean isMoney(Formula formula, ServiceNode.Pay node) {
    if (formula.kind() != Kind.MONEY) {
      problems.add(Diagnostic.at(node.value().span(), RuleDiagnostic.PAY_NOT_MONEY,
              "pay " + quote(node.name()) + " is " + FormulaChecker.words(formula.kind()) + ", not money")
          .withHelp("multiply it by an amount in pounds, such as the value of a point"));
    }
    return formula.kind() == Kind.MONEY;
  }

  private Optional<Rounding> payRounding(ServiceNode.Pay node) {
    if (node.rounding().isEmpty()) {
      problems.add(Diagnostic.at(node.name().span(), RuleDiagnostic.PAY_NOT_ROUNDED,
              "pay " + quote(node.name()) + " does not say how it is rounded")
          .withHelp("add `rounded half up to £0.01`, or what else the source says"));
    }
    return node.rounding().flatMap(r -> roundings.check(r, Optional.of(Kind.MONEY)));
  }

  private static Diagnostic sharedWithout(Span place, String table) {
    return Diagnostic.at(place, RuleDiagnostic.SHARED_WITHOUT_POINTS,
            "the amount is shared by the points of " + quote(table) + " and does not depend on them")
        .withHelp("use " + quote("points of " + table) + " in the amount, or leave the sharing out");
  }
}
