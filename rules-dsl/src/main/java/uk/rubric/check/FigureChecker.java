package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Evidence;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.Formula.Kind;
import uk.rubric.check.FormulaBlocks.Expanded;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.ServiceNode.Level;

/** Checks the parameters, evidence, measures and payments of one service. */
final class FigureChecker {
  private final ServiceItems items;
  private final Problems problems;
  private final NoteCollector notes;
  private final Figures figures;
  private final PointsChecker points;
  private final RoundingChecker roundings;
  private final FormulaBlocks blocks;
  private final PeriodParts period;
  private final Map<String, Set<String>> tablesOfFigures = new HashMap<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Measure> measures = new ArrayList<>();
  private final Map<String, Pay> pays = new LinkedHashMap<>();

  FigureChecker(
      ServiceItems items,
      UsedRulesets used,
      PointsChecker points,
      PeriodParts period,
      Problems problems,
      NoteCollector notes) {
    this.items = items;
    this.problems = problems;
    this.notes = notes;
    this.points = points;
    this.period = period;
    this.figures = new Figures(items, used, points, problems);
    this.roundings = new RoundingChecker(problems);
    this.blocks = new FormulaBlocks(items.blocks, problems);
  }

  List<Parameter> parameters() {
    return figures.parameters();
  }

  List<Evidence> evidence() {
    return evidence;
  }

  List<Measure> measures() {
    return measures;
  }

  /** In the order of the file. */
  List<Pay> pays() {
    return items.pays.stream().map(p -> pays.get(p.name().text())).filter(p -> p != null).distinct().toList();
  }

  void check() {
    new ParameterChecker(problems, notes).check(items.parameters).forEach(figures::define);
    items.evidence.forEach(this::evidence);
    figures.checkNames();
    Map<String, ServiceNode.Measure> measureNodes = new LinkedHashMap<>();
    items.measures.forEach(m -> measureNodes.putIfAbsent(m.name().text(), m));
    Map<String, ServiceNode.Pay> payNodes = new LinkedHashMap<>();
    items.pays.forEach(p -> checkName(p.name(), payNodes, p));
    Map<String, Expanded> formulas = new HashMap<>();
    Map<String, ConditionNode> conditions = new HashMap<>();
    items.measures.forEach(m -> formulas.putIfAbsent(m.name().text(), blocks.expand(m.value())));
    payNodes.values().forEach(p -> formulas.putIfAbsent(p.name().text(), blocks.expand(p.value())));
    payNodes.values().forEach(p -> p.when().ifPresent(w -> conditions.put(p.name().text(), blocks.expand(w))));
    for (String name : order(formulas, conditions, measureNodes, payNodes)) {
      if (measureNodes.containsKey(name)) {
        measure(measureNodes.get(name), formulas.get(name));
      } else {
        pay(payNodes.get(name), formulas.get(name), Optional.ofNullable(conditions.get(name)));
      }
    }
    blocks.reportUnused();
    reportGaps();
  }

  private void evidence(ServiceNode.Evidence node) {
    List<Note> on = notes.on("evidence " + node.name().text(), node.notes());
    boolean whole = period.hasPart(node.each().every(), node.each().span(), problems);
    if (node.each().level() == Level.PATIENT) {
      problems.add(Diagnostic.at(node.each().span(), RuleDiagnostic.FIGURE_LEVEL,
              "evidence is of an organisation, and what is known of a patient stands in the record")
          .withHelp("read it with a field of a rule set"));
    } else if (whole) {
      Evidence item = new Evidence(
          node.name().text(), ServiceChecker.text(node.title()), node.kind(), each(node.each()), on, node.span());
      evidence.add(item);
      figures.define(item);
    }
  }

  private static Each each(ServiceNode.Each node) {
    return new Each(node.level(), node.every());
  }

