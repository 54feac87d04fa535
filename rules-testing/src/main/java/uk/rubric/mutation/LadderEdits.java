package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.source.Span;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.LadderNode.Action;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.LadderNode.Step;

/** Changes of the rules of a ladder; of their conditions nothing. Numbers stay with their places. */
final class LadderEdits {
  private final List<String> reasons;

  /** @param reasons of the rule set, in the order of the file */
  LadderEdits(List<String> reasons) {
    this.reasons = reasons;
  }

  List<Edit> of(LadderNode ladder) {
    List<Edit> edits = new ArrayList<>();
    List<Step> steps = ladder.steps();
    for (int i = 0; i < steps.size(); i++) {
      edits.add(new Edit(Operator.DROPPED_RULE, steps.get(i).span(), ""));
      if (i + 1 < steps.size()) {
        edits.add(swapped(steps.get(i), steps.get(i + 1)));
      }
      edits.addAll(actions(steps.get(i)));
    }
    return edits;
  }

  private static Edit swapped(Step one, Step next) {
    Span first = body(one);
    Span second = body(next);
    String between = first.source().text().substring(first.end(), second.start());
    return new Edit(
        Operator.SWAPPED_RULES, one.span().through(next.span()), first.through(second),
        second.text() + between + first.text());
  }

  /** The rule without its number. */
  private static Span body(Step step) {
    int colon = Texts.find(step.span(), step.number().span().end(), step.span().end(), ":").end();
    return Texts.cut(step.span(), colon, step.span().end());
  }

  private List<Edit> actions(Step step) {
    List<Edit> edits = new ArrayList<>();
    Span first = step.whenTrue().span();
    step.whenFalse().map(Action::span).ifPresentOrElse(
        second -> edits.add(new Edit(Operator.SWAPPED_ACTIONS, step.span(), first.through(second),
            second.text() + first.source().text().substring(first.end(), second.start()) + first.text())),
        () -> always(step, edits));
    reason(step.whenTrue(), edits);
    step.whenFalse().ifPresent(action -> reason(action, edits));
    return edits;
  }

  private static void always(Step step, List<Edit> edits) {
    ActionKind kind = step.whenTrue().kind();
    if (kind == ActionKind.SELECT || kind == ActionKind.REJECT) {
      edits.add(new Edit(Operator.SWAPPED_ACTIONS, step.span(), step.whenTrue().span(),
          kind == ActionKind.SELECT ? "reject" : "select"));
    }
  }

  private void reason(Action action, List<Edit> edits) {
    action.reason().ifPresent(reason -> Others.after(reasons, reason.text()).ifPresent(other ->
        edits.add(new Edit(Operator.REASON, action.span(), reason.span(), other))));
  }
}
