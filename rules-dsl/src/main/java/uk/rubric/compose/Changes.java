package uk.rubric.compose;

import static uk.rubric.compose.Amending.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.ChangeNode;
import uk.rubric.syntax.ChangeNode.Part;
import uk.rubric.syntax.ChangeNode.Retired;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.RulesetNode.Item;

/** Makes the changes of one amending rule set, one after the other; a change to what is not there is reported. */
final class Changes implements ChangeNode.Visitor<Void> {
  private final RulesetNode base;
  private final List<Item> items;
  private final List<Diagnostic> found;

  Changes(RulesetNode base, List<Diagnostic> found) {
    this.base = base;
    this.items = new ArrayList<>(base.items());
    this.found = found;
  }

  List<Item> items() {
    return items;
  }

  private Void report(Span place, ComposeDiagnostic code, String message, String help) {
    found.add(Diagnostic.at(place, code, message).withHelp(help));
    return null;
  }

  private String baseName() {
    return "rule set " + quote(base.name()) + " version " + quote(base.version().text());
  }

  @Override
  public Void item(ChangeNode.OfItem change) {
    Called called = Called.of(change.item()).orElseThrow();
    Optional<Item> there = items.stream()
        .filter(item -> Called.of(item).filter(called::isSameAs).isPresent()).findFirst();
    if (change.add() == there.isEmpty()) {
      return put(there, change.item());
    }
    return change.add() ? alreadyThere(called, there.get()) : notThere(called.name(), called.kind());
  }

  private Void put(Optional<Item> there, Item item) {
    there.ifPresentOrElse(old -> items.set(items.indexOf(old), item), () -> items.add(item));
    return null;
  }

  private Void alreadyThere(Called called, Item there) {
    found.add(Diagnostic.at(called.name().span(), ComposeDiagnostic.ALREADY_THERE,
            baseName() + " has " + called.kind() + " " + quote(called.name()) + " already")
        .withLabel(there.span(), "defined here")
        .withHelp("write `replace`, or give it another name"));
    return null;
  }

  private Void notThere(Name name, String kind) {
    List<String> known = items.stream().flatMap(item -> Called.of(item).stream())
        .filter(called -> called.kind().equals("reason") == kind.equals("reason"))
        .map(called -> called.name().written()).distinct().toList();
    return notThere(name, kind, known);
  }

  private Void notThere(Name name, String kind, List<String> known) {
    return report(name.span(), ComposeDiagnostic.NOTHING_TO_CHANGE,
        baseName() + " has no " + kind + " " + quote(name),
        Suggestion.closest(name.written(), known).map(n -> "did you mean " + quote(n) + "?")
            .orElse("name what is there; to bring something new, write `add`"));
  }

  @Override
  public Void retire(ChangeNode.Retire change) {
    change.names().forEach(name -> {
      if (change.what() == Retired.USE) {
        retireUse(name);
      } else {
        retire(name, change.what() == Retired.REASON);
      }
    });
    return null;
  }

  /** Reasons have names of their own, so they are retired by a word of their own. */
  private void retire(Name name, boolean reason) {
    boolean gone = items.removeIf(item -> Called.of(item)
        .filter(c -> c.name().written().equals(name.written()) && c.kind().equals("reason") == reason).isPresent());
    if (!gone) {
      notThere(name, reason ? "reason" : "indicator, register, group, field, code cluster or block");
    }
  }

  private void retireUse(Name name) {
    List<String> used = used(items).toList();
    if (used.contains(name.written())) {
      dropUses(Set.of(name.written()));
    } else {
      notThere(name, "use of rule set", used);
    }
  }

  /** The names of rule sets that items use. */
  static Stream<String> used(List<Item> items) {
    return items.stream().filter(RulesetNode.Uses.class::isInstance)
        .flatMap(item -> ((RulesetNode.Uses) item).uses().stream())
        .map(use -> use.ruleset().text());
  }

  /** Takes out what the base uses under these names; what it uses beside them stays. */
  void dropUses(Set<String> names) {
    items.replaceAll(item -> item instanceof RulesetNode.Uses all ? without(all, names) : item);
    items.removeIf(item -> item instanceof RulesetNode.Uses all && all.uses().isEmpty());
  }

  private static RulesetNode.Uses without(RulesetNode.Uses all, Set<String> names) {
    return new RulesetNode.Uses(
        all.uses().stream().filter(use -> !names.contains(use.ruleset().text())).toList(), all.span());
  }

