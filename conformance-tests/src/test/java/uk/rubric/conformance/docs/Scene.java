package uk.rubric.conformance.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evidence.Answers;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.Planner;
import uk.rubric.result.Manifest;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.SetAside;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.service.ServiceRun;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.source.SourceText;

/** A folder with code clusters and an extract, some of whose files a page shows. */
final class Scene {
  private static final LocalDate AS_AT = LocalDate.of(2022, 3, 31);
  private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
  private static final Page.Block NOTHING_MORE =
      new Page.Block(Map.of("within", "ruleset"), "rubric", "", 0);
  private static final Manifest NO_MANIFEST = new Manifest("", "", "", "", "", "");
  private static final Pattern CLUSTER = Pattern.compile("cluster (\\w+) = refset");

  private final Path folder;

  Scene(Path folder) throws IOException {
    this.folder = folder;
    for (SourceText source : Fragment.sources(NOTHING_MORE)) {
      CLUSTER.matcher(source.text()).results().forEach(found -> write(found.group(1) + ".csv", "code\n73211009\n"));
    }
    write("IFCCHBAM_COD.csv", "code\n999791000000106\n");
    write("patients.csv", "patient_id,date_of_birth,sex\nP1,1960-05-01,F\n");
    write("registrations.csv", "patient_id,practice_code,start_date,end_date\nP1,A81001,2010-01-01,\n");
    write("events.csv", "patient_id,date,code,value\nP1,2021-06-01,999791000000106,58\n");
  }

  /** Writes the blocks of a page that are files. */
  Scene with(Page page) {
    page.blocks().forEach(block -> block.says("file").ifPresent(name -> write(name, block.body())));
    return this;
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The codes of what stops a run of these rules over the folder, or makes its result incomplete. */
  List<String> codes(Page.Block block) {
    try {
      return result(plan(block)).setAside().warnings().stream().map(SetAside.Reason::code).toList();
    } catch (CouldNotRun e) {
      return Checked.codes(e.diagnostics());
    }
  }

  private ServiceResult result(Plan plan) {
    Extract extract = extract(plan);
    Plan chosen = plan.choosing(ChosenDays.of(answers(plan)));
    return new ServiceRun(chosen, new ReferenceEvaluator(chosen)).over(
        extract.records(), extract.practices(), extract.setAside(), NO_MANIFEST, (patient, outcome) -> {},
        Progress.NONE);
  }

  private Answers answers(Plan plan) {
    try (PatientExtract open =
        PlainExtract.open(folder, PlanWantedEvents.of(plan), TODAY, AS_AT, 1, Progress.NONE)) {
      return open.answers();
    }
  }

  private Extract extract(Plan plan) {
    return PlainExtract.read(folder, PlanWantedEvents.of(plan), TODAY, AS_AT, Progress.NONE);
  }

  /** The messages of an extract, and the exit code of a run over it. */
  record Read(List<Diagnostic> messages, int exitCode) {}

  /** Reads the folder's extract for the rules that a page shows, if it shows any. */
  Read read(Page page) {
    try {
      Extract extract = extract(plan(page.blocks("rubric").findFirst().orElse(NOTHING_MORE)));
      return new Read(extract.messages(), extract.setAside().isNothing() ? 0 : 3);
    } catch (CouldNotRun e) {
      return new Read(e.diagnostics(), 1);
    }
  }

  private Plan plan(Page.Block block) {
    CheckedRules rules = Checker.checkSources(Fragment.sources(block)).rules().orElseThrow();
    ClusterFolder clusters = ClusterFolder.open(folder, "clusters");
    return Planner.plan(rules, rules.services().get(0), AS_AT, Mode.YEAR_END, clusters);
  }
}
