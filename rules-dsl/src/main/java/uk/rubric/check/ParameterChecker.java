package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.ServiceNode;

/** Checks the parameters of one service: constants, of one kind, not two for one day. */
final class ParameterChecker {
  private final Problems problems;
  private final NoteCollector notes;

  ParameterChecker(Problems problems, NoteCollector notes) {
    this.problems = problems;
    this.notes = notes;
  }

  /** The parameters of which every value is well; the others are reported. */
  List<Parameter> check(List<ServiceNode.Parameter> nodes) {
    Map<String, List<ServiceNode.Parameter>> byName = new LinkedHashMap<>();
    nodes.forEach(n -> byName.computeIfAbsent(n.name().text(), name -> new ArrayList<>()).add(n));
    return byName.values().stream().map(this::parameter).flatMap(Optional::stream).toList();
  }

  private Optional<Parameter> parameter(List<ServiceNode.Parameter> nodes) {
    Map<ServiceNode.Parameter, Formula.Constant> constants = new LinkedHashMap<>();
    nodes.forEach(n -> constant(n).ifPresent(c -> constants.put(n, c)));
    List<ParameterValue> values = values(nodes, constants);
    if (constants.size() < nodes.size() || !ofOneKind(constants) || values.size() < nodes.size()) {
      return Optional.empty();
    }
    ServiceNode.Parameter first = nodes.get(0);
    return Optional.of(new Parameter(first.name().text(), ServiceChecker.text(first.title()),
        constants.get(first).kind(), values, first.span()));
  }

  private Optional<Formula.Constant> constant(ServiceNode.Parameter node) {
    ExpressionNode value = node.value();
    Optional<Formula> literal = value instanceof ExpressionNode.Number n ? FormulaChecker.Literals.read(n)
        : value instanceof ExpressionNode.Percent p ? FormulaChecker.Literals.read(p)
        : value instanceof ExpressionNode.Money m ? FormulaChecker.Literals.read(m)
        : Optional.empty();
    if (literal.isEmpty()) {
      problems.add(Diagnostic.at(value.span(), RuleDiagnostic.PARAMETER_NOT_CONSTANT,
              "parameter " + quote(node.name()) + " is not a plain number, a percentage or an amount of money")
          .withHelp("write the figure of the source; what is computed is a `measure`"));
    }
    return literal.map(Formula.Constant.class::cast);
  }

  private boolean ofOneKind(Map<ServiceNode.Parameter, Formula.Constant> constants) {
    List<ServiceNode.Parameter> nodes = List.copyOf(constants.keySet());
    Kind kind = constants.get(nodes.get(0)).kind();
    Optional<ServiceNode.Parameter> other =
        nodes.stream().filter(n -> constants.get(n).kind() != kind).findFirst();
    other.ifPresent(o -> problems.add(Diagnostic.at(o.value().span(), RuleDiagnostic.PARAMETER_KIND,
            "parameter " + quote(o.name()) + " is " + FormulaChecker.words(constants.get(o).kind())
                + " here and " + FormulaChecker.words(kind) + " elsewhere")
        .withLabel(nodes.get(0).value().span(), FormulaChecker.words(kind))
        .withHelp("let all its values be of one kind")));
    return other.isEmpty();
  }

  private List<ParameterValue> values(
      List<ServiceNode.Parameter> nodes, Map<ServiceNode.Parameter, Formula.Constant> constants) {
    List<ParameterValue> values = new ArrayList<>();
    for (ServiceNode.Parameter node : nodes) {
      List<Note> on = notes.on("parameter " + node.name().text(), node.notes());
      Optional<LocalDate> start = node.start().flatMap(t -> Dates.read(t, problems));
      Optional<LocalDate> end = node.end().flatMap(t -> Dates.read(t, problems));
      boolean read = start.isPresent() == node.start().isPresent() && end.isPresent() == node.end().isPresent();
      if (read && rises(node, start, end) && constants.containsKey(node)) {
        ParameterValue value = new ParameterValue(constants.get(node).value(), start, end, on, node.span());
        reportOverlap(values, value, node);
        values.add(value);
      }
    }
    return values;
  }

  private boolean rises(ServiceNode.Parameter node, Optional<LocalDate> start, Optional<LocalDate> end) {
    return start.isEmpty() || end.isEmpty() || Dates.rises(
        start.get(), end.get(), node.start().orElseThrow(), node.end().orElseThrow(), problems);
  }

  private void reportOverlap(List<ParameterValue> before, ParameterValue value, ServiceNode.Parameter node) {
    before.stream().filter(b -> overlap(b, value)).findFirst().ifPresent(b -> problems.add(
        Diagnostic.at(node.span(), RuleDiagnostic.OVERLAPPING_VALIDITY,
                "parameter " + quote(node.name()) + " has two values for one day")
            .withLabel(b.span(), "another value in force then")
            .withHelp("end the one on the day before the other starts")));
  }

  private static boolean overlap(ParameterValue a, ParameterValue b) {
    return !start(a).isAfter(end(b)) && !start(b).isAfter(end(a));
  }

  private static LocalDate start(ParameterValue value) {
    return value.start().orElse(LocalDate.MIN);
  }

  private static LocalDate end(ParameterValue value) {
    return value.end().orElse(LocalDate.MAX);
  }
}
