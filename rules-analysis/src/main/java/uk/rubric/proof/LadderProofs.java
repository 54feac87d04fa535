package uk.rubric.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.analysis.Question;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.source.Span;
import uk.rubric.syntax.NoteNode;

/**
 * Which rules of a ladder decide nobody, and which conditions are the same for all. One cause gives one remark: rules
 * after one that decides everybody are one remark, and of a condition that is never true its rule is not remarked on
 * as well.
 */
final class LadderProofs {
  private final Analysis analysis;
  private final PlannedLadder ladder;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();
  private Optional<Rule> lastReached = Optional.empty();
  private boolean saidUnreached;

  LadderProofs(Analysis analysis, PlannedLadder ladder) {
    this.analysis = analysis;
    this.ladder = ladder;
    if (ladder.each().isPresent()) {
      undecided.add(ladder.owner() + ": ladders of each entry are not looked at");
      return;
    }
    meet();
    // A ladder that nobody is asked is the fault of another.
    if (isPossible(new Question.Asked(0, ladder.index()), "whether anybody is asked")) {
      List<Rule> rules = ladder.ladder().rules();
      for (int i = 0; i < rules.size(); i++) {
        check(i, rules.get(i));
      }
    }
  }

  /**
   * Somebody who comes to the last rule, and one for each rule that decides: they answer nearly all that is asked of
   * the rules one by one.
   */
  private void meet() {
    List<Rule> rules = ladder.ladder().rules();
    if (!analysis.decide(new Question.Reaches(0, ladder.index(), rules.size() - 1)).isPossible()) {
      return;
    }
    for (int i = 0; i < rules.size(); i++) {
      for (boolean holds : new boolean[] {true, false}) {
        if (rules.get(i).condition().isPresent() && rules.get(i).action(holds).isTerminal()) {
          analysis.decide(new Question.Takes(0, ladder.index(), i, holds));
        }
      }
    }
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  List<String> undecided() {
    return undecided;
  }

  private void check(int index, Rule rule) {
    if (!isPossible(new Question.Reaches(0, ladder.index(), index), name(rule) + " is reached")) {
      unreached(rule);
      return;
    }
    lastReached = Optional.of(rule);
    boolean constant = rule.condition().map(this::isConstant).orElse(false);
    Question decides = decides(index, rule);
    boolean possible = isPossible(decides, name(rule) + " decides");
    if (possible && isMarked(rule)) {
      marked(rule, decides);
    } else if (!possible && !constant && !isMarked(rule) && decidesAtAll(rule)) {
      diagnostics.add(
          Diagnostic.at(rule.span(), ProofDiagnostic.UNREACHABLE_RULE, name(rule) + " decides no patient")
              .withHelp("nobody who comes to it " + (rule.whenTrue().isTerminal() ? "meets" : "fails")
                  + " its condition; if it is published so, add `unreachable \"…\"` with the reason"));
    } else if (possible && !constant) {
      oneSided(index, rule);
    }
  }

  /** The first rule of a run that nobody comes to speaks for the run. */
  private void unreached(Rule rule) {
    if (saidUnreached || isMarked(rule)) {
      return;
    }
    saidUnreached = true;
    Diagnostic diagnostic =
        Diagnostic.at(rule.span(), ProofDiagnostic.UNREACHABLE_RULE, "no patient comes to " + name(rule))
            .withHelp("check the rules before it; if it is published so, add `unreachable \"…\"` with the reason");
    diagnostics.add(lastReached
        .map(last -> diagnostic.withLabel(last.span(), "this rule decides everybody who comes to it"))
        .orElse(diagnostic));
  }

  private static boolean decidesAtAll(Rule rule) {
    return rule.whenTrue().isTerminal() || rule.whenFalse().isTerminal();
  }

  private Question decides(int index, Rule rule) {
    List<Question> ways = new ArrayList<>();
    for (boolean holds : new boolean[] {true, false}) {
      if (rule.action(holds).isTerminal()) {
        ways.add(new Question.Takes(0, ladder.index(), index, holds));
      }
    }
    return new Question.AnyOf(ways);
  }

  /** Only a patient refutes the note: what is undecided has been said to be so. */
  private void marked(Rule rule, Question decides) {
    String patient = RuleProofs.patient(analysis, decides);
    if (patient.isEmpty()) {
      return;
    }
    Span note =
        rule.notes().stream().filter(n -> n.kind() == NoteNode.Kind.UNREACHABLE).findFirst().orElseThrow().span();
    diagnostics.add(
        Diagnostic.at(
                note,
                ProofDiagnostic.REACHABLE_RULE,
                name(rule) + " is marked `unreachable`, and there is a patient whom it decides")
            .withHelp("take the note out, or correct the rules; the patient: " + patient));
  }

  /** A rule that selects or rejects everybody does not need its condition. */
  private void oneSided(int index, Rule rule) {
    if (rule.condition().isEmpty() || !rule.whenTrue().isTerminal() || !rule.whenFalse().isTerminal()
        || rule.whenTrue().equals(rule.whenFalse()) || isMarked(rule)) {
      return;
    }
    for (boolean holds : new boolean[] {true, false}) {
      if (!isPossible(new Question.Takes(0, ladder.index(), index, holds), name(rule) + " goes both ways")) {
        diagnostics.add(
            Diagnostic.at(
                    rule.condition().get().span(),
                    holds ? ProofDiagnostic.NEVER_TRUE : ProofDiagnostic.ALWAYS_TRUE,
                    "for " + (holds ? "no patient" : "every patient") + " who comes to " + name(rule)
                        + " this condition is true")
                .withHelp("check it against the source and the rules before it"));
      }
    }
  }

  /** Whether the condition is the same for all patients, wherever it stands; of its parts that is said alone. */
  private boolean isConstant(Condition condition) {
    if (isConstantAsAWhole(condition)) {
      return true;
    }
    parts(condition).forEach(this::isConstant);
    return false;
  }

  private boolean isConstantAsAWhole(Condition condition) {
    String what = "`" + Words.of(condition.span()) + "`";
    if (!isPossible(new Question.Holds(0, condition), what + " is ever true")) {
      diagnostics.add(
          Diagnostic.at(condition.span(), ProofDiagnostic.NEVER_TRUE, "this is true for no patient: " + what)
              .withHelp("check it against the source, and the fields that it names against one another"));
      return true;
    }
    if (!isPossible(Question.not(new Question.Holds(0, condition)), what + " is ever false")) {
      diagnostics.add(
          Diagnostic.at(condition.span(), ProofDiagnostic.ALWAYS_TRUE, "this is true for every patient: " + what)
              .withHelp("check it against the source, and the fields that it names against one another"));
      return true;
    }
    return false;
  }

  private static List<Condition> parts(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return all.parts();
    }
    return condition instanceof Condition.AnyOf any ? any.parts() : List.of();
  }

  private static boolean isMarked(Rule rule) {
    return rule.notes().stream().anyMatch(note -> note.kind() == NoteNode.Kind.UNREACHABLE);
  }

  private String name(Rule rule) {
    return "rule `" + rule.number() + "` of `" + ladder.owner() + "`";
  }

  /** What is undecided counts as possible: remarks are made of proofs alone. */
  private boolean isPossible(Question question, String whether) {
    Finding finding = analysis.decideInPeriod(question);
    if (finding instanceof Finding.Undecided open) {
      undecided.add(whether.replace("`", "") + ": " + open.why());
    }
    return !finding.isImpossible();
  }
}
