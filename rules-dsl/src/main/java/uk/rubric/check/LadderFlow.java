package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.LadderNode.Step;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.Text;

/** Proves that rule numbers rise, that each rule can be reached, and that everyone comes to an outcome. */
final class LadderFlow {
  private static final int MOST_DIGITS = 6;

  private final String owner;
  private final Problems problems;

  LadderFlow(String owner, Problems problems) {
    this.owner = owner;
    this.problems = problems;
  }

  /** The number of a rule, when it is a whole one. */
  static Optional<Integer> number(Text text) {
    boolean whole = text.text().indexOf('.') < 0 && text.text().length() <= MOST_DIGITS;
    return whole ? Optional.of(Integer.valueOf(text.text())) : Optional.empty();
  }

  /** Whether all is well; what is not is reported. */
  boolean check(LadderNode ladder) {
    if (!ladder.uses().isEmpty()) {
      // Rules are lacking, and why was reported: where the others lead cannot be told.
      return false;
    }
    if (ladder.steps().isEmpty()) {
      return isEmpty(ladder.span());
    }
    boolean numbered = checkNumbers(ladder.steps());
    if (numbered && !problems.isBrokenWithin(ladder.span())) {
      warnOfGaps(ladder.steps());
    }
    boolean reached = checkReached(ladder.steps());
    return checkOutcome(ladder) && numbered && reached;
  }

  private boolean isEmpty(Span span) {
    if (!problems.isBrokenWithin(span)) {
      problems.add(Diagnostic.at(span, RuleDiagnostic.EMPTY_LADDER, quote(owner) + " has no rule")
          .withHelp("write at least `1: select`"));
    }
    return false;
  }

  private boolean checkNumbers(List<Step> steps) {
    Map<Integer, Span> seen = new HashMap<>();
    Optional<Integer> highest = Optional.empty();
    boolean fine = true;
    for (Step step : steps) {
      Optional<Integer> number = number(step.number());
      Optional<Diagnostic> wrong = wrongNumber(step.number(), number, highest, seen);
      wrong.ifPresent(problems::add);
      fine &= wrong.isEmpty();
      number.ifPresent(n -> seen.putIfAbsent(n, step.number().span()));
      highest = wrong.isEmpty() ? number : highest;
    }
    return fine;
  }

  private Optional<Diagnostic> wrongNumber(
      Text text, Optional<Integer> number, Optional<Integer> highest, Map<Integer, Span> seen) {
    String rule = "rule " + quote(text.text()) + " of " + quote(owner);
    if (number.isEmpty()) {
      return Optional.of(Diagnostic.at(text.span(), RuleDiagnostic.INVALID_RULE_NUMBER,
              quote(text.text()) + " is no rule number")
          .withHelp("use a whole number of at most " + MOST_DIGITS + " digits"));
    }
    if (seen.containsKey(number.get())) {
      return Optional.of(Diagnostic.at(text.span(), RuleDiagnostic.DUPLICATE_NAME, rule + " is there twice")
          .withLabel(seen.get(number.get()), "first defined here")
          .withHelp("give each rule the number that it has in the source"));
    }
    return highest.filter(h -> h > number.get()).map(h ->
        Diagnostic.at(text.span(), RuleDiagnostic.RULE_ORDER, rule + " stands after rule " + h)
            .withLabel(seen.get(h), "rule " + h)
            .withHelp("put the rules in the order of their numbers"));
  }

  /** Of numbers that rise: a rule of the source may have been overlooked. */
  private void warnOfGaps(List<Step> steps) {
    int due = 1;
    for (Step step : steps) {
      int number = number(step.number()).orElseThrow();
      if (number > due) {
        problems.add(Diagnostic.at(step.number().span(), RuleDiagnostic.RULE_GAP,
                quote(owner) + " has no rule `" + due + "` before rule `" + number + "`")
            .withHelp("check it against the source, whose numbers the rules have"));
      }
      due = number + 1;
    }
  }

  private boolean checkReached(List<Step> steps) {
    Optional<Step> end = Optional.empty();
    for (Step step : steps) {
      if (end.isPresent() && !isAcknowledged(step)) {
        problems.add(unreachable(step, end.get()));
        return false;
      }
      end = end.isPresent() || givesNext(step) ? end : Optional.of(step);
    }
    return true;
  }

  private Diagnostic unreachable(Step step, Step end) {
    return Diagnostic.at(step.span(), RuleDiagnostic.UNREACHABLE_RULE,
            "rule " + quote(step.number().text()) + " of " + quote(owner) + " can never be reached")
        .withLabel(end.span(), "this rule selects or rejects everyone who reaches it")
        .withHelp("remove the rule; if it is published so, add `unreachable \"…\"` with the reason");
  }

  private static boolean isAcknowledged(Step step) {
    return step.notes().stream().anyMatch(n -> n.kind() == NoteNode.Kind.UNREACHABLE);
  }

  private static boolean givesNext(Step step) {
    return isNext(step.whenTrue()) || step.whenFalse().filter(LadderFlow::isNext).isPresent();
  }

  private static boolean isNext(LadderNode.Action action) {
    return action.kind() == ActionKind.NEXT;
  }

  private boolean checkOutcome(LadderNode ladder) {
    List<Step> steps = ladder.steps();
    Step last = steps.get(steps.size() - 1);
    steps.subList(0, steps.size() - 1).forEach(this::warnWhenIdle);
    if (!givesNext(last)) {
      return true;
    }
    if (!problems.isBrokenWithin(ladder.span())) {
      Span next = isNext(last.whenTrue()) ? last.whenTrue().span() : last.whenFalse().orElseThrow().span();
      problems.add(Diagnostic.at(next, RuleDiagnostic.NO_OUTCOME,
              "the last rule of " + quote(owner) + " gives `next`, so some patients get no outcome")
          .withHelp("end with `select` or `reject`"));
    }
    return false;
  }

  private void warnWhenIdle(Step step) {
    if (isNext(step.whenTrue()) && step.whenFalse().map(LadderFlow::isNext).orElse(true)) {
      problems.add(Diagnostic.at(step.span(), RuleDiagnostic.IDLE_RULE,
              "rule " + quote(step.number().text()) + " of " + quote(owner) + " gives `next` in every case")
          .withHelp("check its actions against the source"));
    }
  }
}
