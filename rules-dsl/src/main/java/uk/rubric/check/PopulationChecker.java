package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
            .map(e -> Optional.of(new PopulationId(scope.ruleset(), parent.get().text())));
  }

  Optional<Population> population(RulesetNode.Population node) {
    String word = node.register() ? "register " : "group ";
    List<Note> on = notes.on(word + scope.ruleset() + "." + node.name().text(), node.notes());
    Optional<Optional<PopulationId>> parent = parent(node.parent());
    Optional<Ladder> ladder = ladders.check(node.ladder(), node.name().text(), false);
    PopulationId id = new PopulationId(scope.ruleset(), node.name().text());
    return parent.flatMap(p -> ladder.map(l ->
        new Population(id, node.register(), title(node.title()), p, l, on, node.span())));
  }

  private static String title(Optional<Text> title) {
    return title.map(Text::text).orElse("");
  }

  Optional<Indicator> indicator(RulesetNode.Indicator node) {
    List<Note> on = notes.on("indicator " + node.name().text(), node.notes());
    boolean named = isNew(node.name());
    Optional<Optional<PopulationId>> parent = parent(node.parent());
    boolean fits = node.denominator().isPresent() || parent.isPresent() && isRegister(node);
    Optional<Ladder> denominator = ladder(node.denominator(), node.name().text() + " denominator", true);
    Optional<Ladder> numerator = ladder(node.numerator(), node.name().text() + " numerator", false);
    boolean whole = denominator.isPresent() == node.denominator().isPresent()
        && numerator.isPresent() == node.numerator().isPresent();
    if (!named || !fits || !whole) {
      return Optional.empty();
    }
    return parent.map(p -> new Indicator(scope.ruleset(), node.name().text(), title(node.title()), p, denominator,
        numerator, on, node.span()));
  }

  private Optional<Ladder> ladder(Optional<LadderNode> ladder, String owner, boolean denominator) {
    return ladder.flatMap(l -> ladders.check(l, owner, denominator));
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
    boolean register = node.parent().map(Name::text).flatMap(scope::population)
        .map(RulesetNode.Population::register).orElse(false);
    if (!register) {
      Span place = node.parent().map(Name::span).orElse(node.name().span());
      problems.add(Diagnostic.at(place, RuleDiagnostic.REGISTER_ONLY_PARENT,
              "indicator " + quote(node.name()) + " has no denominator and is not of a register")
          .withHelp("name the register that it counts, or write its denominator and numerator"));
    }
    return register;
  }

  /** Reports the populations whose parents lead back to them. */
  void checkCycles(List<RulesetNode.Population> nodes) {
    Map<String, List<String>> parents = new LinkedHashMap<>();
    Map<String, Name> names = new HashMap<>();
    for (RulesetNode.Population node : nodes) {
      parents.putIfAbsent(node.name().text(), node.parent().map(Name::text).stream().toList());
      names.putIfAbsent(node.name().text(), node.name());
    }
    for (List<String> circle : Cycles.of(parents).circles()) {
      problems.add(cycle(names.get(circle.get(0)), circle, "let one of them be of `everyone`"));
    }
  }

  /** {@code path} starts and ends with the same thing. */
  static Diagnostic cycle(Name first, List<String> path, String help) {
    String trail = path.stream().map(Problems::quote).collect(Collectors.joining(" needs "));
    return Diagnostic.at(first.span(), RuleDiagnostic.CYCLE, quote(first) + " needs itself: " + trail).withHelp(help);
  }
}
