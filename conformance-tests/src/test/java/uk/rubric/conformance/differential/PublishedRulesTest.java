package uk.rubric.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator.Way;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.Planner;
import uk.rubric.result.PatientOutcome;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.source.SourceText;
import uk.rubric.value.SctId;

/** All evaluators decide the published rules of diabetes alike, whichever rule a patient ends at. */
class PublishedRulesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final LocalDate PPED = GeneratedRules.PERIOD_END;
  private static final List<LocalDate> ACHIEVEMENT_DATES = List.of(PPED, LocalDate.of(2021, 10, 31));
  private static final int PATIENTS = 3_000;
  private static final Map<String, Integer> WEIGHTS = Map.of(
      "DM_COD", 14, "DMINVITE_COD", 8, "BP_COD", 4, "SYS_COD", 4, "DIA_COD", 4, "DMTYPE2_COD", 3, "CVDASS2_COD", 3);

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void allEvaluatorsDecideAlike(@ForAll("seeds") long seed) {
    Dice dice = new Dice(seed);
    Set<String> taken = new TreeSet<>();
    Set<String> branches = new TreeSet<>();
    for (LocalDate achievementDate : ACHIEVEMENT_DATES) {
      Plan plan = plan(achievementDate);
      List<PatientRecord> patients = new PatientGenerator(dice, around(plan)).patients(PATIENTS);
      List<PatientOutcome> expected = new ReferenceEvaluator(plan).evaluate(patients);
      for (Way way : Way.values()) {
        assertThat(new DroolsEvaluator(plan, way).evaluate(patients)).as(way.word()).isEqualTo(expected);
      }
      for (PlannedLadder ladder : plan.ladders()) {
        branches.addAll(branches(ladder).mapToObj(branch -> name(ladder, branch)).toList());
        expected.stream().map(outcome -> outcome.branch(ladder.index())).filter(branch -> branch != 0)
            .forEach(branch -> taken.add(name(ladder, branch)));
      }
    }
    assertThat(branches).containsAll(taken);
    assertThat(10 * taken.size()).as("ways to an end taken, of %s", branches.size())
        .isGreaterThan(9 * branches.size());
  }

  private static Plan plan(LocalDate achievementDate) {
    List<SourceText> sources = Stream.of("diabetes.rubric", "qof.rubric").map(PublishedRulesTest::source).toList();
    CheckedRules rules = Checker.checkSources(sources).rules().orElseThrow();
    ClusterFolder clusters = ClusterFolder.open(EXAMPLES.resolve("clusters"), "clusters");
    return Planner.plan(rules, rules.services().get(0), achievementDate, Mode.YEAR_END, clusters);
  }

  private static SourceText source(String name) {
    try {
      return new SourceText(name, Files.readString(EXAMPLES.resolve("qof-2021-22").resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A code of each cluster, some of them more often, and the days and values at which the rules part patients. */
  private static GeneratedRules around(Plan plan) {
    List<SctId> codes = new ArrayList<>();
    plan.clusters().forEach((id, cluster) -> {
      SctId code = new SctId(cluster.codes().codes().findFirst().orElseThrow());
      codes.addAll(Collections.nCopies(WEIGHTS.getOrDefault(id.name(), 1), code));
    });
    List<LocalDate> boundaries = IntStream.of(0, 3, 6, 9, 12, 21, 36, 120).mapToObj(PPED::minusMonths).toList();
    return new GeneratedRules("", plan.achievementDate(), codes, boundaries, List.of("9", "58", "75", "80", "140"));
  }

  /** The ways through a ladder to an end. */
  private static IntStream branches(PlannedLadder ladder) {
    return IntStream.rangeClosed(1, 2 * ladder.ladder().rules().size())
        .filter(branch -> ladder.action(branch).isTerminal())
        .filter(branch -> ladder.rule(branch).condition().isPresent() || branch % 2 == 1);
  }

  private static String name(PlannedLadder ladder, int branch) {
    return ladder.owner() + " " + ladder.kind().word() + " " + branch;
  }
}
