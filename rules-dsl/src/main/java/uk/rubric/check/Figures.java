package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;

/** What a name means in a formula of one service: a parameter, a measure, or {@code LIST}. */
final class Figures {
  private final ServiceItems items;
  private final UsedRulesets used;
  private final PointsChecker points;
  private final Problems problems;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Kind> measures = new LinkedHashMap<>();
  private final Set<String> declared = new HashSet<>();

  Figures(ServiceItems items, UsedRulesets used, PointsChecker points, Problems problems) {
    this.items = items;
    this.used = used;
    this.points = points;
    this.problems = problems;
    names().forEach(name -> declared.add(name.text()));
  }

  private Stream<Name> names() {
    return Stream.concat(
        items.parameters.stream().map(ServiceNode.Parameter::name),
        items.measures.stream().map(ServiceNode.Measure::name));
  }

  UsedRulesets used() {
    return used;
  }

  PointsChecker points() {
    return points;
  }

  List<Parameter> parameters() {
    return new ArrayList<>(parameters.values());
  }

  void define(Parameter parameter) {
    parameters.put(parameter.name(), parameter);
  }

  void define(String measure, Kind kind) {
    measures.putIfAbsent(measure, kind);
  }

  /** Reports measures that take the name of a parameter or of another measure; a parameter may have values by date. */
  void checkNames() {
    Map<String, Name> seen = new LinkedHashMap<>();
    items.parameters.forEach(p -> seen.putIfAbsent(p.name().text(), p.name()));
    seen.values().forEach(name -> Scope.isFree(name, problems));
    for (ServiceNode.Measure measure : items.measures) {
      Name first = seen.putIfAbsent(measure.name().text(), measure.name());
      if (first == null) {
        Scope.isFree(measure.name(), problems);
      } else {
        problems.add(Diagnostic.at(measure.name().span(), RuleDiagnostic.DUPLICATE_NAME,
                "measure " + quote(measure.name()) + " takes a name that is taken")
            .withLabel(first.span(), "first defined here")
            .withHelp("give one of them another name"));
      }
    }
  }

  /** What {@code name} stands for; empty after a report, and for what is wrong itself. */
  Optional<Formula> find(Name name) {
    if (name.text().equals(Scope.LIST)) {
      return Optional.of(new Formula.ListSize());
    }
    if (parameters.containsKey(name.text())) {
      return Optional.of(new Formula.Parameter(name.text(), parameters.get(name.text()).kind()));
    }
    if (measures.containsKey(name.text())) {
      return Optional.of(new Formula.Measure(name.text(), measures.get(name.text())));
    }
    if (!declared.contains(name.text()) && !problems.isBroken(name)) {
      problems.add(isOtherThing(name).orElseGet(() -> unknown(name)));
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> isOtherThing(Name name) {
    String text = name.text();
    if (used.isPopulation(text)) {
      return Optional.of(wrongKind(name, "a register or group", "write " + quote("size of " + text)));
    }
    if (used.isIndicator(text)) {
      return Optional.of(wrongKind(name, "an indicator", "write " + quote("achievement of " + text)));
    }
    if (points.isTable(text)) {
      return Optional.of(wrongKind(name, "a table of points", "write " + quote("points of " + text)));
    }
    boolean pay = items.pays.stream().anyMatch(p -> p.name().text().equals(text));
    return pay
        ? Optional.of(wrongKind(name, "a payment", "put the common part into a `measure`"))
        : Optional.empty();
  }

  private static Diagnostic wrongKind(Name name, String what, String help) {
    return Diagnostic.at(name.span(), RuleDiagnostic.WRONG_KIND,
            quote(name) + " is " + what + ", and a parameter or measure is expected here")
        .withHelp(help);
  }

  private Diagnostic unknown(Name name) {
    List<String> known = Stream.concat(Stream.of(Scope.LIST), names().map(Name::text)).distinct().toList();
    return Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_MEASURE,
            "there is no parameter or measure " + quote(name))
        .withHelp(Suggestion.closest(name.text(), known)
            .map(n -> "did you mean " + quote(n) + "?")
            .orElse("define it in the service, or name another"));
  }

  /** Whether a figure is written as nought, or a parameter that is nought on some day. */
  boolean isEverZero(Formula formula) {
    return formula instanceof Formula.Constant c && c.value().signum() == 0
        || formula instanceof Formula.Parameter p
            && parameters.get(p.name()).values().stream().anyMatch(v -> v.value().signum() == 0);
  }
}
