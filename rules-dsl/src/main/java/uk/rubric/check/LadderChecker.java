package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Context.BoundEntry;
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
  private final Map<String, BoundEntry> bound;

  LadderChecker(Scope scope, Problems problems, NoteCollector notes) {
    this(scope, problems, notes, Map.of());
  }

  private LadderChecker(Scope scope, Problems problems, NoteCollector notes, Map<String, BoundEntry> bound) {
    this.scope = scope;
    this.problems = problems;
    this.notes = notes;
    this.bound = bound;
  }

  /** For the ladders that are decided for each entry of an array. */
  LadderChecker within(Scope inner, Map<String, BoundEntry> entry) {
    return new LadderChecker(inner, problems, notes, entry);
  }

  /**
   * @param owner whose ladder it is, as a note says it: {@code DM014 denominator}
   */
  Optional<Ladder> check(LadderNode ladder, String owner, Deciding deciding) {
    boolean flows = new LadderFlow(owner, problems).check(ladder);
    List<Rule> rules = ladder.steps().stream()
        .map(step -> rule(step, owner, deciding)).flatMap(Optional::stream).toList();
    return flows && rules.size() == ladder.steps().size()
        ? Optional.of(new Ladder(rules, ladder.span()))
        : Optional.empty();
  }

  /** What a ladder decides, and so which actions it may have. */
  enum Deciding {
    MEMBERSHIP,
    /** Each reject needs its reason; elsewhere none has one. */
    DENOMINATOR,
    /** Each action but {@code next} gives a label. */
    LABEL
  }

  private Optional<Rule> rule(Step step, String owner, Deciding deciding) {
    List<Note> on = notes.on("rule " + step.number().text() + " of " + owner, step.notes());
    ConditionChecker conditions = new ConditionChecker(Context.ofRule(scope, problems, bound));
    Optional<Condition> condition = step.condition().flatMap(conditions::check);
    Optional<Action> whenTrue = action(step.whenTrue(), deciding);
    Optional<Action> whenFalse = step.whenFalse().isPresent()
        ? step.whenFalse().flatMap(a -> action(a, deciding))
        : whenTrue;
    Optional<Integer> number = LadderFlow.number(step.number());
    boolean whole = condition.isPresent() == step.condition().isPresent();
    if (!whole || whenTrue.isEmpty() || whenFalse.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(number.get(), condition, whenTrue.get(), whenFalse.get(), on, step.from(), step.span()));
  }

  private Optional<Action> action(LadderNode.Action action, Deciding deciding) {
    boolean gives = action.kind() == ActionKind.GIVE;
    if (action.kind() != ActionKind.NEXT && gives != (deciding == Deciding.LABEL)) {
      return wrongAction(action, gives);
    }
    boolean needsReason = deciding == Deciding.DENOMINATOR && action.kind() == ActionKind.REJECT;
    if (!needsReason && action.reason().isPresent()) {
      return misplaced(action.reason().get());
    }
    if (needsReason && action.reason().isEmpty()) {
      return noReason(action);
    }
    return needsReason
        ? action.reason().flatMap(this::reason).map(r -> new Action(action.kind(), Optional.of(r), Optional.empty()))
        : Optional.of(new Action(action.kind(), Optional.empty(), action.label().map(Text::text)));
  }

  private Optional<Action> noReason(LadderNode.Action action) {
    scope.reasonMissing();
    problems.add(Diagnostic.at(action.span(), RuleDiagnostic.MISSING_REASON,
            "a denominator rejects without a reason")
        .withHelp("write `reject as REASON`, so that everyone who is taken out is counted under a reason"));
    return Optional.empty();
  }

  private Optional<Action> wrongAction(LadderNode.Action action, boolean gives) {
    String word = gives ? "give" : action.kind().name().toLowerCase(Locale.ROOT);
    problems.add(Diagnostic.at(action.span(), RuleDiagnostic.WRONG_ACTION,
            gives ? "only a classification gives a label" : "a classification cannot " + quote(word))
        .withHelp(gives
            ? "write `select`, `reject` or `next`, or make it a `classify`"
            : "write `give LABEL` or `next`; a patient outside its population gets no label"));
    return Optional.empty();
  }

  private Optional<Action> misplaced(Name reason) {
    scope.reasonGiven(reason.text());
    problems.add(Diagnostic.at(reason.span(), RuleDiagnostic.MISPLACED_REASON,
            "only a reject of a denominator has a reason")
        .withHelp("leave out " + quote("as " + reason.text())));
    return Optional.empty();
  }

  private Optional<Reason> reason(Name name) {
    scope.reasonGiven(name.text());
    Optional<Scope.Entry> found = scope.find(name, Wanted.REASON);
    found.ifPresentOrElse(e -> e.home().reasonGiven(e.name().text()), scope::reasonMissing);
    return found.flatMap(e ->
        e.item() instanceof RulesetNode.Reason r ? Optional.of(reason(r)) : Optional.empty());
  }

  private static Reason reason(RulesetNode.Reason node) {
    return new Reason(node.name().text(), node.kind(), node.title().map(Text::text).orElse(""));
  }
}
