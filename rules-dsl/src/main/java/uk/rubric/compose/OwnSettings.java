package uk.rubric.compose;

import java.util.List;
import java.util.function.Predicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.ServiceNode;

/** The plain items of an amending service: its settings take the place of those of the base. */
final class OwnSettings implements ServiceNode.Visitor<Void> {
  private final ServiceNode node;
  private final List<ServiceNode.Item> items;
  private final List<Diagnostic> found;

  OwnSettings(ServiceNode node, List<ServiceNode.Item> items, List<Diagnostic> found) {
    this.node = node;
    this.items = items;
    this.found = found;
  }

  /** Those of the service itself stay, so that one written twice is reported as ever. */
  private Void take(ServiceNode.Item item, Predicate<ServiceNode.Item> same) {
    items.removeIf(i -> same.test(i) && !node.items().contains(i));
    items.add(item);
    return null;
  }

  private Void refuse(ServiceNode.Item item) {
    found.add(Diagnostic.at(item.span(), ComposeDiagnostic.MISPLACED_CHANGE,
            "service " + Amending.quote(node.name()) + " amends another, and this says neither `add` nor `replace`")
        .withHelp("write `add` before what is new, and `replace` before what takes the place of something"));
    return null;
  }

  @Override
  public Void authority(ServiceNode.Authority item) {
    return take(item, ServiceNode.Authority.class::isInstance);
  }

  @Override
  public Void status(ServiceNode.Status item) {
    return take(item, ServiceNode.Status.class::isInstance);
  }

  @Override
  public Void period(ServiceNode.Period item) {
    return take(item, ServiceNode.Period.class::isInstance);
  }

  @Override
  public Void dayGiven(ServiceNode.DayGiven item) {
    return take(item, i -> i instanceof ServiceNode.DayGiven d && d.name().text().equals(item.name().text()));
  }

  @Override
  public Void clusterFolder(ServiceNode.ClusterFolder item) {
    return take(item, ServiceNode.ClusterFolder.class::isInstance);
  }

  @Override
  public Void pointsTotal(ServiceNode.PointsTotal item) {
    return take(item, ServiceNode.PointsTotal.class::isInstance);
  }

  @Override
  public Void uses(ServiceNode.Uses item) {
    return refuse(item);
  }

  @Override
  public Void parameter(ServiceNode.Parameter item) {
    return refuse(item);
  }

  @Override
  public Void measure(ServiceNode.Measure item) {
    return refuse(item);
  }

  @Override
  public Void pointsTable(ServiceNode.PointsTable item) {
    return refuse(item);
  }

  @Override
  public Void pay(ServiceNode.Pay item) {
    return refuse(item);
  }

  @Override
  public Void evidence(ServiceNode.Evidence item) {
    return refuse(item);
  }

  @Override
  public Void block(ServiceNode.Block item) {
    return refuse(item);
  }
}
