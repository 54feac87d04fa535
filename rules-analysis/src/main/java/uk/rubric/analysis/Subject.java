package uk.rubric.analysis;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.SctId;

/**
 * What is analysed: the rule sets of one service on one date. No code cluster is read: each has one code of its own,
 * so that entries may lie in any clusters and proofs hold whatever codes the clusters have. Figures and payments play
 * no part. Immutable and thread-safe.
 */
public final class Subject {
  private static final long FIRST_CODE = 90_000_000;

  private final Plan plan;
  private final Map<ClusterId, ClusterKey> clusters;

  private Subject(Plan plan, Map<ClusterId, ClusterKey> clusters) {
    this.plan = plan;
    this.clusters = Map.copyOf(clusters);
  }

  /**
   * The rule sets of a service.
   *
   * @param service one of {@code rules}
   * @param achievementDate not before the period starts
   * @throws uk.rubric.run.CouldNotRun when two rule sets pin one code cluster differently
   */
  public static Subject of(CheckedRules rules, CheckedService service, LocalDate achievementDate) {
    return of(rules, service, service.uses(), service.periodStart(), service.periodEnd(), achievementDate,
        ClusterKey::of);
  }

  /**
   * One rule set of a service, with what it uses: enough for whatever is asked of its own rules.
   *
   * @param service as in {@link #of(CheckedRules, CheckedService, LocalDate)}
   * @param ruleset one that the service uses, directly or not
   */
  public static Subject of(
      CheckedRules rules, CheckedService service, LocalDate achievementDate, CheckedRuleset ruleset) {
    return of(rules, service, List.of(ruleset.id()), service.periodStart(), service.periodEnd(), achievementDate,
        ClusterKey::of);
  }

  /**
   * As {@link #of(CheckedRules, CheckedService, LocalDate)}, with the dates of another period and code clusters known
   * by their names alone: for rules that are compared as if they were of one year and clusters had not changed.
   */
  public static Subject alike(CheckedRules rules, CheckedService service, LocalDate start, LocalDate end) {
    return of(rules, service, service.uses(), start, end, end, cluster -> new ClusterKey(cluster.id().name(), ""));
  }

  private static Subject of(
      CheckedRules rules,
      CheckedService service,
      List<RulesetId> uses,
      LocalDate start,
      LocalDate end,
      LocalDate achievementDate,
      Function<Cluster, ClusterKey> key) {
    CheckedService bare =
        new CheckedService(service.name(), service.title(), service.authority(), service.status(),
            start, end, service.days(), uses, Optional.empty(), List.of(), List.of(), List.of(), List.of(),
            service.notes(), service.span());
    Plan plan = Planner.plan(rules, bare, achievementDate, Mode.YEAR_END, new AnyClusters())
        .choosing(ChosenDays.RUN_DATE);
    Map<ClusterId, ClusterKey> keys =
        rules.used(bare).stream()
            .flatMap(ruleset -> ruleset.clusters().stream())
            .filter(cluster -> plan.clusters().containsKey(cluster.id()))
            .collect(Collectors.toMap(Cluster::id, key));
    return new Subject(plan, keys);
  }

  /** The plan, whose code clusters have no codes of the world. */
  public Plan plan() {
    return plan;
  }

  ClusterKey key(ClusterId cluster) {
    return clusters.get(cluster);
  }

  Iterable<ClusterKey> keys() {
    return new TreeSet<>(clusters.values());
  }

  /** The same rules on another date of the same period. */
  Subject on(LocalDate achievementDate) {
    if (achievementDate.equals(plan.achievementDate())) {
      return this;
    }
    Map<String, LocalDate> days = new HashMap<>(plan.days());
    plan.service().days().stream()
        .filter(Day::moves)
        .forEach(day -> days.put(day.name(), day.in(plan.period(), achievementDate).orElseThrow()));
    return new Subject(
        new Plan(plan.service(), plan.mode(), achievementDate, plan.periodEnd(), days, plan.clusters(), plan.fields(),
            plan.slots(), plan.patientFields(), plan.ladders(), plan.eaches(), plan.outputs(), plan.notes(),
            plan.chosen()),
        clusters);
  }

  /** The plan with exactly those codes for the clusters: what {@link #record} gives entries. */
  Plan planWith(Map<ClusterKey, SctId> codes) {
    Map<ClusterId, CodeCluster> coded = new HashMap<>();
    clusters.forEach((id, key) -> coded.put(id, cluster(key.name(), codes.get(key))));
    return new Plan(plan.service(), plan.mode(), plan.achievementDate(), plan.periodEnd(), plan.days(), coded,
        plan.fields(), plan.slots(), plan.patientFields(), plan.ladders(), plan.eaches(), plan.outputs(), plan.notes(),
        plan.chosen());
  }

  /** One code for each code cluster that some of the subjects read. */
  static Map<ClusterKey, SctId> codes(List<Subject> subjects) {
    Map<ClusterKey, SctId> codes = new TreeMap<>();
    subjects.forEach(subject -> subject.clusters.values().forEach(key -> codes.put(key, code(0))));
    int[] next = {1};
    codes.replaceAll((key, none) -> code(next[0]++));
    return codes;
  }

  private static SctId code(int number) {
    String digits = Long.toString(FIRST_CODE + number) + "00";
    return SctId.parse(digits + SctId.checkDigit(digits)).orElseThrow();
  }

  /** The patient as evaluators read them. */
  static PatientRecord record(PatientStory story, Map<ClusterKey, SctId> codes) {
    List<Registration> registrations =
        story.registrations().stream().map(stay -> new Registration(stay.start(), stay.end(), true, 0)).toList();
    List<Event> events =
        story.entries().stream()
            .map(entry -> new Event(entry.day(), codes.get(entry.cluster()), entry.value(), entry.unit(), 0))
            .toList();
    return new PatientRecord("P", "P", story.born(), Optional.empty(), story.sex(), registrations, events);
  }

  private static CodeCluster cluster(String name, SctId code) {
    CodeSet codes = new CodeSet(new long[] {code.value()}, new String[] {""});
    return new CodeCluster(name, codes, Optional.empty(), "analysis");
  }

  /** Finds every cluster. */
  private static final class AnyClusters implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.of(cluster(name, code(0)));
    }

    @Override
    public String origin() {
      return "analysis";
    }
  }
}