  /** The figures, each after those that it needs: where they stand in the file has no meaning. */
  private List<String> order(
      Map<String, Expanded> formulas,
      Map<String, ConditionNode> conditions,
      Map<String, ServiceNode.Measure> measureNodes,
      Map<String, ServiceNode.Pay> payNodes) {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    items.figureNames().map(Name::text).distinct().forEach(name -> {
      Set<String> names = new LinkedHashSet<>(FigureNames.of(formulas.get(name).value()));
      Optional.ofNullable(conditions.get(name)).ifPresent(c -> names.addAll(FigureNames.of(c)));
      needs.put(name, names);
    });
    Cycles<String> cycles = Cycles.of(needs);
    for (List<String> circle : cycles.circles()) {
      String first = circle.get(0);
      Name name = measureNodes.containsKey(first) ? measureNodes.get(first).name() : payNodes.get(first).name();
      problems.add(PopulationChecker.cycle(name, circle, "let one of these measures do without the others"));
    }
    return cycles.order();
  }

  private void measure(ServiceNode.Measure node, Expanded expanded) {
    List<Note> on = notes.on("measure " + node.name().text(), node.notes());
    Each site = each(node.each());
    boolean divided = period.hasPart(site.every(), node.each().span(), problems);
    FormulaChecker checker = new FormulaChecker(figures, problems, site, tablesOfFigures);
    Optional<ServiceNode.Rounding> written = node.rounding().or(expanded::rounding);
    Optional<Formula> formula = checker.whole(expanded.value(), written.isPresent());
    Optional<Rounding> rounding = written.flatMap(r -> roundings.check(r, formula.map(Formula::kind)));
    tablesOfFigures.put(node.name().text(), checker.tables());
    formula.filter(f -> divided && isWellFor(f, node)).ifPresent(f -> {
      boolean prices = !FormulaParts.of(f).classifications().isEmpty();
      figures.define(node.name().text(), new Figures.Signature(f.kind(), site, false), prices);
      measures.add(new Measure(node.name().text(), ServiceChecker.text(node.title()), site, f.kind(), f, rounding,
          expanded.blocks(), on, node.span()));
    });
  }

  /** A figure of a patient goes by the labels of one classification: then sums follow from how many have each label. */
  private boolean isWellFor(Formula formula, ServiceNode.Measure node) {
    int asked = FormulaParts.of(formula).classifications().size();
    if (node.each().level() != Level.PATIENT || asked == 1) {
      return true;
    }
    problems.add(Diagnostic.at(node.value().span(), RuleDiagnostic.PATIENT_FIGURE,
            asked == 0
                ? "a figure per patient that asks for no label is the same for all"
                : "a figure per patient asks for the labels of " + asked + " classifications")
        .withHelp(asked == 0
            ? "multiply the price by the size of a register or group"
            : "join them to one classification in the rule set"));
    return false;
  }

  private void pay(ServiceNode.Pay node, Expanded expanded, Optional<ConditionNode> when) {
    List<Note> on = notes.on("pay " + node.name().text(), node.notes());
    Each site = each(node.each());
    boolean whole = isPayable(node) & period.hasPart(site.every(), node.each().span(), problems);
    FormulaChecker checker = new FormulaChecker(figures, problems, site, tablesOfFigures);
    Optional<ServiceNode.Rounding> written = node.rounding().or(expanded::rounding);
    Optional<Formula> formula = checker.whole(expanded.value(), written.isPresent()).filter(f -> isMoney(f, node));
    Optional<Rounding> rounding = payRounding(node, written, expanded.value() instanceof ExpressionNode.Call);
    Optional<FigureCondition> condition = when.flatMap(checker::condition);
    tablesOfFigures.put(node.name().text(), checker.tables());
    Optional<String> table = node.sharedBy().flatMap(points::table);
    table.filter(t -> formula.isPresent() && !checker.tables().contains(t))
        .ifPresent(t -> problems.add(sharedWithout(node.sharedBy().orElseThrow().span(), t)));
    Optional<LocalDate> notBefore = node.notBefore().flatMap(text -> Dates.read(text, problems));
    if (whole && formula.isPresent()) {
      figures.define(node.name().text(), new Figures.Signature(Kind.MONEY, site, true), false);
    }
    if (whole && formula.isPresent() && rounding.isPresent() && condition.isPresent() == when.isPresent()) {
      pays.put(node.name().text(), new Pay(node.name().text(), ServiceChecker.text(node.title()), site, formula.get(),
          rounding.get(), condition, table, notBefore, expanded.blocks(), on, node.span()));
    }
  }

