package uk.rubric.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Checker;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.explain.Explainer;
import uk.rubric.explain.ExplanationText;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.result.Manifest;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.SetAside;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.service.ServiceRun;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;

/** The checker's promise: of rules that it lets pass, no plan, evaluation, count, payment or explanation ever fails. */
class CheckedRulesRunTest {
  private static final int RULESETS = 15;
  private static final int CHANGED = 40;
  private static final int PATIENTS = 20;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.£%\\[\\]-]+|[<>=]+|\\S");

  /** Money and odd parts that the generated rule sets do not have. */
  private static final String MONEY = """
        parameter RATE = £201.16
        parameter SHARE = 7.5%
        parameter MEAN = 9085
        measure SMALL per practice = (LIST - LIST) / MEAN rounded down to 0.01
        measure RATIO per practice = MEAN / (LIST - LIST)
        measure OWED per practice = RATE * SHARE - RATE * 2
        measure BIG per practice = RATE * MEAN / 3 rounded half even to £1
        pay FLAT per practice = OWED rounded up to £0.01
        pay PER_HEAD per practice = BIG / LIST * SMALL rounded half up to £0.01
      """;

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void whatTheCheckerPassesRuns(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    int passed = 0;
    for (int i = 0; i < RULESETS; i++) {
      Dice dice = new Dice(random.nextLong());
      GeneratedRules rules = RulesGenerator.generate(dice);
      List<PatientRecord> patients = new PatientGenerator(dice, rules).patients(PATIENTS);
      String text = withMoney(rules.text());
      assertThat(check(text)).as(text).isPresent();
      for (int change = 0; change < CHANGED; change++) {
        String changed = changed(text, random);
        Optional<CheckedRules> checked = check(changed);
        passed += checked.isPresent() ? 1 : 0;
        checked.ifPresent(good -> assertThatCode(() -> run(good, rules, patients)).as(changed).doesNotThrowAnyException());
      }
    }
    assertThat(passed).as("changed services that the checker let pass, seed %s", seed).isGreaterThan(RULESETS);
  }

  private static Optional<CheckedRules> check(String text) {
    return Checker.checkSources(List.of(new SourceText("changed.rubric", text))).rules();
  }

  private static String withMoney(String text) {
    int end = text.lastIndexOf('}');
    return text.substring(0, end) + MONEY + text.substring(end);
  }

  /** One to three words of the text gone, or replaced by others of the text, mostly by such as may fit. */
  private static String changed(String text, Random random) {
    String changed = text;
    for (int i = 0; i <= random.nextInt(3); i++) {
      List<MatchResult> words = WORD.matcher(changed).results().toList();
      MatchResult at = words.get(random.nextInt(words.size()));
      List<String> others = words.stream().map(MatchResult::group)
          .filter(word -> random.nextInt(50) == 0 || kind(word).equals(kind(at.group()))).toList();
      String with = random.nextInt(10) == 0 ? "" : others.get(random.nextInt(others.size()));
      changed = changed.substring(0, at.start()) + with + changed.substring(at.end());
    }
    return changed;
  }

  /** Names by their first letters and last, so that dates mostly take the places of dates. */
  private static String kind(String word) {
    char first = word.charAt(0);
    String form = word.replaceAll("[0-9]+", "0");
    return Character.isUpperCase(first) ? "name " + word.charAt(word.length() - 1)
        : Character.isLowerCase(first) ? "word" : Character.isDigit(first) || first == '£' ? form : "sign";
  }

  private static void run(CheckedRules rules, GeneratedRules made, List<PatientRecord> patients) {
    for (CheckedService service : rules.services()) {
      plan(rules, service, made).ifPresent(plan -> run(plan, patients));
    }
  }

  /** Of what the checker cannot know the planner may complain, but only in its own words. */
  private static Optional<Plan> plan(CheckedRules rules, CheckedService service, GeneratedRules made) {
    try {
      return Optional.of(Planner.plan(rules, service, made.achievementDate(), Mode.YEAR_END, new NoClusters()));
    } catch (CouldNotRun known) {
      assertThat(known.diagnostics()).isNotEmpty();
      return Optional.empty();
    }
  }

  private static void run(Plan plan, List<PatientRecord> patients) {
    List<PatientOutcome> expected = new ReferenceEvaluator(plan).evaluate(patients);
    DroolsEvaluator drools = new DroolsEvaluator(plan);
    assertThat(drools.evaluate(patients)).isEqualTo(expected);
    Manifest manifest = new Manifest("", "", "", "", "", "");
    new ServiceRun(plan, drools).over(
        patients, List.of(), SetAside.NOTHING, manifest, (patient, outcome) -> {}, Progress.NONE);
    Explainer explainer = new Explainer(plan);
    for (Output output : explainer.explainable()) {
      assertThat(explainer.explain(patients.get(0), output)).isNotEmpty()
          .allSatisfy(explanation -> assertThat(ExplanationText.of(explanation)).isNotEmpty());
    }
  }

  /** The rule sets list their codes. */
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
