package uk.rubric.benchmark.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.rubric.benchmark.peer.Counts;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.extract.PatientExtract;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.load.RuleLoader;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.Planner;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.run.Progress;
import uk.rubric.service.ServiceRun;
import uk.rubric.service.ServiceRun.OutcomeListener;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.source.SourceText;

/** Rubric as a library: a rule file to its plan, an extract to its counts. No state. */
public final class SixPieces {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-01");

  private SixPieces() {}

  /**
   * The plan of the one service of a rule file.
   *
   * @param folder with one rule file, and its clusters in {@code clusters}
   */
  public static Plan plan(Path folder) {
    CheckedRules rules = RuleLoader.load(sources(folder), file -> Optional.empty()).check().rules().orElseThrow();
    CheckedService service = rules.services().get(0);
    Path clusters = folder.resolve("clusters");
    return Planner.plan(
        rules, service, service.periodEnd(), Mode.YEAR_END, ClusterFolder.open(clusters, clusters.toString()));
  }

  private static List<SourceText> sources(Path folder) {
    try (var files = Files.newDirectoryStream(folder, "*.rubric")) {
      Path file = files.iterator().next();
      return List.of(new SourceText(file.toString(), Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens an extract for a plan as a run does, in one pass: rows of the extracts here stand together by patient. */
  public static PatientExtract open(Plan plan, Path extract, int threads) {
    return PlainExtract.openInOnePass(
        extract, PlanWantedEvents.of(plan), TODAY, plan.achievementDate(), threads, Progress.NONE);
  }

  /** Runs an evaluator of a plan over an extract. */
  public static Counts count(Plan plan, Evaluator evaluator, Path extract, int threads) {
    try (PatientExtract open = open(plan, extract, threads)) {
      Counter counter =
          new ServiceRun(plan, evaluator, threads).count(open, OutcomeListener.NONE, Progress.NONE);
      if (open.setAside().records() != 0) {
        throw new IllegalStateException("records were set aside");
      }
      Counts counts = new Counts();
      counter.counts(open.practices()).forEach(practice -> add(counts, practice));
      return counts;
    }
  }

  private static void add(Counts counts, PracticeCounts practice) {
    practice.registers().forEach(register -> counts.add(register.id(), register.count()));
    for (IndicatorCount indicator : practice.indicators()) {
      PracticeCounts.Fraction fraction = indicator.fraction().orElseThrow();
      counts.add(indicator.id() + ".population", indicator.population());
      counts.add(indicator.id() + ".denominator", fraction.denominator());
      counts.add(indicator.id() + ".numerator", fraction.numerator());
      fraction.rejected().forEach(
          rejected -> counts.add(indicator.id() + ".rejected." + rejected.rule(), rejected.count()));
    }
  }
}