  private boolean isPayable(ServiceNode.Pay node) {
    boolean patient = node.each().level() == Level.PATIENT;
    boolean shared = node.sharedBy().isPresent()
        && !each(node.each()).equals(Each.PRACTICE);
    if (patient || shared) {
      problems.add(Diagnostic.at(node.each().span(), RuleDiagnostic.FIGURE_LEVEL,
              patient
                  ? "nobody pays a patient"
                  : "an amount that is shared by points is one of a practice for the whole period")
          .withHelp(patient
              ? "let it be a `measure`, and pay `sum of " + node.name().text() + " over patients`"
              : "write `per practice`"));
    }
    return !patient && !shared;
  }

  private void checkName(Name name, Map<String, ServiceNode.Pay> seen, ServiceNode.Pay node) {
    Scope.isFree(name, problems);
    Optional<Name> first = Optional.ofNullable(seen.putIfAbsent(name.text(), node)).map(ServiceNode.Pay::name)
        .or(() -> items.measures.stream().map(ServiceNode.Measure::name)
            .filter(n -> n.text().equals(name.text())).findFirst());
    first.ifPresent(other -> problems.add(
        Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME, "pay " + quote(name) + " is defined twice")
            .withLabel(other.span(), "first defined here")
            .withHelp("give one of them another name")));
    if (items.measures.stream().anyMatch(m -> m.name().text().equals(name.text()))) {
      seen.remove(name.text());
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

  /** {@code lost} when the rounding may stand in a block that could not be used. */
  private Optional<Rounding> payRounding(ServiceNode.Pay node, Optional<ServiceNode.Rounding> written, boolean lost) {
    if (written.isEmpty() && !lost) {
      problems.add(Diagnostic.at(node.name().span(), RuleDiagnostic.PAY_NOT_ROUNDED,
              "pay " + quote(node.name()) + " does not say how it is rounded")
          .withHelp("add `rounded half up to £0.01`, or what else the source says"));
    }
    return written.flatMap(r -> roundings.check(r, Optional.of(Kind.MONEY)));
  }

  private static Diagnostic sharedWithout(Span place, String table) {
    return Diagnostic.at(place, RuleDiagnostic.SHARED_WITHOUT_POINTS,
            "the amount is shared by the points of " + quote(table) + " and does not depend on them")
        .withHelp("use " + quote("points of " + table) + " in the amount, or leave the sharing out");
  }

  /** A parameter must have a value on the last day of each part of the period for which some figure needs it. */
  private void reportGaps() {
    Set<String> reported = new HashSet<>();
    measures.forEach(m -> gaps("measure " + m.name(), FormulaParts.of(m.formula()), m.each().every(), reported));
    pays().forEach(p -> gaps("pay " + p.name(), FormulaParts.of(p), p.each().every(), reported));
  }

  private void gaps(String figure, FormulaParts parts, Every every, Set<String> reported) {
    Map<String, Parameter> parameters = new HashMap<>();
    figures.parameters().forEach(p -> parameters.put(p.name(), p));
    for (Formula part : parts.formulas()) {
      if (part instanceof Formula.Parameter named && parameters.containsKey(named.name())) {
        Parameter parameter = parameters.get(named.name());
        period.ends(every).stream()
            .filter(day -> parameter.on(day).isEmpty())
            .findFirst()
            .filter(day -> reported.add(named.name()))
            .ifPresent(day -> problems.add(gap(parameter, day, figure)));
      }
    }
  }

  private static Diagnostic gap(Parameter parameter, LocalDate day, String figure) {
    return Diagnostic.at(parameter.span(), RuleDiagnostic.PARAMETER_GAP,
            "parameter " + quote(parameter.name()) + " has no value on " + quote(day.toString()) + ", and "
                + quote(figure) + " needs it")
        .withHelp("add its value for that time: "
            + quote("parameter " + parameter.name() + " = … from … to …"));
  }
}
