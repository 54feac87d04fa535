package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Evidence;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.ServiceNode.AnswerKind;
import uk.rubric.syntax.ServiceNode.Level;

/** What a name means in a formula of one service: a parameter, a measure, an evidence, a day, or a list size. */
final class Figures {
  /** What is known of a measure or payment. */
  record Signature(Kind kind, Each each, boolean pay) {}

  private final ServiceItems items;
  private final UsedRulesets used;
  private final PointsChecker points;
  private final Problems problems;
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Evidence> evidence = new LinkedHashMap<>();
  private final Map<String, Signature> figures = new LinkedHashMap<>();
  private final Set<String> severalPrices = new HashSet<>();
  private final Set<String> declared = new HashSet<>();

  Figures(ServiceItems items, UsedRulesets used, PointsChecker points, Problems problems) {
    this.items = items;
    this.used = used;
    this.points = points;
    this.problems = problems;
    names().forEach(name -> declared.add(name.text()));
  }

  private Stream<Name> names() {
    return Stream.of(
            items.parameters.stream().map(ServiceNode.Parameter::name),
            items.measures.stream().map(ServiceNode.Measure::name),
            items.evidence.stream().map(ServiceNode.Evidence::name))
        .flatMap(found -> found);
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

  void define(Evidence item) {
    evidence.put(item.name(), item);
  }

  /** A figure that is checked; {@code prices} says whether patients have several prices in it. */
  void define(String name, Signature signature, boolean prices) {
    figures.putIfAbsent(name, signature);
    if (prices) {
      severalPrices.add(name);
    }
  }

  boolean hasSeveralPrices(Name figure) {
    return severalPrices.contains(figure.text());
  }

  boolean isEvidence(String name) {
    return items.evidence.stream().anyMatch(e -> e.name().text().equals(name));
  }

  /** Reports figures that take the name of another; a parameter may have values by date. */
  void checkNames() {
    Map<String, Name> seen = new LinkedHashMap<>();
    items.parameters.forEach(p -> seen.putIfAbsent(p.name().text(), p.name()));
    seen.values().forEach(name -> Scope.isFree(name, problems));
    items.measures.forEach(m -> checkName("measure", m.name(), seen));
    items.evidence.forEach(e -> checkName("evidence", e.name(), seen));
  }

  private void checkName(String what, Name name, Map<String, Name> seen) {
    Name first = seen.putIfAbsent(name.text(), name);
    if (first == null) {
      Scope.isFree(name, problems);
    } else {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME,
              what + " " + quote(name) + " takes a name that is taken")
          .withLabel(first.span(), "first defined here")
          .withHelp("give one of them another name"));
    }
  }

  /** What {@code name} stands for in a figure of that site; empty after a report, and for what is wrong itself. */
  Optional<Formula> find(Name name, Each site) {
    String text = name.text();
    if (text.equals(Scope.LIST) || text.equals(Scope.WEIGHTED_LIST)) {
      return Optional.of(new Formula.ListSize(text.equals(Scope.WEIGHTED_LIST)));
    }
    if (parameters.containsKey(text)) {
      return Optional.of(new Formula.Parameter(text, parameters.get(text).kind()));
    }
    if (figures.containsKey(text) && !figures.get(text).pay()) {
      Signature figure = figures.get(text);
      return FigureLevels.canRead(name, figure, site, problems)
          ? Optional.of(new Formula.Measure(text, figure.kind())) : Optional.empty();
    }
    if (evidence.containsKey(text)) {
      return answer(name, site);
    }
    if (isDay(text) && !declared.contains(text)) {
      return chosenBy(text).map(by -> answer(by, site)).orElseGet(() -> Optional.of(new Formula.Day(text)));
    }
    if (!declared.contains(text) && !problems.isBroken(name)) {
      problems.add(isOtherThing(name).orElseGet(() -> unknown(name)));
    }
    return Optional.empty();
  }

  private boolean isDay(String name) {
    return items.days.stream().anyMatch(d -> d.name().text().equals(name));
  }

  /** The evidence that a day stands for, at the place where it is read. */
  private Optional<Name> chosenBy(String day) {
    return items.days.stream().filter(d -> d.name().text().equals(day)).flatMap(d -> d.evidence().stream()).findFirst();
  }

  private Optional<Formula> answer(Name name, Each site) {
    return evidence(name, site).flatMap(found -> {
      if (found.kind() != AnswerKind.YES_NO) {
        Kind kind = found.kind() == AnswerKind.DATE ? Kind.DATE : Kind.NUMBER;
        return Optional.of(new Formula.Evidence(found.name(), kind));
      }
      problems.add(wrongKind(name, "an evidence that is yes or no", "ask " + quote(name.text() + " is yes")));
      return Optional.empty();
    });
  }

  /** The evidence of that name, asked in a figure of that site; empty for other names, and after a report. */
  Optional<Evidence> evidence(Name name, Each site) {
    return Optional.ofNullable(evidence.get(name.text()))
        .filter(found -> FigureLevels.canAsk(name, found.each(), site, problems));
  }

  /** The measure or payment of that name, at whatever level; empty after a report, and for one that is wrong itself. */
  Optional<Signature> figure(Name name) {
    Optional<Signature> found = Optional.ofNullable(figures.get(name.text()));
    boolean written = items.figureNames().anyMatch(n -> n.text().equals(name.text()));
    if (found.isEmpty() && !written && !problems.isBroken(name)) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_MEASURE,
              "there is no measure or payment " + quote(name))
          .withHelp(Suggestion.closest(name.text(), items.figureNames().map(Name::text).toList())
              .map(n -> "did you mean " + quote(n) + "?")
              .orElse("define it in the service, or name another")));
    }
    return found;
  }

  /** The formula that names a figure. */
  Formula formula(Name name, Signature signature) {
    return signature.pay()
        ? new Formula.Payment(name.text()) : new Formula.Measure(name.text(), signature.kind());
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
    List<String> known =
        Stream.concat(Stream.of(Scope.LIST, Scope.WEIGHTED_LIST), names().map(Name::text)).distinct().toList();
    return Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_MEASURE,
            "there is no parameter or measure " + quote(name))
        .withHelp(Suggestion.closest(name.text(), known)
            .map(n -> "did you mean " + quote(n) + "?")
            .orElse("define it in the service, or name another"));
  }

  /** Whether a figure is written as nought, or a parameter that is nought on some day. */
  boolean isEverZero(Formula formula) {
    return values(formula).anyMatch(v -> v.signum() == 0);
  }

  /** Whether a lower threshold reaches the upper one on some day, as far as both are written out. */
  boolean everReaches(Formula lower, Formula upper) {
    return values(lower).anyMatch(low -> values(upper).anyMatch(high -> low.compareTo(high) >= 0));
  }

  private Stream<BigDecimal> values(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return Stream.of(constant.value());
    }
    return formula instanceof Formula.Parameter p
        ? parameters.get(p.name()).values().stream().map(CheckedService.ParameterValue::value) : Stream.empty();
  }

  /** Whether the level is one that organisations have. */
  static boolean isOrganisation(Level level) {
    return level != Level.PATIENT;
  }
}
