package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.RulesetNode.PopulationKind;
import uk.rubric.syntax.Text;

/** Checks the registers, groups and indicators of one rule set. */
final class PopulationChecker {
  private final Scope scope;
  private final Problems problems;
  private final NoteCollector notes;
  private final LadderChecker ladders;
  private final Map<String, Span> indicators = new HashMap<>();

  PopulationChecker(Scope scope, Problems problems, NoteCollector notes, LadderChecker ladders) {
    this.scope = scope;
    this.problems = problems;
    this.notes = notes;
    this.ladders = ladders;
  }

  /** A parent that is there, or everyone; empty after a report. */
  private Optional<Optional<PopulationId>> parent(Optional<Name> parent) {
    return parent.isEmpty()
        ? Optional.of(Optional.empty())
        : scope.find(parent.get(), Wanted.POPULATION)
            .filter(e -> isWhole(e, parent.get()))
            .map(e -> Optional.of(e.populationId()));
  }

  /** A population of entries is none of patients. */
  private boolean isWhole(Scope.Entry entry, Name name) {
    return EachChecker.isOfPatients(entry, name, problems);
  }

  Optional<Population> population(RulesetNode.Population node) {
    List<Note> on = notes.on(word(node) + " " + scope.ruleset() + "." + node.name().text(), node.notes());
    Optional<Optional<PopulationId>> parent = parent(node.parent());
    EachChecker each = new EachChecker(scope, problems, notes, node.name().text(), node.each());
    Optional<List<CheckedField>> fields = each.fields(node.ladder().fields(), node.ladder().span());
    LadderChecker.Deciding deciding = node.kind() == PopulationKind.CLASSIFICATION
        ? LadderChecker.Deciding.LABEL : LadderChecker.Deciding.MEMBERSHIP;
    Optional<Ladder> ladder = each.ladders(ladders).check(node.ladder(), node.name().text(), deciding);
    PopulationId id = new PopulationId(scope.ruleset(), node.name().text());
    if (parent.isEmpty() || fields.isEmpty() || ladder.isEmpty() || !fitsEach(node)) {
      return Optional.empty();
    }
    return Optional.of(new Population(id, node.kind(), title(node.title()), each.each(fields.get()), parent.get(),
        ladder.get(), on, node.span()));
  }

  private static String word(RulesetNode.Population node) {
    return node.kind().name().toLowerCase(Locale.ROOT);
  }

  private boolean fitsEach(RulesetNode.Population node) {
    boolean fits = node.each().isEmpty() || node.kind() != PopulationKind.CLASSIFICATION;
    if (!fits) {
      problems.add(Diagnostic.at(node.each().get().span(), RuleDiagnostic.MISPLACED_EACH,
              "a classification is of patients, not of each entry of an array")
          .withHelp("leave out `each … in`, or count entries in a `group` or `indicator`"));
    }
    return fits;
  }

  private static String title(Optional<Text> title) {
    return title.map(Text::text).orElse("");
  }

  Optional<Indicator> indicator(RulesetNode.Indicator node) {
    List<Note> on = notes.on("indicator " + node.name().text(), node.notes());
    boolean named = isNew(node.name());
    Optional<Optional<PopulationId>> parent = parent(node.parent());
    boolean fits = node.denominator().isPresent() || parent.isPresent() && isRegister(node);
    EachChecker each = new EachChecker(scope, problems, notes, node.name().text(), node.each());
    Optional<List<CheckedField>> fields = each.fields(node.fields(), node.span());
    LadderChecker inner = each.ladders(ladders);
    Optional<Ladder> denominator = ladder(
        inner, node.denominator(), node.name().text() + " denominator", LadderChecker.Deciding.DENOMINATOR);
    Optional<Ladder> numerator = ladder(
        inner, node.numerator(), node.name().text() + " numerator", LadderChecker.Deciding.MEMBERSHIP);
    boolean whole = denominator.isPresent() == node.denominator().isPresent()
        && numerator.isPresent() == node.numerator().isPresent();
    if (!named || !fits || !whole || fields.isEmpty()) {
      return Optional.empty();
    }
    return parent.map(p -> new Indicator(scope.ruleset(), node.name().text(), title(node.title()),
        each.each(fields.get()), p, denominator, numerator, on, node.span()));
  }

  private Optional<Ladder> ladder(
      LadderChecker checker, Optional<LadderNode> ladder, String owner, LadderChecker.Deciding deciding) {
    ladder.ifPresent(this::refuseFields);
    return ladder.flatMap(l -> checker.check(l, owner, deciding));
  }

  /** Those of an indicator stand before its ladders, so that both share them. */
  private void refuseFields(LadderNode ladder) {
    ladder.fields().forEach(field -> problems.add(
        Diagnostic.at(field.span(), RuleDiagnostic.MISPLACED_EACH, "a field stands within a ladder of an indicator")
            .withHelp("put it before `denominator`")));
  }

  private boolean isNew(Name name) {
    if (!Scope.isFree(name, problems)) {
      return false;
    }
    Span first = indicators.putIfAbsent(name.text(), name.span());
    if (first != null) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME,
              "indicator " + quote(name) + " is defined twice in rule set " + quote(scope.ruleset()))
          .withLabel(first, "first defined here")
          .withHelp("give one of them another name"));
    }
    return first == null;
  }

  private boolean isRegister(RulesetNode.Indicator node) {
    boolean register = node.each().isEmpty()
        && node.parent().flatMap(scope::peek).map(e -> e.kind() == NameKind.REGISTER).orElse(false);
    if (!register) {
      Span place = node.parent().map(Name::span).orElse(node.name().span());
      problems.add(Diagnostic.at(place, RuleDiagnostic.REGISTER_ONLY_PARENT,
              "indicator " + quote(node.name()) + " has no denominator and is not of a register")
          .withHelp("name the register that it counts, or write its denominator and numerator"));
    }
    return register;
  }

  /** Reports the populations that lead back to themselves, by their parents or by what their rules ask. */
  void checkCycles(List<RulesetNode.Population> nodes, List<Population> checked) {
    Map<String, List<String>> needs = new LinkedHashMap<>();
    Map<String, Name> names = new HashMap<>();
    for (RulesetNode.Population node : nodes) {
      needs.putIfAbsent(node.name().text(), new ArrayList<>(node.parent().map(Name::text).stream().toList()));
      names.putIfAbsent(node.name().text(), node.name());
    }
    for (Population population : checked) {
      population.ladder().rules().stream().flatMap(rule -> rule.condition().stream())
          .flatMap(Condition::populations)
          .filter(id -> id.ruleset().equals(scope.ruleset()))
          .forEach(id -> needs.get(population.id().name()).add(id.name()));
    }
    for (List<String> circle : Cycles.of(needs).circles()) {
      problems.add(cycle(names.get(circle.get(0)), circle, "let one of them do without the others"));
    }
  }

  /** {@code path} starts and ends with the same thing. */
  static Diagnostic cycle(Name first, List<String> path, String help) {
    String trail = path.stream().map(Problems::quote).collect(Collectors.joining(" needs "));
    return Diagnostic.at(first.span(), RuleDiagnostic.CYCLE, quote(first) + " needs itself: " + trail).withHelp(help);
  }
}
