package uk.rubric.conformance.differential;

import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Severity;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.Answers;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.ServiceNode.Level;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;

/** A service, parsed, checked and planned, with its patients. */
record GeneratedCase(GeneratedRules rules, Plan plan, List<PatientRecord> patients) {
  static GeneratedCase of(long seed, int patients) {
    Dice dice = new Dice(seed);
    GeneratedRules rules = RulesGenerator.generate(dice);
    return new GeneratedCase(rules, plan(rules, seed), new PatientGenerator(dice, rules).patients(patients));
  }

  private static Plan plan(GeneratedRules rules, long seed) {
    CheckResult result = Checker.checkSources(List.of(new SourceText("generated.rubric", rules.text())));
    CheckedRules checked = result.rules().orElseThrow(() -> new AssertionError(
        "service of seed " + seed + " is refused: "
            + result.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList() + "\n"
            + rules.text()));
    Plan plan = Planner.plan(
        checked, checked.services().get(0), rules.achievementDate(), Mode.YEAR_END, new NoClusters());
    return plan.choosing(ChosenDays.of(new Answers(answers())));
  }

  private static List<Answer> answers() {
    return GeneratedRules.OWN_DAYS.entrySet().stream()
        .map(own -> new Answer(Level.PRACTICE, own.getKey(), "OWN", GeneratedRules.PERIOD_END, Reply.DATE,
            Optional.empty(), Optional.of(own.getValue())))
        .toList();
  }

  /** The generated rule sets list their codes. */
  private record NoClusters() implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }
}