  @Override
  public Void rule(ChangeNode.OfRule change) {
    if (!change.number().text().equals(change.step().number().text())) {
      return report(change.step().number().span(), ComposeDiagnostic.MISPLACED_CHANGE,
          "rule " + quote(change.number().text()) + " is to be changed, and this is rule "
              + quote(change.step().number().text()),
          "write one number in both places");
    }
    return inLadder(change.ladder(), ladder -> withRule(ladder, change));
  }

  private LadderNode withRule(LadderNode ladder, ChangeNode.OfRule change) {
    Optional<Integer> at = indexOf(ladder, change.number().text());
    if (change.add() == at.isPresent()) {
      report(change.number().span(),
          change.add() ? ComposeDiagnostic.ALREADY_THERE : ComposeDiagnostic.NOTHING_TO_CHANGE,
          quote(change.ladder().name()) + (change.add() ? " has rule " : " has no rule ")
              + quote(change.number().text()) + (change.add() ? " already" : ""),
          ruleHelp(ladder, change.add()));
      return ladder;
    }
    List<LadderNode.Step> steps = new ArrayList<>(ladder.steps());
    if (at.isPresent()) {
      steps.set(at.get(), change.step());
    } else {
      steps.add(placeOf(steps, change.number().text()), change.step());
    }
    return new LadderNode(ladder.fields(), steps, ladder.uses(), ladder.span());
  }

  private static String ruleHelp(LadderNode ladder, boolean add) {
    if (add) {
      return "write `replace rule`, or take a number that is free";
    }
    return ladder.uses().isEmpty()
        ? "name the number of a rule that is there"
        : "name the number of a rule that is there; rules of a block are changed with the block or the whole ladder";
  }

  private static Optional<Integer> indexOf(LadderNode ladder, String number) {
    return IntStream.range(0, ladder.steps().size()).boxed()
        .filter(i -> ladder.steps().get(i).number().text().equals(number)).findFirst();
  }

  /** Before the first rule with a higher number. */
  private static int placeOf(List<LadderNode.Step> steps, String number) {
    BigDecimal wanted = new BigDecimal(number);
    return IntStream.range(0, steps.size())
        .filter(i -> new BigDecimal(steps.get(i).number().text()).compareTo(wanted) > 0)
        .findFirst().orElse(steps.size());
  }

  @Override
  public Void retireRule(ChangeNode.RetireRule change) {
    return inLadder(change.ladder(), ladder -> {
      Optional<Integer> at = indexOf(ladder, change.number().text());
      if (at.isEmpty()) {
        report(change.number().span(), ComposeDiagnostic.NOTHING_TO_CHANGE,
            quote(change.ladder().name()) + " has no rule " + quote(change.number().text()),
            ruleHelp(ladder, false));
        return ladder;
      }
      List<LadderNode.Step> steps = new ArrayList<>(ladder.steps());
      steps.remove((int) at.get());
      return new LadderNode(ladder.fields(), steps, ladder.uses(), ladder.span());
    });
  }

  @Override
  public Void ladder(ChangeNode.OfLadder change) {
    ChangeNode.LadderName name =
        new ChangeNode.LadderName(Optional.of(change.part()), change.name(), change.name().span());
    return inLadder(name, ladder -> change.ladder());
  }

  /** Changes one ladder of an item that is there. */
  private Void inLadder(ChangeNode.LadderName name, UnaryOperator<LadderNode> change) {
    for (int i = 0; i < items.size(); i++) {
      Optional<Item> changed = changed(items.get(i), name, change);
      if (changed.isPresent()) {
        items.set(i, changed.get());
        return null;
      }
    }
    return notThere(name.name(), name.part().isPresent()
        ? "indicator with a " + word(name.part().get()) : "register, group or classification");
  }

  private static String word(Part part) {
    return part == Part.DENOMINATOR ? "denominator" : "numerator";
  }

  private static Optional<Item> changed(Item item, ChangeNode.LadderName name, UnaryOperator<LadderNode> change) {
    if (name.part().isEmpty() && item instanceof RulesetNode.Population p
        && p.name().text().equals(name.name().text())) {
      return Optional.of(Ladders.with(p, change.apply(p.ladder())));
    }
    if (name.part().isPresent() && item instanceof RulesetNode.Indicator i
        && i.name().text().equals(name.name().text()) && i.denominator().isPresent()) {
      return Optional.of(Ladders.with(i, name.part().get(), change));
    }
    return Optional.empty();
  }
}
