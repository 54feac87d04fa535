package uk.rubric.compose;

import static uk.rubric.compose.Amending.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceChangeNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.ServiceNode.Item;
import uk.rubric.syntax.ServiceNode.PointsRow;
import uk.rubric.syntax.ServiceNode.PointsTable;
import uk.rubric.syntax.ServiceNode.Use;

/** Makes the changes of one amending service, one after the other; a change to what is not there is reported. */
final class ServiceChanges implements ServiceChangeNode.Visitor<Void> {
  private final ServiceNode base;
  private final List<Item> items;
  private final List<Diagnostic> found;

  ServiceChanges(ServiceNode base, List<Diagnostic> found) {
    this.base = base;
    this.items = new ArrayList<>(base.items());
    this.found = found;
  }

  List<Item> items() {
    return items;
  }

  private void notThere(Name name, String kind, Stream<String> known) {
    found.add(Diagnostic.at(name.span(), ComposeDiagnostic.NOTHING_TO_CHANGE,
            "service " + quote(base.name()) + " has no " + kind + " " + quote(name))
        .withHelp(Suggestion.closest(name.text(), known.distinct().toList())
            .map(n -> "did you mean " + quote(n) + "?")
            .orElse("name what is there; to bring something new, write `add`")));
  }

  private void alreadyThere(Name name, String kind, Span there) {
    found.add(Diagnostic.at(name.span(), ComposeDiagnostic.ALREADY_THERE,
            "service " + quote(base.name()) + " has " + kind + " " + quote(name) + " already")
        .withLabel(there, "defined here")
        .withHelp("write `replace`, or give it another name"));
  }

  private Stream<ServiceItemName> names() {
    return items.stream().flatMap(item -> ServiceItemName.of(item).stream());
  }

  @Override
  public Void item(ServiceChangeNode.OfItem change) {
    if (change.item() instanceof ServiceNode.Uses uses) {
      uses.uses().forEach(use -> use(use, change.add()));
      return null;
    }
    ServiceItemName own = ServiceItemName.of(change.item()).orElseThrow();
    List<Item> there = items.stream()
        .filter(item -> ServiceItemName.of(item).filter(own::isSameAs).isPresent()).toList();
    // A parameter may have a value for each of several spans of days.
    boolean another = change.item() instanceof ServiceNode.Parameter p && p.start().isPresent();
    if (change.add() && !there.isEmpty() && !another) {
      alreadyThere(own.name(), own.kind(), there.get(0).span());
    } else if (!change.add() && there.isEmpty()) {
      notThere(own.name(), own.kind(), names().map(n -> n.name().text()));
    } else {
      put(change, there);
    }
    return null;
  }

  private void put(ServiceChangeNode.OfItem change, List<Item> there) {
    if (change.add()) {
      items.add(change.item());
    } else {
      items.set(items.indexOf(there.get(0)), change.item());
      items.removeAll(there.subList(1, there.size()));
    }
  }

  private Stream<Use> uses() {
    return items.stream().filter(ServiceNode.Uses.class::isInstance)
        .flatMap(item -> ((ServiceNode.Uses) item).uses().stream());
  }

  private void use(Use use, boolean add) {
    Optional<Use> there = uses().filter(u -> u.ruleset().text().equals(use.ruleset().text())).findFirst();
    if (add && there.isPresent()) {
      alreadyThere(use.ruleset(), "a use of rule set", there.get().span());
    } else if (!add && there.isEmpty()) {
      notThere(use.ruleset(), "use of rule set", uses().map(u -> u.ruleset().text()));
    } else if (add) {
      items.add(new ServiceNode.Uses(List.of(use), use.span()));
    } else {
      withUses(uses -> uses.stream().map(u -> u == there.get() ? use : u).toList());
    }
  }

  private void withUses(java.util.function.UnaryOperator<List<Use>> change) {
    items.replaceAll(item -> item instanceof ServiceNode.Uses uses
        ? new ServiceNode.Uses(change.apply(uses.uses()), uses.span()) : item);
    items.removeIf(item -> item instanceof ServiceNode.Uses uses && uses.uses().isEmpty());
  }

  @Override
  public Void rows(ServiceChangeNode.OfRows change) {
    Optional<PointsTable> table = items.stream()
        .filter(item -> item instanceof PointsTable t && t.name().text().equals(change.table().text()))
        .map(PointsTable.class::cast).findFirst();
    if (table.isEmpty()) {
      notThere(change.table(), "table of points",
          items.stream().filter(PointsTable.class::isInstance).map(t -> ((PointsTable) t).name().text()));
      return null;
    }
    List<PointsRow> rows = new ArrayList<>(table.get().rows());
    change.rows().forEach(row -> row(row, change.add(), rows));
    items.set(items.indexOf(table.get()), with(table.get(), rows));
    return null;
  }

  private static PointsTable with(PointsTable table, List<PointsRow> rows) {
    return new PointsTable(table.name(), table.title(), rows, table.span());
  }

  private void row(PointsRow row, boolean add, List<PointsRow> rows) {
    Optional<PointsRow> there =
        rows.stream().filter(r -> r.indicator().text().equals(row.indicator().text())).findFirst();
    if (add && there.isPresent()) {
      alreadyThere(row.indicator(), "a row for", there.get().span());
    } else if (!add && there.isEmpty()) {
      notThere(row.indicator(), "row in that table for", rows.stream().map(r -> r.indicator().text()));
    } else if (add) {
      rows.add(row);
    } else {
      rows.set(rows.indexOf(there.get()), row);
    }
  }

  @Override
  public Void retire(ServiceChangeNode.Retire change) {
    change.names().forEach(name -> {
      if (change.uses()) {
        retireUse(name);
      } else {
        retire(name);
      }
    });
    return null;
  }

  private void retireUse(Name name) {
    if (uses().noneMatch(u -> u.ruleset().text().equals(name.text()))) {
      notThere(name, "use of rule set", uses().map(u -> u.ruleset().text()));
    }
    withUses(uses -> uses.stream().filter(u -> !u.ruleset().text().equals(name.text())).toList());
  }

  /** What is paid for an indicator goes with its row, so one name may mean both. */
  private void retire(Name name) {
    boolean gone = items.removeIf(item ->
        ServiceItemName.of(item).filter(n -> n.name().text().equals(name.text())).isPresent());
    Stream<PointsRow> rows = items.stream().filter(PointsTable.class::isInstance)
        .flatMap(item -> ((PointsTable) item).rows().stream());
    boolean hasRow = rows.anyMatch(row -> row.indicator().text().equals(name.text()));
    items.replaceAll(item -> item instanceof PointsTable table
        ? with(table, table.rows().stream().filter(r -> !r.indicator().text().equals(name.text())).toList()) : item);
    if (!gone && !hasRow) {
      notThere(name, "parameter, measure, payment, evidence, block, table of points or row",
          Stream.concat(names().map(n -> n.name().text()), rowNames()));
    }
  }

  private Stream<String> rowNames() {
    return items.stream().filter(PointsTable.class::isInstance)
        .flatMap(item -> ((PointsTable) item).rows().stream()).map(row -> row.indicator().text());
  }
}
