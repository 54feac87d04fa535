package uk.rubric.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.extract.PatientExtract;
import uk.rubric.extract.RowsApart;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.Planner;
import uk.rubric.result.Manifest;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.service.Fingerprint;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.terminology.CodeClusters;

/** Everything that stands between the arguments and an evaluation. */
final class Preparation {
  private static final String LOCK = "clusters.lock.json";

  private final RunOptions options;
  private final LoadedRules loaded;
  private final Plan plan;
  private final String clusterOrigin;

  private Preparation(RunOptions options, LoadedRules loaded, Plan plan, String clusterOrigin) {
    this.options = options;
    this.loaded = loaded;
    this.plan = plan;
    this.clusterOrigin = clusterOrigin;
  }

  /** The plan of the service that the options choose, or nothing when the rule text is invalid. */
  static Optional<Preparation> of(RunOptions options, Messages messages) {
    LoadedRules loaded = LoadedRules.loadRules(options.rules, messages);
    return loaded.rules().map(rules -> prepare(options, loaded, rules));
  }

  private static Preparation prepare(RunOptions options, LoadedRules loaded, CheckedRules rules) {
    CheckedService service = choose(loaded, rules, options.service(), options.rules);
    CodeClusters clusters = clusters(service, options.clusters(), options.rules);
    LocalDate asAt = options.asAt().orElse(service.periodEnd());
    String choice = options.clusters().isPresent() ? "--clusters " : "the service's ";
    return new Preparation(
        options,
        loaded,
        Planner.plan(rules, service, asAt, options.mode(), clusters),
        choice + clusters.origin());
  }

  /**
   * The service of that name, or the only one.
   *
   * @param path where the rules are, as the caller named it
   */
  static CheckedService choose(LoadedRules loaded, CheckedRules rules, Optional<String> asked, Path path) {
    List<CheckedService> fitting =
        (asked.isPresent() ? rules.services() : loaded.services()).stream()
            .filter(s -> asked.map(s.name()::equals).orElse(true))
            .collect(Collectors.toList());
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    asked.filter(name -> fitting.isEmpty()).ifPresent(name -> refuse(name, rules, path));
    String known = rules.services().stream().map(s -> "`" + s.name() + "`").collect(Collectors.joining(", "));
    String found = rules.services().isEmpty() ? "hold no service" : "hold the services " + known;
    Diagnostic diagnostic =
        Diagnostic.at(
            Place.of(path.toString()),
            RunDiagnostic.WHICH_SERVICE,
            "the rules " + found + ", and exactly one is needed");
    throw new CouldNotRun(
        rules.services().isEmpty()
            ? diagnostic.withHelp("add a file with a service, or name the folder that holds it")
            : diagnostic.withHelp("choose one with `--service`"));
  }

  private static void refuse(String service, CheckedRules rules, Path path) {
    List<String> known = rules.services().stream().map(CheckedService::name).toList();
    Diagnostic diagnostic =
        Diagnostic.at(
            Place.of(path.toString()),
            RunDiagnostic.WHICH_SERVICE,
            "the rules hold no service `" + service + "`");
    Optional<String> near = Suggestion.closest(service, known);
    throw new CouldNotRun(
        near.map(name -> diagnostic.withHelp("did you mean `" + name + "`?"))
            .orElseGet(() -> known.isEmpty()
                ? diagnostic.withHelp("add a file with a service, or name the folder that holds it")
                : diagnostic.withHelp("they hold " + String.join(", ", known))));
  }

  /** Those of a folder that the caller names, else those that the service names. */
  static CodeClusters clusters(CheckedService service, Optional<Path> asked, Path path) {
    if (asked.isPresent()) {
      return folder(asked.get());
    }
    refuseLock(path);
    return service
        .clusterFolder()
        .map(folder -> folder(beside(folder)))
        .orElseGet(NoClusters::new);
  }

  private static CodeClusters folder(Path path) {
    return ClusterFolder.open(path, path.toString());
  }

  private static Path beside(CheckedService.ClusterFolder folder) {
    return RuleFiles.shortest(Path.of(folder.span().source().name()).resolveSibling(folder.path()));
  }

  // A lock file is a statement of which codes are meant: passing over it would run with others.
  private static void refuseLock(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
    if (Files.exists(folder.resolve(LOCK))) {
      throw new CouldNotRun(
          Diagnostic.at(
                  Place.of(folder.resolve(LOCK).toString()),
                  RunDiagnostic.UNREADABLE_CLUSTER,
                  "this version cannot read a lock file of code clusters, and must not pass over it")
              .withHelp("name a folder of code clusters with `--clusters`"));
    }
  }

  Plan plan() {
    return plan;
  }

  /** The same with the days that practices chose, which stand in the extract. */
  Preparation choosing(PatientExtract extract) {
    return new Preparation(options, loaded, plan.choosing(ChosenDays.of(extract.answers())), clusterOrigin);
  }

  /** Opens the extract; to be closed by the caller. */
  PatientExtract extract(Progress progress) {
    return PlainExtract.open(
        options.extract,
        PlanWantedEvents.of(plan),
        options.today(),
        plan.achievementDate(),
        options.threads(),
        progress);
  }

  /**
   * What comes of counting an extract, which is read in one pass where its rows stand together by patient.
   *
   * @param count nothing of which lasts when it throws; asked again where they do not
   */
  <T> T over(Progress progress, Function<PatientExtract, T> count) {
    try (PatientExtract extract = PlainExtract.openInOnePass(
        options.extract, PlanWantedEvents.of(plan), options.today(), plan.achievementDate(), options.threads(),
        progress)) {
      return count.apply(extract);
    } catch (RowsApart e) {
      try (PatientExtract extract = extract(progress)) {
        return count.apply(extract);
      }
    }
  }

  /**
   * As {@link #over}, of the extract that was read before: figures of two readings stand in one result.
   *
   * @param first which has been read to its end
   * @throws CouldNotRun when it is not the same any more
   */
  <T> T overAgain(PatientExtract first, Progress progress, Function<PatientExtract, T> count) {
    return over(progress, again -> {
      T made = count.apply(again);
      // Sees too that no file changed while it was read.
      again.setAside();
      if (!again.sha256().equals(first.sha256())) {
        throw new CouldNotRun(Diagnostic.at(
                Place.of(options.extract.toString()), RunDiagnostic.MISSING_FILE,
                "the extract changed while it was read")
            .withHelp("run the command again when nobody writes there"));
      }
      return made;
    });
  }

  Manifest manifest(PatientExtract extract) {
    return new Manifest(
        VersionProvider.version(),
        Fingerprint.ofRules(loaded.sources()),
        Fingerprint.ofClusters(plan),
        Fingerprint.clusterVersion(plan),
        clusterOrigin,
        extract.sha256());
  }
}
