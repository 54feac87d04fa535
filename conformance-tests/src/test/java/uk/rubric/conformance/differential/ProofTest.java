package uk.rubric.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.analysis.Question;
import uk.rubric.analysis.Subject;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.source.SourceText;

/**
 * What is proved impossible does not happen: no patient made at random takes a branch or has a field that the analysis
 * rules out. And what the solver finds, the reference evaluator confirms.
 *
 * <p>{@code -Dproof.rulesets=500} makes more rule sets, {@code -Dproof.seed=…} makes those of an earlier run again.
 */
class ProofTest {
  private static final int RULESETS = Integer.getInteger("proof.rulesets", 8);
  private static final int PATIENTS = Integer.getInteger("proof.patients", 400);

  /** Documented: it stays undecided. */
  private static final String NOT_COVERED = "an age is compared with an age";
  private static final String NOT_YET = "not put to the solver yet";

  /** The search has an end: rare enough that it may happen to one question of two hundred. */
  private static final Set<String> GIVEN_UP = Set.of(
      "moved dates could not be placed in the calendar", "the search was given up after much effort");

  private final Map<String, Integer> met = new TreeMap<>();

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatIsImpossibleDoesNotHappen(@ForAll("seeds") long drawn) {
    long seed = Long.getLong("proof.seed", drawn);
    Dice seeds = new Dice(seed);
    for (int i = 0; i < RULESETS; i++) {
      check(seeds.seed());
    }
    System.out.println("proof test, seed " + seed + ": " + met);
    int undecided = met.getOrDefault("undecided", 0);
    int givenUp = count(GIVEN_UP::contains);
    assertThat(undecided - givenUp - count(why -> why.equals(NOT_COVERED) || why.endsWith(NOT_YET)))
        .as("undecided without a reason that is documented, seed %d: %s", seed, met).isZero();
    int questions = undecided + met.getOrDefault("witness", 0) + met.getOrDefault("impossible", 0);
    assertThat(givenUp).as("given up, seed %d: %s", seed, met).isLessThanOrEqualTo(questions / 200);
  }

  private int count(Predicate<String> reasons) {
    return met.entrySet().stream().filter(entry -> reasons.test(entry.getKey())).mapToInt(Map.Entry::getValue).sum();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(java.util.Random::nextLong);
  }

  private void check(long seed) {
    GeneratedCase generated = GeneratedCase.of(seed, PATIENTS);
    String text = generated.rules().text();
    CheckedRules rules = Checker.checkSources(List.of(new SourceText("generated.rubric", text))).rules().orElseThrow();
    Subject subject = Subject.of(rules, rules.services().get(0), generated.rules().achievementDate());
    Analysis analysis = Analysis.of(subject);
    // Proofs take the run date for the days that practices choose.
    Plan plan = generated.plan().choosing(ChosenDays.RUN_DATE);
    List<PatientRecord> patients = generated.patients().stream().map(ProofTest::withoutEntriesBeforeBirth).toList();
    for (PlannedLadder ladder : subject.plan().ladders()) {
      for (int branch = 1; branch <= 2 * ladder.ladder().rules().size(); branch++) {
        Question question = new Question.Takes(0, ladder.index(), (branch - 1) / 2, branch % 2 == 1);
        if (isImpossible(analysis, question, seed, text)) {
          refuseTaken(plan, patients, ladder, branch, seed, text);
        }
      }
    }
    for (CheckedField field : subject.plan().fields()) {
      if (field.type() != Type.DATES && field.type() != Type.VALUES
          && isImpossible(analysis, new Question.Recorded(0, field.id()), seed, text)) {
        refuseRecorded(plan, patients, field, seed, text);
      }
    }
  }

  /** Readers of extracts set them aside. */
  private static PatientRecord withoutEntriesBeforeBirth(PatientRecord patient) {
    List<Event> events = new ArrayList<>(patient.events());
    events.removeIf(event -> event.date().isBefore(patient.born()));
    return new PatientRecord(
        patient.practice(), patient.patientId(), patient.born(), Optional.empty(), patient.registrations(), events);
  }

  private boolean isImpossible(Analysis analysis, Question question, long seed, String text) {
    Finding finding = analysis.decide(question);
    if (finding instanceof Finding.Undecided undecided) {
      assertThat(undecided.why()).as("seed %d, %s%n%s", seed, question, text).doesNotContain("not confirmed");
      met.merge(undecided.why(), 1, Integer::sum);
    }
    String kind = finding.isPossible() ? "witness" : finding.isImpossible() ? "impossible" : "undecided";
    met.merge(kind, 1, Integer::sum);
    return finding.isImpossible();
  }

  private static void refuseTaken(
      Plan plan, List<PatientRecord> patients, PlannedLadder ladder, int branch, long seed, String text) {
    List<PatientOutcome> outcomes = new ReferenceEvaluator(plan).evaluate(patients);
    for (int i = 0; i < outcomes.size(); i++) {
      assertThat(outcomes.get(i).branch(ladder.index()))
          .as("seed %d, %s %s, patient %s%n%s", seed, ladder.owner(), ladder.kind(), patients.get(i), text)
          .isNotEqualTo(branch);
    }
  }

  private static void refuseRecorded(
      Plan plan, List<PatientRecord> patients, CheckedField field, long seed, String text) {
    for (PatientRecord patient : patients) {
      assertThat(new PatientView(plan, patient).content(field.id()).single())
          .as("seed %d, %s, patient %s%n%s", seed, field.id(), patient, text)
          .isEmpty();
    }
  }
}
