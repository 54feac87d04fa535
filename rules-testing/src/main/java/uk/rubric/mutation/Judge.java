package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.analysis.PatientStory;
import uk.rubric.analysis.Question;
import uk.rubric.analysis.Subject;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedTest.Part;
import uk.rubric.plan.PlannedLadder;

/** Whether changed rules that no test notices differ at all: a patient, or a proof. */
final class Judge {
  private static final int MOST_PATIENTS = 60;

  private final CheckedRules rules;
  private final Map<String, Subject> subjects;
  private final List<String> unplanned;
  private final Map<String, List<PatientStory>> patients = new HashMap<>();

  /** What became of a mutant, and what shows it. */
  record Verdict(Fate fate, String evidence) {}

  /**
   * @param subjects the unchanged rules, by service
   * @param unplanned services that could not be analysed
   */
  Judge(CheckedRules rules, Map<String, Subject> subjects, List<String> unplanned) {
    this.rules = rules;
    this.subjects = subjects;
    this.unplanned = unplanned;
  }

  /** @param title of the test that shows a difference */
  Verdict of(Candidate candidate, CheckedRules changed, String title) {
    if (candidate.isOfService()) {
      return FigureWitness.of(rules, changed, title).map(test -> new Verdict(Fate.SURVIVED, test))
          .orElse(new Verdict(Fate.UNDECIDED, "no figure was seen to differ"));
    }
    List<String> open = new ArrayList<>();
    for (Subject subject : subjects.values()) {
      Optional<String> test = witness(subject, candidate, changed, title, open);
      if (test.isPresent()) {
        return new Verdict(Fate.SURVIVED, test.get());
      }
    }
    if (subjects.isEmpty() || !unplanned.isEmpty()) {
      open.add("no service gives its rules dates");
    }
    return open.isEmpty() ? new Verdict(Fate.EQUIVALENT, "proved: every patient comes to the same outcomes")
        : new Verdict(Fate.UNDECIDED, String.join("; ", open));
  }

  private Optional<String> witness(
      Subject before, Candidate candidate, CheckedRules changed, String title, List<String> open) {
    List<PlannedLadder> ladders = new Touch(before.plan(), candidate).direct();
    if (ladders.isEmpty()) {
      return Optional.empty();
    }
    Subject after = changed(before, changed);
    List<PatientStory> known = patients.computeIfAbsent(before.plan().service().name(), name -> new ArrayList<>());
    Analysis analysis = Analysis.of(before, after).trying(known);
    for (PlannedLadder ladder : ladders) {
      Finding finding = finding(analysis, ladder, after);
      if (finding instanceof Finding.Witness witness) {
        keep(known, witness, before);
        return Optional.of(test(analysis, ladder, witness, before.plan().service(), title));
      }
      if (finding instanceof Finding.Undecided undecided) {
        open.add(Touch.of(ladder) + ": " + undecided.why());
      }
    }
    return Optional.empty();
  }

  private static Finding finding(Analysis analysis, PlannedLadder ladder, Subject after) {
    return after.plan().ladders().stream()
        .filter(other -> Touch.of(other).equals(Touch.of(ladder)))
        .findFirst()
        .map(other -> analysis.findInPeriod(new Question.Differ(ladder, other)))
        .orElse(new Finding.Undecided("it is no longer there"));
  }

  private static Subject changed(Subject before, CheckedRules changed) {
    CheckedService service = before.plan().service();
    return Subject.of(changed, changed.service(service.name()).orElse(service), before.plan().achievementDate());
  }

  private static void keep(List<PatientStory> known, Finding.Witness witness, Subject subject) {
    boolean atEnd = witness.achievementDate().equals(subject.plan().achievementDate());
    if (atEnd && known.size() < MOST_PATIENTS && !known.contains(witness.patient())) {
      known.add(witness.patient());
    }
  }

  private static String test(
      Analysis analysis, PlannedLadder ladder, Finding.Witness witness, CheckedService service, String title) {
    Part part = Touch.of(ladder).part();
    String word = part == Part.POPULATION ? "" : ladder.kind().word() + " ";
    return "// the changed rules: " + word + outcome(analysis, 1, ladder, witness) + "\n"
        + "test \"" + title + "\" of " + ladder.owner() + " in " + service.name() + " at "
        + witness.achievementDate() + " {\n"
        + witness.patient().block("  ") + witness.given(service)
        + "  expect " + word + outcome(analysis, 0, ladder, witness) + "\n"
        + "}\n";
  }

  private static String outcome(Analysis analysis, int side, PlannedLadder ladder, Finding.Witness witness) {
    return analysis.outcome(side, ladder, witness).replaceAll(",.*", "");
  }
}
