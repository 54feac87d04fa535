package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;

/** Checks one rule set, part by part in the order of the file. */
final class RulesetChecker implements RulesetNode.Visitor<Void> {
  private final RulesetNode node;
  private final Scope scope;
  private final Problems problems;
  private final NoteCollector notes = new NoteCollector();
  private final LadderChecker ladders;
  private final PopulationChecker populationChecker;
  private final List<String> days = new ArrayList<>();
  private final List<RulesetId> uses;
  private final List<Cluster> clusters = new ArrayList<>();
  private final List<CheckedField> fields = new ArrayList<>();
  private final Map<FieldId, Set<FieldId>> fieldUses = new LinkedHashMap<>();
  private final List<RulesetNode.Population> populationNodes = new ArrayList<>();
  private final List<Population> populations = new ArrayList<>();
  private final List<Indicator> indicators = new ArrayList<>();

  private RulesetChecker(RulesetNode node, Scope scope, List<RulesetId> uses, Problems problems) {
    this.uses = uses;
    this.node = node;
    this.scope = scope;
    this.problems = problems;
    this.ladders = new LadderChecker(scope, problems, notes);
    this.populationChecker = new PopulationChecker(scope, problems, notes, ladders);
  }

  /**
   * The rule set; whole only when nothing was reported.
   *
   * @param uses the rule sets whose names {@code scope} lets it say
   */
  static CheckedRuleset check(RulesetNode node, Scope scope, List<RulesetId> uses, Problems problems) {
    RulesetChecker checker = new RulesetChecker(node, scope, uses, problems);
    node.items().forEach(item -> item.accept(checker));
    checker.checkCycles();
    return checker.result();
  }

  private CheckedRuleset result() {
    return new CheckedRuleset(node.name().text(), node.title().map(Text::text).orElse(""), node.version().text(),
        days, uses, clusters, fields, populations, indicators, notes.all(), node.span());
  }

  private String own(Name name) {
    return node.name().text() + "." + name.written();
  }

  @Override
  public Void source(RulesetNode.Source item) {
    return null;
  }

  @Override
  public Void dayNeeded(RulesetNode.DayNeeded item) {
    days.add(item.name().text());
    return null;
  }

  @Override
  public Void uses(RulesetNode.Uses item) {
    return null;
  }

  /** Its rules are checked where they are used, with their parameters in place. */
  @Override
  public Void block(RulesetNode.Block item) {
    notes.on("block " + own(item.name()), item.notes());
    return null;
  }

  @Override
  public Void cluster(RulesetNode.Cluster item) {
    List<Note> on = notes.on("cluster " + own(item.name()), item.notes());
    new ClusterChecker(node.name().text(), problems).check(item, on).ifPresent(clusters::add);
    return null;
  }

  @Override
  public Void reason(RulesetNode.Reason item) {
    notes.on("reason " + own(item.name()), item.notes());
    return null;
  }

  @Override
  public Void field(RulesetNode.Field item) {
    Context context = Context.ofField(scope, problems, Map.of());
    List<Note> on = notes.on("field " + own(item.name()), item.notes());
    FieldChecker.check(item, on, context).ifPresent(fields::add);
    fieldUses.putIfAbsent(scope.ownId(item.name()), context.uses());
    return null;
  }

  @Override
  public Void population(RulesetNode.Population item) {
    populationNodes.add(item);
    populationChecker.population(item).ifPresent(populations::add);
    return null;
  }

  @Override
  public Void indicator(RulesetNode.Indicator item) {
    populationChecker.indicator(item).ifPresent(indicators::add);
    return null;
  }

  private void checkCycles() {
    populationChecker.checkCycles(populationNodes, populations);
    for (List<FieldId> circle : Cycles.of(fieldUses).circles()) {
      Optional<Name> first = scope.ownField(circle.get(0)).map(RulesetNode.Field::name);
      List<String> path = circle.stream().map(FieldId::toString).toList();
      first.ifPresent(name -> problems.add(
          PopulationChecker.cycle(name, path, "let one of these fields do without the others")));
    }
  }

  /** After all rule sets were checked: one that this one is used by may give its reasons. */
  static void warnOfUnusedReasons(RulesetNode node, Scope scope, Problems problems) {
    // A reject that lacks its reason may be the one, or a block that cannot be found.
    if (problems.isBrokenWithin(node.span()) || scope.anyReasonMissing() || scope.lacksAny()) {
      return;
    }
    node.items().stream().filter(RulesetNode.Reason.class::isInstance).map(RulesetNode.Reason.class::cast)
        .map(RulesetNode.Reason::name).filter(n -> !scope.reasonsGiven().contains(n.text()) && !problems.isBroken(n))
        .forEach(name -> problems.add(
            Diagnostic.at(name.span(), RuleDiagnostic.UNUSED_REASON, "no rule rejects as " + quote(name))
                .withHelp("check the denominators against the source, or remove the reason")));
  }
}
