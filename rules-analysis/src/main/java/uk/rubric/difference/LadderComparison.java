package uk.rubric.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.analysis.Question;
import uk.rubric.analysis.Subject;
import uk.rubric.difference.Change.Kind;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * Compares what ladders decide. A ladder is looked at for those whom both versions ask, so that a register that
 * differs is not said again of each denominator that stands on it.
 */
final class LadderComparison {
  private final Subject old;
  private final Subject fresh;
  private final String service;
  private final Analysis analysis;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> alike = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();

  LadderComparison(Subject old, Subject fresh, String service) {
    this.old = old;
    this.fresh = fresh;
    this.service = service;
    this.analysis = Analysis.of(old, fresh);
    Items.of(old.plan().ladders(), fresh.plan().ladders(), LadderComparison::name).each(
        retired -> changes.add(Change.of(Kind.RETIRED, subject(retired), "no longer there")),
        added -> changes.add(Change.of(Kind.ADDED, subject(added), "new")),
        this::compare);
  }

  List<Change> changes() {
    return changes;
  }

  List<String> alike() {
    return alike;
  }

  List<String> undecided() {
    return undecided;
  }

  private static String name(PlannedLadder ladder) {
    return ladder.ruleset() + " " + ladder.owner() + " " + part(ladder);
  }

  private static String part(PlannedLadder ladder) {
    return isPopulation(ladder) ? "" : ladder.kind().word();
  }

  private static boolean isPopulation(PlannedLadder ladder) {
    return ladder.kind() != PlannedLadder.Kind.DENOMINATOR && ladder.kind() != PlannedLadder.Kind.NUMERATOR;
  }

  private static String subject(PlannedLadder ladder) {
    return ladder.kind().word() + " " + ladder.owner();
  }

  private void compare(PlannedLadder one, PlannedLadder other) {
    if (isWrittenAlike(one, other)) {
      alike.add(subject(one));
      return;
    }
    Finding finding = analysis.findInPeriod(askedBoth(one, other, new Question.Differ(one, other)));
    if (finding instanceof Finding.Undecided open) {
      undecided.add(subject(one) + ": " + open.why());
    } else if (finding instanceof Finding.Witness witness) {
      changes.add(change(one, other, witness));
    } else {
      parents(one, other);
    }
  }

  private boolean isWrittenAlike(PlannedLadder one, PlannedLadder other) {
    return Fingerprint.isWhole(one)
        && Fingerprint.isWhole(other)
        && Fingerprint.of(old.plan(), one).equals(Fingerprint.of(fresh.plan(), other));
  }

  /** Nothing of its own differs; it may stand on another population now. */
  private void parents(PlannedLadder one, PlannedLadder other) {
    String before = parent(old, one);
    String after = parent(fresh, other);
    if (before.equals(after)) {
      alike.add(subject(one));
      return;
    }
    Finding finding = analysis.findInPeriod(new Question.Differ(one, other));
    if (finding.isImpossible()) {
      alike.add(subject(one));
    } else if (finding instanceof Finding.Witness witness) {
      Change change = change(one, other, witness);
      changes.add(new Change(change.kind(), change.subject(), "of " + before + " → of " + after, change.test()));
    } else {
      undecided.add(subject(one) + ": of " + before + " → of " + after);
    }
  }

  private static String parent(Subject subject, PlannedLadder ladder) {
    return ladder.parent().isPresent()
        ? subject.plan().ladders().get(ladder.parent().getAsInt()).owner()
        : "everyone";
  }

  private static Question askedBoth(PlannedLadder one, PlannedLadder other, Question question) {
    return Question.all(new Question.Asked(0, one.index()), new Question.Asked(1, other.index()), question);
  }

  private Change change(PlannedLadder one, PlannedLadder other, Finding.Witness witness) {
    String before = outcome(0, one, witness);
    String after = outcome(1, other, witness);
    return new Change(
        kind(one, other), subject(one), "a patient: " + before + " → " + after,
        Optional.of(test(one, witness, before, after)));
  }

  private String outcome(int side, PlannedLadder ladder, Finding.Witness witness) {
    String outcome = analysis.outcome(side, ladder, witness).replaceAll(",.*", "");
    return outcome + analysis.decidedBy(side, ladder, witness).map(rule -> " by rule " + rule).orElse("");
  }

  private Kind kind(PlannedLadder one, PlannedLadder other) {
    if (one.kind() == PlannedLadder.Kind.DENOMINATOR) {
      return Kind.DENOMINATOR;
    }
    if (one.kind() == PlannedLadder.Kind.NUMERATOR) {
      return Kind.NUMERATOR;
    }
    Question before = selects(0, one);
    Question after = selects(1, other);
    boolean gains = !analysis.decideInPeriod(
        askedBoth(one, other, Question.all(Question.not(before), after))).isImpossible();
    boolean loses = !analysis.decideInPeriod(
        askedBoth(one, other, Question.all(before, Question.not(after)))).isImpossible();
    return gains == loses ? Kind.POPULATION : gains ? Kind.LOOSER : Kind.TIGHTER;
  }

  private static Question selects(int side, PlannedLadder ladder) {
    List<Question> ways = new ArrayList<>();
    for (int rule = 0; rule < ladder.ladder().rules().size(); rule++) {
      for (boolean holds : new boolean[] {true, false}) {
        if (ladder.ladder().rules().get(rule).action(holds).kind() == ActionKind.SELECT) {
          ways.add(new Question.Takes(side, ladder.index(), rule, holds));
        }
      }
    }
    return new Question.AnyOf(ways);
  }

  private String test(PlannedLadder ladder, Finding.Witness witness, String before, String after) {
    String part = isPopulation(ladder) ? "" : ladder.kind().word() + " ";
    return "// the new rules: " + part + after + "\n"
        + "test \"" + subject(ladder) + " differs\" of " + ladder.owner() + " in " + service + " at "
        + witness.achievementDate() + " {\n"
        + witness.patient().block("  ") + witness.given(old.plan().service())
        + "  expect " + part + before + "\n"
        + "}\n";
  }
}
