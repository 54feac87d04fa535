package uk.rubric.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Stretch;
import uk.rubric.count.Counter;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.difference.RulesDifference;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.extract.PatientExtract;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.impact.CodeTouches;
import uk.rubric.impact.Comparison;
import uk.rubric.impact.Pairing;
import uk.rubric.impact.SamePeriod;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.impact.ServiceImpact.Dates;
import uk.rubric.impact.ServiceImpact.Whose;
import uk.rubric.impact.Transitions;
import uk.rubric.payment.Payments;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlanWantedEvents;
import uk.rubric.plan.Planner;
import uk.rubric.result.Manifest;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.ServiceResult;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.service.Fingerprint;
import uk.rubric.service.ScenarioRun;
import uk.rubric.service.ScenarioRun.Counted;
import uk.rubric.service.ScenarioRun.Scenario;
import uk.rubric.service.ServiceRun;
import uk.rubric.service.Supplement;
import uk.rubric.service.Unchosen;
import uk.rubric.terminology.CodeClusters;

/** Two services over one extract, in one pass. */
final class ImpactRun {
  private final ImpactOptions options;
  private final Side old;
  private final Side fresh;
  private final Dates dates;
  private final Pairing pairing;

  /** Rules as they were loaded, from where, and the service of them that is meant. */
  private record Chosen(Path path, LoadedRules loaded, CheckedRules rules, CheckedService service) {
    static Chosen of(Path path, LoadedRules loaded, CheckedRules rules, Optional<String> asked) {
      return new Chosen(path, loaded, rules, Preparation.choose(loaded, rules, asked, path));
    }

    /** The service alone, with the rule sets that it stands on. */
    CheckedRules own() {
      return new CheckedRules(rules.used(service), List.of(service));
    }
  }

  /** One side, ready to be evaluated: the scenarios are the service, then each part of its period that is counted. */
  private record Side(Chosen chosen, Plan plan, Evaluator evaluator, String clusterOrigin, List<Stretch> parts) {
    List<Scenario> scenarios(ImpactOptions options) {
      List<Scenario> scenarios = new ArrayList<>(List.of(new Scenario(plan, evaluator)));
      parts.stream()
          .map(part -> plan.at(part.end()))
          .forEach(at -> scenarios.add(new Scenario(at, options.evaluator(at))));
      return scenarios;
    }

    /** The same with the days that practices chose. */
    Side choosing(PatientExtract extract, ImpactOptions options) {
      if (plan.chosenDays().isEmpty()) {
        return this;
      }
      Plan choosing = plan.choosing(ChosenDays.of(extract.answers()));
      return new Side(chosen, choosing, options.evaluator(choosing), clusterOrigin, parts);
    }

    Manifest manifest(PatientExtract extract) {
      return new Manifest(VersionProvider.version(), Fingerprint.ofRules(chosen.loaded().sources()),
          Fingerprint.ofClusters(plan), Fingerprint.clusterVersion(plan), clusterOrigin, extract.sha256());
    }
  }

  /** What came out, and who moved where they are asked for. */
  record Outcome(ServiceImpact impact, Transitions transitions) {}

  private final Chosen oldChosen;
  private final Chosen freshChosen;

  /** Prepares both sides; what cannot be run ends here. */
  ImpactRun(ImpactOptions options, Path oldPath, LoadedRules oldRules, Path freshPath, LoadedRules freshRules) {
    this.options = options;
    oldChosen = Chosen.of(oldPath, oldRules, oldRules.rules().orElseThrow(), options.service());
    freshChosen = Chosen.of(freshPath, freshRules, freshRules.rules().orElseThrow(), options.serviceNew());
    CheckedService oldService = oldChosen.service();
    CheckedService freshService = freshChosen.service();
    Whose whose = options.dates(oldService, freshService);
    dates = new Dates(whose, switch (whose) {
      case OLD -> SamePeriod.months(freshService, oldService);
      case NEW -> SamePeriod.months(oldService, freshService);
      case OWN -> 0;
    });
    oldService = whose == Whose.NEW ? SamePeriod.moved(oldService, freshService) : oldService;
    freshService = whose == Whose.OLD ? SamePeriod.moved(freshService, oldService) : freshService;
    LocalDate oldDay = options.asAt().orElse(oldService.periodEnd());
    LocalDate freshDay = options.asAt().orElse(freshService.periodEnd());
    old = side(oldChosen, oldService, oldDay, options.clusters(), "--clusters ");
    fresh = side(freshChosen, freshService, freshDay, options.clustersNew(), "--clusters-new ");
    pairing = Pairing.of(old.plan(), fresh.plan(), options.replaced());
  }

