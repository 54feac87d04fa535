package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.extract.Extract;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.generate.ExtractGenerator;
import uk.rubric.generate.GeneratorOptions;
import uk.rubric.generate.SyntheticClusters;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;

/** A synthetic extract has a patient for every branch of every ladder that a patient can take. */
class EveryBranchTest {
  private static final LocalDate TODAY = LocalDate.of(2022, 7, 1);

  /** The published rule that is acknowledged to be unreachable. */
  private static final String UNREACHABLE = "DM014 denominator 12 true";

  private final Plan plan = Qof202122.plan();

  @TempDir Path folder;

  @Test
  void threePracticesMeetEveryBranch() {
    assertThat(missing(read(Path.of("extracts", "three-practices")))).containsExactly(UNREACHABLE);
  }

  @Test
  void threePracticesHoldNoBadRecord() {
    Extract extract = read(Path.of("extracts", "three-practices"));
    assertThat(extract.setAside()).isEqualTo(SetAside.NOTHING);
    assertThat(extract.messages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, -4, Long.MAX_VALUE})
  void anotherSeedMeetsEveryBranchToo(long seed) {
    generate(3_000, seed);
    assertThat(missing(read(folder))).containsExactly(UNREACHABLE);
  }

  @Test
  void guidedLivesAloneMeetEveryBranch() {
    // No more patients than guided lives: chance has no part in it.
    generate(ExtractGenerator.guidedLives(), 1);
    assertThat(missing(read(folder))).containsExactly(UNREACHABLE);
  }

  @Test
  void eachGuidedLifeMeetsTheBranchesItIsThereFor() throws IOException {
    generate(ExtractGenerator.guidedLives(), 1);
    List<PatientRecord> records = read(folder).records();
    List<PatientOutcome> outcomes = new ReferenceEvaluator(plan).evaluate(records);
    List<NamedCsvRecord> stories = guidedStories();
    assertThat(records).hasSameSizeAs(stories);
    for (int i = 0; i < records.size(); i++) {
      assertThat(met(outcomes.get(i))).as(stories.get(i).getField("story")).containsAll(claims(stories.get(i)));
    }
  }

  private static List<NamedCsvRecord> guidedStories() throws IOException {
    try (InputStream list = ExtractGenerator.class.getResourceAsStream("guided-stories.csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list)) {
      return rows.stream().toList();
    }
  }

  /** {@code DM006 d2t n1t; DM_REG r1t} as branches. */
  private static List<String> claims(NamedCsvRecord story) {
    List<String> claims = new ArrayList<>();
    for (String part : story.getField("branches").split("; ")) {
      String[] words = part.split(" ");
      Arrays.stream(words).skip(1).forEach(claim -> claims.add(words[0] + " " + branch(claim)));
    }
    return claims;
  }

  private static String branch(String claim) {
    PlannedLadder.Kind kind =
        Arrays.stream(PlannedLadder.Kind.values())
            .filter(k -> k.word().charAt(0) == claim.charAt(0))
            .findFirst()
            .orElseThrow();
    boolean holds = claim.endsWith("t");
    return kind.word() + " " + claim.substring(1, claim.length() - 1) + " " + holds;
  }

  private void generate(int patients, long seed) {
    new ExtractGenerator(new GeneratorOptions(patients, 1, seed), new SyntheticClusters()).write(folder, Progress.NONE);
  }

  private Extract read(Path from) {
    return PlainExtract.read(from, PlanWantedEvents.of(plan), TODAY, Qof202122.YEAR_END, Progress.NONE);
  }

  private Set<String> missing(Extract extract) {
    List<PatientRecord> records = extract.records();
    Set<String> missing = new TreeSet<>();
    plan.ladders().forEach(ladder -> ladder.ladder().rules().forEach(rule -> {
      missing.add(name(ladder, rule.number(), true));
      missing.add(name(ladder, rule.number(), false));
    }));
    new ReferenceEvaluator(plan).evaluate(records).forEach(outcome -> missing.removeAll(met(outcome)));
    return missing;
  }

  /** The branch that decided, and those before it, which passed on. */
  private Set<String> met(PatientOutcome outcome) {
    Set<String> met = new TreeSet<>();
    for (PlannedLadder ladder : plan.ladders()) {
      int branch = outcome.branch(ladder.index());
      for (int rule = 0; branch != 0 && rule <= (branch - 1) / 2; rule++) {
        boolean decides = rule == (branch - 1) / 2;
        boolean holds = decides ? branch == PlannedLadder.branch(rule, true) : passesOnWhenTrue(ladder, rule);
        met.add(name(ladder, ladder.ladder().rules().get(rule).number(), holds));
      }
    }
    return met;
  }

  private static boolean passesOnWhenTrue(PlannedLadder ladder, int rule) {
    return !ladder.ladder().rules().get(rule).whenTrue().isTerminal();
  }

  private static String name(PlannedLadder ladder, int rule, boolean holds) {
    return "%s %s %d %s".formatted(ladder.owner(), ladder.kind().word(), rule, holds);
  }
}
