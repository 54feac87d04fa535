package uk.rubric.compose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.parse.ParseResult;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;

/** Works out amending rule sets, each after its base. */
final class Amending {
  private final Rulesets rulesets;
  private final Predicate<String> broken;
  private final List<Diagnostic> found;
  private final Set<RulesetNode> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<RulesetNode> failed = Collections.newSetFromMap(new IdentityHashMap<>());

  Amending(List<ParseResult> files, Predicate<String> broken, List<Diagnostic> found) {
    this.rulesets = new Rulesets(files.stream().flatMap(f -> f.file().rulesets().stream()).toList());
    this.broken = broken;
    this.found = found;
  }

  Rulesets effective() {
    rulesets.written().forEach(this::effective);
    return rulesets;
  }

  private Optional<RulesetNode> effective(RulesetNode node) {
    if (rulesets.of(node).isPresent() || failed.contains(node)) {
      return rulesets.of(node);
    }
    if (node.amends().isEmpty()) {
      refuseChanges(node);
      rulesets.put(node, without(node, node.items()));
      return rulesets.of(node);
    }
    underWay.add(node);
    Optional<RulesetNode> base = base(node, node.amends().get());
    underWay.remove(node);
    base.ifPresentOrElse(b -> rulesets.put(node, amended(node, b)), () -> failed.add(node));
    return rulesets.of(node);
  }

  private void refuseChanges(RulesetNode node) {
    node.changes().stream().findFirst().ifPresent(change -> found.add(
        Diagnostic.at(change.span(), ComposeDiagnostic.MISPLACED_CHANGE,
                "rule set " + quote(node.name()) + " amends none, so there is nothing to change")
            .withHelp("write `amends NAME version …` behind its version, or leave out `add`, `replace` and `retire`")));
  }

  private Optional<RulesetNode> base(RulesetNode node, RulesetNode.Base asked) {
    Optional<RulesetNode> base = rulesets.named(asked.name(), Optional.of(asked.version()));
    if (base.isEmpty()) {
      if (!broken.test(asked.name().text())) {
        found.add(unknown(asked));
      }
      return Optional.empty();
    }
    if (base.get() == node || underWay.contains(base.get())) {
      found.add(Diagnostic.at(asked.span(), ComposeDiagnostic.AMENDS_ITSELF,
              "rule set " + quote(node.name()) + " version " + quote(node.version().text()) + " amends itself")
          .withLabel(base.get().name().span(), "this is amended")
          .withHelp("let one of these rule sets amend an older one, or none"));
      return Optional.empty();
    }
    return effective(base.get());
  }

  private Diagnostic unknown(RulesetNode.Base asked) {
    List<String> versions = rulesets.written().stream()
        .filter(r -> r.name().text().equals(asked.name().text()))
        .map(r -> quote(r.version().text())).distinct().toList();
    boolean other = !versions.isEmpty();
    Span place = other ? asked.version().span() : asked.name().span();
    String message = other
        ? "no file defines version " + quote(asked.version().text()) + " of rule set " + quote(asked.name())
        : "no file defines rule set " + quote(asked.name());
    String help = other
        ? "the files define " + String.join(", ", versions)
        : Suggestion.closest(asked.name().text(), rulesets.written().stream().map(r -> r.name().text()).toList())
            .map(n -> "did you mean " + quote(n) + "?")
            .orElse("give the file of the rule set too");
    return Diagnostic.at(place, ComposeDiagnostic.UNKNOWN_BASE, message).withHelp(help);
  }

  private RulesetNode amended(RulesetNode node, RulesetNode base) {
    Changes changes = new Changes(base, found);
    node.changes().forEach(change -> change.accept(changes));
    changes.dropUses(Changes.used(node.items()).collect(Collectors.toSet()));
    List<RulesetNode.Item> items = new ArrayList<>(changes.items());
    node.items().forEach(item -> item.accept(new OwnItems(node, items, found)));
    return without(new RulesetNode(
        node.name(), node.title().or(base::title), node.version(), Optional.empty(), items, List.of(), node.span()),
        items);
  }

  private static RulesetNode without(RulesetNode node, List<RulesetNode.Item> items) {
    return new RulesetNode(
        node.name(), node.title(), node.version(), Optional.empty(), items, List.of(), node.span());
  }

  static String quote(String text) {
    return "`" + text + "`";
  }

  static String quote(Name name) {
    return quote(name.written());
  }
}
