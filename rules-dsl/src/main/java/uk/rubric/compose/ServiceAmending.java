package uk.rubric.compose;

import static uk.rubric.compose.Amending.quote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.parse.ParseResult;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;

/** Works out amending services, each after its base. */
final class ServiceAmending {
  private final List<ServiceNode> written;
  private final Predicate<String> broken;
  private final List<Diagnostic> found;
  private final Map<ServiceNode, Optional<ServiceNode>> effective = new IdentityHashMap<>();
  private final Set<ServiceNode> underWay = Collections.newSetFromMap(new IdentityHashMap<>());

  ServiceAmending(List<ParseResult> files, Predicate<String> broken, List<Diagnostic> found) {
    this.written = files.stream().flatMap(f -> f.file().services().stream()).toList();
    this.broken = broken;
    this.found = found;
  }

  /** What a service is in effect; empty when it could not be composed, which is reported once. */
  Optional<ServiceNode> effective(ServiceNode node) {
    Optional<ServiceNode> known = effective.get(node);
    if (known == null) {
      known = node.amends().isEmpty() ? plain(node) : amending(node, node.amends().get());
      effective.put(node, known);
    }
    return known;
  }

  private Optional<ServiceNode> plain(ServiceNode node) {
    node.changes().stream().findFirst().ifPresent(change -> found.add(
        Diagnostic.at(change.span(), ComposeDiagnostic.MISPLACED_CHANGE,
                "service " + quote(node.name()) + " amends none, so there is nothing to change")
            .withHelp("write `amends NAME` behind its name, or leave out `add`, `replace` and `retire`")));
    return Optional.of(with(node, node, node.items()));
  }

  private Optional<ServiceNode> amending(ServiceNode node, Name asked) {
    Optional<ServiceNode> base =
        written.stream().filter(s -> s.name().text().equals(asked.text())).findFirst();
    if (base.isEmpty()) {
      reportUnknown(asked);
      return Optional.empty();
    }
    if (base.get() == node || underWay.contains(base.get())) {
      found.add(Diagnostic.at(asked.span(), ComposeDiagnostic.AMENDS_ITSELF,
              "service " + quote(node.name()) + " amends itself")
          .withLabel(base.get().name().span(), "this is amended")
          .withHelp("let one of these services amend an older one, or none"));
      return Optional.empty();
    }
    underWay.add(node);
    Optional<ServiceNode> inEffect = effective(base.get());
    underWay.remove(node);
    return inEffect.map(b -> amended(node, b));
  }

  private void reportUnknown(Name asked) {
    if (!broken.test(asked.text())) {
      List<String> known = written.stream().map(s -> s.name().text()).toList();
      found.add(Diagnostic.at(asked.span(), ComposeDiagnostic.UNKNOWN_BASE,
              "no file defines service " + quote(asked))
          .withHelp(Suggestion.closest(asked.text(), known).map(n -> "did you mean " + quote(n) + "?")
              .orElse("give the file of the service too, or `import` it")));
    }
  }

  private ServiceNode amended(ServiceNode node, ServiceNode base) {
    ServiceChanges changes = new ServiceChanges(base, found);
    node.changes().forEach(change -> change.accept(changes));
    List<ServiceNode.Item> items = new ArrayList<>(changes.items());
    node.items().forEach(item -> item.accept(new OwnSettings(node, items, found)));
    return with(node, base, items);
  }

  private static ServiceNode with(ServiceNode node, ServiceNode base, List<ServiceNode.Item> items) {
    return new ServiceNode(
        node.name(), node.title().or(base::title), Optional.empty(), items, List.of(), node.span());
  }
}
