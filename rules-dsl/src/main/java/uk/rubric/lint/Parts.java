package uk.rubric.lint;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.parse.ParseResult;
import uk.rubric.syntax.ChangeNode;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceChangeNode;
import uk.rubric.syntax.ServiceNode;

/** The parts of rule files that advice may be given on, in the order of the files; what changes bring is among them. */
final class Parts implements RulesetNode.Visitor<Void>, ServiceNode.Visitor<Void> {
  private final List<Part> found = new ArrayList<>();

  static Parts of(List<ParseResult> files) {
    Parts parts = new Parts();
    files.forEach(file -> {
      file.file().rulesets().forEach(parts::read);
      file.file().services().forEach(parts::read);
    });
    return parts;
  }

  List<Part> all() {
    return found;
  }

  private void read(RulesetNode ruleset) {
    boolean sourced = ruleset.amends().isPresent()
        || ruleset.items().stream().anyMatch(RulesetNode.Source.class::isInstance);
    found.add(new Part("rule set", ruleset.name(), false, false, sourced, true));
    ruleset.items().forEach(item -> item.accept(this));
    ruleset.changes().stream().filter(ChangeNode.OfItem.class::isInstance)
        .forEach(change -> ((ChangeNode.OfItem) change).item().accept(this));
  }

  private void read(ServiceNode service) {
    service.items().forEach(item -> item.accept(this));
    service.changes().stream().filter(ServiceChangeNode.OfItem.class::isInstance)
        .forEach(change -> ((ServiceChangeNode.OfItem) change).item().accept(this));
  }

  private Void used(String kind, uk.rubric.syntax.Name name) {
    found.add(Part.used(kind, name));
    return null;
  }

  @Override
  public Void cluster(RulesetNode.Cluster item) {
    return used("code cluster", item.name());
  }

  @Override
  public Void field(RulesetNode.Field item) {
    // The published tables list the identifier among the fields, and no rule asks it.
    return item.form() instanceof FieldForm.PatientId ? null : used("field", item.name());
  }

  @Override
  public Void block(RulesetNode.Block item) {
    return used("block", item.name());
  }

  @Override
  public Void population(RulesetNode.Population item) {
    boolean register = item.kind() == RulesetNode.PopulationKind.REGISTER;
    boolean classification = item.kind() == RulesetNode.PopulationKind.CLASSIFICATION;
    String kind = item.kind().name().toLowerCase(java.util.Locale.ROOT);
    found.add(new Part(
        kind, item.name(), !register && !classification, register || classification, true,
        !register || item.title().isPresent()));
    return null;
  }

  @Override
  public Void indicator(RulesetNode.Indicator item) {
    boolean ladders = item.denominator().isPresent();
    found.add(new Part("indicator", item.name(), false, ladders, true, item.title().isPresent()));
    return null;
  }

  @Override
  public Void parameter(ServiceNode.Parameter item) {
    boolean cited = item.notes().stream().map(NoteNode::kind).anyMatch(kind ->
        kind != NoteNode.Kind.DRAFT && kind != NoteNode.Kind.UNOFFICIAL);
    found.add(new Part("parameter", item.name(), true, false, cited, true));
    return null;
  }

  @Override
  public Void measure(ServiceNode.Measure item) {
    return used("measure", item.name());
  }

  @Override
  public Void evidence(ServiceNode.Evidence item) {
    return used("evidence", item.name());
  }

  @Override
  public Void pointsTable(ServiceNode.PointsTable item) {
    return used("table of points", item.name());
  }

  @Override
  public Void block(ServiceNode.Block item) {
    return null;
  }

  @Override
  public Void reason(RulesetNode.Reason item) {
    return null;
  }

  @Override
  public Void source(RulesetNode.Source item) {
    return null;
  }

  @Override
  public Void dayNeeded(RulesetNode.DayNeeded item) {
    return null;
  }

  @Override
  public Void uses(RulesetNode.Uses item) {
    return null;
  }

  @Override
  public Void authority(ServiceNode.Authority item) {
    return null;
  }

  @Override
  public Void status(ServiceNode.Status item) {
    return null;
  }

  @Override
  public Void period(ServiceNode.Period item) {
    return null;
  }

  @Override
  public Void dayGiven(ServiceNode.DayGiven item) {
    return null;
  }

  @Override
  public Void uses(ServiceNode.Uses item) {
    return null;
  }

  @Override
  public Void clusterFolder(ServiceNode.ClusterFolder item) {
    return null;
  }

  @Override
  public Void pay(ServiceNode.Pay item) {
    return null;
  }

  @Override
  public Void pointsTotal(ServiceNode.PointsTotal item) {
    return null;
  }
}
