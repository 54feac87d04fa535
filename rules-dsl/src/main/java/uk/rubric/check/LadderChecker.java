package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.LadderNode.Step;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;

/** Checks what the rules of the ladders of one rule set ask and do; {@link LadderFlow} proves where they lead. */
final class LadderChecker {
  private final Scope scope;
  private final Problems problems;
  private final NoteCollector notes;
  private final Set<String> reasonsGiven = new HashSet<>();
  private boolean anyReasonMissing;

  LadderChecker(Scope scope, Problems problems, NoteCollector notes) {
    this.scope = scope;
    this.problems = problems;
    this.notes = notes;
  }

  /** The reasons that some rule gives. */
  Set<String> reasonsGiven() {
    return reasonsGiven;
  }

  /** Whether some reject of a denominator has no reason, or one that is not defined. */
  boolean anyReasonMissing() {
    return anyReasonMissing;
  }

  /**
   * @param owner whose ladder it is, as a note says it: {@code DM014 denominator}
   * @param denominator whether each reject needs its reason; elsewhere none has one
   */
  Optional<Ladder> check(LadderNode ladder, String owner, boolean denominator) {
    boolean flows = new LadderFlow(owner, problems).check(ladder);
    List<Rule> rules = ladder.steps().stream()
        .map(step -> rule(step, owner, denominator)).flatMap(Optional::stream).toList();
    return flows && rules.size() == ladder.steps().size()
        ? Optional.of(new Ladder(rules, ladder.span()))
        : Optional.empty();
  }

  private Optional<Rule> rule(Step step, String owner, boolean denominator) {
    List<Note> on = notes.on("rule " + step.number().text() + " of " + owner, step.notes());
    ConditionChecker conditions = new ConditionChecker(Context.outsideWhere(scope, problems));
    Optional<Condition> condition = step.condition().flatMap(conditions::check);
    Optional<Action> whenTrue = action(step.whenTrue(), denominator);
    Optional<Action> whenFalse = step.whenFalse().isPresent()
        ? step.whenFalse().flatMap(a -> action(a, denominator))
        : whenTrue;
    Optional<Integer> number = LadderFlow.number(step.number());
    boolean whole = condition.isPresent() == step.condition().isPresent();
    if (!whole || whenTrue.isEmpty() || whenFalse.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(number.get(), condition, whenTrue.get(), whenFalse.get(), on, step.span()));
  }

  private Optional<Action> action(LadderNode.Action action, boolean denominator) {
    boolean needsReason = denominator && action.kind() == ActionKind.REJECT;
    if (!needsReason && action.reason().isPresent()) {
      return misplaced(action.reason().get());
    }
    if (needsReason && action.reason().isEmpty()) {
      anyReasonMissing = true;
      problems.add(Diagnostic.at(action.span(), RuleDiagnostic.MISSING_REASON,
              "a denominator rejects without a reason")
          .withHelp("write `reject as REASON`, so that everyone who is taken out is counted under a reason"));
      return Optional.empty();
    }
    return needsReason
        ? action.reason().flatMap(this::reason).map(r -> new Action(action.kind(), Optional.of(r)))
        : Optional.of(new Action(action.kind(), Optional.empty()));
  }

  private Optional<Action> misplaced(Name reason) {
    reasonsGiven.add(reason.text());
    problems.add(Diagnostic.at(reason.span(), RuleDiagnostic.MISPLACED_REASON,
            "only a reject of a denominator has a reason")
        .withHelp("leave out " + quote("as " + reason.text())));
    return Optional.empty();
  }

  private Optional<Reason> reason(Name name) {
    reasonsGiven.add(name.text());
    Optional<Scope.Entry> found = scope.find(name, Wanted.REASON);
    anyReasonMissing |= found.isEmpty();
    return found.flatMap(e ->
        e.item() instanceof RulesetNode.Reason r ? Optional.of(reason(r)) : Optional.empty());
  }

  private static Reason reason(RulesetNode.Reason node) {
    return new Reason(node.name().text(), node.kind(), node.title().map(Text::text).orElse(""));
  }
}
