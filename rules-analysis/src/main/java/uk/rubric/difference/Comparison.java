package uk.rubric.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.analysis.ClusterKey;
import uk.rubric.analysis.Subject;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedService;
import uk.rubric.difference.Change.Kind;
import uk.rubric.run.CouldNotRun;

/** Compares two versions part by part, ladders by proof. */
final class Comparison {
  private static final String NO_SERVICE = "no service gives its rules dates";

  private final CheckedRules old;
  private final CheckedRules fresh;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> alike = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();
  private String dates = "";

  Comparison(CheckedRules old, CheckedRules fresh) {
    this.old = old;
    this.fresh = fresh;
    rulesets();
    services();
  }

  RulesDifference result() {
    return new RulesDifference(dates, changes, alike, undecided);
  }

  private void rulesets() {
    Items.of(old.rulesets(), fresh.rulesets(), CheckedRuleset::name).each(
        retired -> changes.add(Change.of(Kind.RETIRED, "rule set " + retired.name(), "no longer there")),
        added -> changes.add(Change.of(Kind.ADDED, "rule set " + added.name(), "new")),
        this::ruleset);
  }

  private void ruleset(CheckedRuleset one, CheckedRuleset other) {
    String before = one.title() + " version " + one.version();
    text("rule set " + one.name(), before, other.title() + " version " + other.version());
    text("notes of " + one.name(), Fingerprint.ofAll(one.notes()), Fingerprint.ofAll(other.notes()),
        "its notes differ");
    Items.of(one.clusters(), other.clusters(), cluster -> cluster.id().name()).each(
        retired -> changes.add(Change.of(Kind.CLUSTER, "cluster " + retired.id(), "no longer there")),
        added -> changes.add(Change.of(Kind.CLUSTER, "cluster " + added.id(), "new")),
        this::cluster);
    Items.of(one.indicators(), other.indicators(), Indicator::name).each(
        retired -> {},
        added -> {},
        (earlier, later) -> text("indicator " + earlier.name(), earlier.title(), later.title()));
  }

  private void cluster(Cluster one, Cluster other) {
    String before = ClusterKey.of(one).content();
    String after = ClusterKey.of(other).content();
    if (!before.equals(after)) {
      changes.add(Change.of(Kind.CLUSTER, "cluster " + one.id(), before + " → " + after));
    }
    text("cluster " + one.id(), one.title(), other.title());
  }

  private void text(String subject, String before, String after) {
    text(subject, before, after, "“" + before + "” → “" + after + "”");
  }

  private void text(String subject, String before, String after, String how) {
    if (!before.equals(after)) {
      changes.add(Change.of(Kind.TEXT, subject, how));
    }
  }

  private void services() {
    if (old.services().size() == 1 && fresh.services().size() == 1) {
      service(old.services().get(0), fresh.services().get(0));
      return;
    }
    if (old.services().isEmpty() || fresh.services().isEmpty()) {
      undecided.add("all ladders: " + NO_SERVICE);
    }
    Items.of(old.services(), fresh.services(), CheckedService::name).each(
        retired -> changes.add(Change.of(Kind.RETIRED, "service " + retired.name(), "no longer there")),
        added -> changes.add(Change.of(Kind.ADDED, "service " + added.name(), "new")),
        this::service);
  }

  private void service(CheckedService one, CheckedService other) {
    dates = other.periodStart() + " to " + other.periodEnd();
    new FigureComparison(one, other).changes().forEach(changes::add);
    try {
      LadderComparison ladders = new LadderComparison(
          Subject.alike(old, one, other.periodStart(), other.periodEnd()),
          Subject.alike(fresh, other, other.periodStart(), other.periodEnd()),
          one.name());
      changes.addAll(ladders.changes());
      alike.addAll(ladders.alike());
      undecided.addAll(ladders.undecided());
    } catch (CouldNotRun notOneService) {
      undecided.add("all ladders of " + one.name() + ": " + notOneService.diagnostics().get(0).message());
    }
    sets(one, other);
  }

  private void sets(CheckedService one, CheckedService other) {
    Optional<String> missing =
        old.rulesets().stream()
            .filter(set -> fresh.ruleset(set.name()).isPresent() && !old.used(one).contains(set))
            .map(CheckedRuleset::name)
            .findFirst();
    if (missing.isPresent() && old.services().size() == 1) {
      undecided.add("ladders of " + missing.get() + ": " + NO_SERVICE);
    }
  }
}