  private Side side(Chosen chosen, CheckedService service, LocalDate day, Optional<Path> asked, String option) {
    CodeClusters clusters = Preparation.clusters(service, asked, chosen.path());
    Plan plan = Planner.plan(chosen.rules(), service, day, options.mode(), clusters);
    String choice = asked.isEmpty() ? "the service's " : asked.equals(options.clusters()) ? "--clusters " : option;
    List<Stretch> parts = Payments.of(plan).partsToCount().stream().filter(part -> !part.end().equals(day)).toList();
    return new Side(chosen, plan, options.evaluator(plan), choice + clusters.origin(), parts);
  }

  /** How the rules of the two services differ, whoever the patients are. */
  RulesDifference difference() {
    return RulesDifference.of(oldChosen.own(), freshChosen.own());
  }

  Outcome run(Messages messages, TerminalProgress progress) {
    try (PatientExtract extract = open(progress)) {
      Side one = old.choosing(extract, options);
      Side other = fresh.choosing(extract, options);
      List<Scenario> olds = one.scenarios(options);
      List<Scenario> news = other.scenarios(options);
      // The two services are first: the observer looks at these.
      List<Scenario> all = Stream.of(
              List.of(olds.get(0), news.get(0)), olds.subList(1, olds.size()), news.subList(1, news.size()))
          .flatMap(List::stream).toList();
      Counted<Transitions> counted =
          new ScenarioRun(all, options.threads()).count(extract, () -> transitions(one, other), progress);
      progress.clear();
      messages.show(extract.messages());
      List<Counter> counters = counted.counters();
      messages.show(unchosen(counters, extract));
      Comparison.Run before = run(one, counters.get(0), counters.subList(2, 1 + olds.size()), extract);
      Comparison.Run after =
          run(other, counters.get(1), counters.subList(1 + olds.size(), counters.size()), extract);
      return new Outcome(
          Comparison.of(before, after, pairing, counted.observer(), dates), counted.observer());
    }
  }

  /** For whom nothing is compared, under either service. */
  private List<Diagnostic> unchosen(List<Counter> counters, PatientExtract extract) {
    return counters.stream()
        .flatMap(counter -> Unchosen.of(counter, List.of(), extract.practices()).stream())
        .distinct()
        .sorted(Comparator.comparing(each -> each.part().start()))
        .flatMap(each -> UnchosenWords.of(List.of(each), options.extract).stream())
        .toList();
  }

  private PatientExtract open(Progress progress) {
    LocalDate later = old.plan().achievementDate().isAfter(fresh.plan().achievementDate())
        ? old.plan().achievementDate() : fresh.plan().achievementDate();
    return PlainExtract.open(options.extract, PlanWantedEvents.of(old.plan(), fresh.plan()), options.today(), later,
        options.threads(), progress);
  }

  private Transitions transitions(Side one, Side other) {
    return new Transitions(pairing, CodeTouches.between(one.plan(), other.plan()),
        practice -> one.plan().awaits(practice).isEmpty() && other.plan().awaits(practice).isEmpty(),
        options.patients != null);
  }

  private Comparison.Run run(Side side, Counter whole, List<Counter> parts, PatientExtract extract) {
    Map<Stretch, Counter> byPart = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      byPart.put(side.parts().get(i), parts.get(i));
    }
    Payments.of(side.plan()).partsToCount().forEach(part -> byPart.putIfAbsent(part, whole));
    Supplement supplement = new Supplement(extract.answers(), extract.history(), byPart);
    ServiceResult result = new ServiceRun(side.plan(), side.evaluator(), options.threads())
        .result(whole, supplement, extract.practices(), extract.setAside(), side.manifest(extract));
    List<PracticeCounts> counts = result.practices().stream().map(ServiceResult.PracticeResult::counts).toList();
    return new Comparison.Run(result, supplement.ledger(counts, extract.practices()));
  }

  /** What the run could not compute, for either side. */
  static List<Diagnostic> uncomputed(Path extract, ServiceImpact impact) {
    return Stream.of(impact.old(), impact.fresh())
        .flatMap(result -> result.setAside().warnings().stream()
            .filter(warning -> warning.code().equals(RunDiagnostic.INCOME_NOT_COMPUTABLE.id()))
            .map(warning -> Diagnostic.at(
                    Place.of(extract.toString()),
                    RunDiagnostic.INCOME_NOT_COMPUTABLE,
                    "under service `" + result.plan().service().name() + "` the income of " + warning.count()
                        + (warning.count() == 1 ? " practice" : " practices") + " cannot be computed")
                .withHelp("look in the result for the figures without a value: most often the list size is 0")))
        .toList();
  }
}
