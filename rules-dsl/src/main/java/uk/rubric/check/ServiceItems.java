package uk.rubric.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;

/** The items of one service, by their kind: a service may write them in any order. */
final class ServiceItems implements ServiceNode.Visitor<Void> {
  final List<ServiceNode.Authority> authorities = new ArrayList<>();
  final List<ServiceNode.Status> statuses = new ArrayList<>();
  final List<ServiceNode.Period> periods = new ArrayList<>();
  final List<ServiceNode.DayGiven> days = new ArrayList<>();
  final List<ServiceNode.Use> uses = new ArrayList<>();
  final List<ServiceNode.ClusterFolder> folders = new ArrayList<>();
  final List<ServiceNode.Parameter> parameters = new ArrayList<>();
  final List<ServiceNode.Measure> measures = new ArrayList<>();
  final List<ServiceNode.PointsTable> tables = new ArrayList<>();
  final List<ServiceNode.Pay> pays = new ArrayList<>();
  final List<ServiceNode.Evidence> evidence = new ArrayList<>();
  final List<ServiceNode.Block> blocks = new ArrayList<>();
  final List<ServiceNode.PointsTotal> totals = new ArrayList<>();

  static ServiceItems of(ServiceNode service) {
    ServiceItems items = new ServiceItems();
    service.items().forEach(item -> item.accept(items));
    return items;
  }

  /** Of measures and payments. */
  Stream<Name> figureNames() {
    return Stream.concat(
        measures.stream().map(ServiceNode.Measure::name), pays.stream().map(ServiceNode.Pay::name));
  }

  @Override
  public Void authority(ServiceNode.Authority item) {
    authorities.add(item);
    return null;
  }

  @Override
  public Void status(ServiceNode.Status item) {
    statuses.add(item);
    return null;
  }

  @Override
  public Void period(ServiceNode.Period item) {
    periods.add(item);
    return null;
  }

  @Override
  public Void dayGiven(ServiceNode.DayGiven item) {
    days.add(item);
    return null;
  }

  @Override
  public Void uses(ServiceNode.Uses item) {
    uses.addAll(item.uses());
    return null;
  }

  @Override
  public Void clusterFolder(ServiceNode.ClusterFolder item) {
    folders.add(item);
    return null;
  }

  @Override
  public Void parameter(ServiceNode.Parameter item) {
    parameters.add(item);
    return null;
  }

  @Override
  public Void measure(ServiceNode.Measure item) {
    measures.add(item);
    return null;
  }

  @Override
  public Void pointsTable(ServiceNode.PointsTable item) {
    tables.add(item);
    return null;
  }

  @Override
  public Void pay(ServiceNode.Pay item) {
    pays.add(item);
    return null;
  }

  @Override
  public Void evidence(ServiceNode.Evidence item) {
    evidence.add(item);
    return null;
  }

  @Override
  public Void pointsTotal(ServiceNode.PointsTotal item) {
    totals.add(item);
    return null;
  }

  @Override
  public Void block(ServiceNode.Block item) {
    blocks.add(item);
    return null;
  }
}
