package uk.rubric.compose;

import java.util.Optional;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;

/** The kind and name of an item of a service; nothing for settings, of which there is one each. */
record ServiceItemName(String kind, Name name) {
  static Optional<ServiceItemName> of(ServiceNode.Item item) {
    return item.accept(new Reader());
  }

  boolean isSameAs(ServiceItemName other) {
    return kind.equals(other.kind) && name.text().equals(other.name.text());
  }

  private static final class Reader implements ServiceNode.Visitor<Optional<ServiceItemName>> {
    private static Optional<ServiceItemName> named(String kind, Name name) {
      return Optional.of(new ServiceItemName(kind, name));
    }

    @Override
    public Optional<ServiceItemName> parameter(ServiceNode.Parameter item) {
      return named("parameter", item.name());
    }

    @Override
    public Optional<ServiceItemName> measure(ServiceNode.Measure item) {
      return named("measure", item.name());
    }

    @Override
    public Optional<ServiceItemName> pointsTable(ServiceNode.PointsTable item) {
      return named("table of points", item.name());
    }

    @Override
    public Optional<ServiceItemName> pay(ServiceNode.Pay item) {
      return named("payment", item.name());
    }

    @Override
    public Optional<ServiceItemName> evidence(ServiceNode.Evidence item) {
      return named("evidence", item.name());
    }

    @Override
    public Optional<ServiceItemName> block(ServiceNode.Block item) {
      return named("block", item.name());
    }

    @Override
    public Optional<ServiceItemName> authority(ServiceNode.Authority item) {
      return Optional.empty();
    }

    @Override
    public Optional<ServiceItemName> status(ServiceNode.Status item) {
      return Optional.empty();
    }

    @Override
    public Optional<ServiceItemName> period(ServiceNode.Period item) {
      return Optional.empty();
    }

    @Override
    public Optional<ServiceItemName> dayGiven(ServiceNode.DayGiven item) {
      return Optional.empty();
    }

    @Override
    public Optional<ServiceItemName> pointsTotal(ServiceNode.PointsTotal item) {
      return Optional.empty();
    }

    @Override
    public Optional<ServiceItemName> uses(ServiceNode.Uses item) {
      return Optional.empty();
    }

    @Override
    public Optional<ServiceItemName> clusterFolder(ServiceNode.ClusterFolder item) {
      return Optional.empty();
    }
  }
}
