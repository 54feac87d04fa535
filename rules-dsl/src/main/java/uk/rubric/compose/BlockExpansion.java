package uk.rubric.compose;

import static uk.rubric.compose.Amending.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.ChangeNode.Part;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.LadderNode.BlockUse;
import uk.rubric.syntax.LadderNode.Step;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;

/** Puts the rules of blocks in where ladders use them, with the published numbers and with arguments for parameters. */
final class BlockExpansion {
  private final Rulesets rulesets;
  private final Predicate<String> broken;
  private final List<Diagnostic> found;

  BlockExpansion(Rulesets rulesets, Predicate<String> broken, List<Diagnostic> found) {
    this.rulesets = rulesets;
    this.broken = broken;
    this.found = found;
  }

  /** A block, and the rule set whose names it says. */
  private record Known(RulesetNode.Block block, RulesetNode home) {}

  RulesetNode expand(RulesetNode node) {
    List<RulesetNode.Item> items = node.items().stream().map(item -> expand(item, node)).toList();
    return new RulesetNode(
        node.name(), node.title(), node.version(), Optional.empty(), items, List.of(), node.span());
  }

  private RulesetNode.Item expand(RulesetNode.Item item, RulesetNode node) {
    if (item instanceof RulesetNode.Population population && hasUse(population.ladder())) {
      return Ladders.with(population, expand(population.ladder(), node));
    }
    if (item instanceof RulesetNode.Indicator i
        && Stream.of(i.denominator(), i.numerator()).flatMap(Optional::stream).anyMatch(BlockExpansion::hasUse)) {
      RulesetNode.Indicator changed = Ladders.with(i, Part.DENOMINATOR, ladder -> expand(ladder, node));
      return Ladders.with(changed, Part.NUMERATOR, ladder -> expand(ladder, node));
    }
    return item;
  }

  private static boolean hasUse(LadderNode ladder) {
    return !ladder.uses().isEmpty();
  }

  private LadderNode expand(LadderNode ladder, RulesetNode node) {
    List<Step> steps = new ArrayList<>(ladder.steps());
    List<BlockUse> lost = new ArrayList<>();
    for (BlockUse use : ladder.uses()) {
      List<Step> made = steps(use, node);
      steps.addAll(placeOf(use, steps), made);
      if (made.isEmpty()) {
        lost.add(use);
      }
    }
    return new LadderNode(ladder.fields(), steps, lost, ladder.span());
  }

  /**
   * Before the first rule with a higher number; the rules around it keep the order of the file, which is checked later.
   */
  private static int placeOf(BlockUse use, List<Step> steps) {
    BigDecimal first = new BigDecimal(use.first().text());
    return IntStream.range(0, steps.size())
        .filter(i -> new BigDecimal(steps.get(i).number().text()).compareTo(first) > 0)
        .findFirst().orElse(steps.size());
  }

  private List<Step> steps(BlockUse use, RulesetNode node) {
    List<Known> meant = blocks(use.block(), node);
    if (meant.isEmpty()) {
      reportUnknown(use.block(), node);
    }
    if (meant.size() > 1) {
      reportAmbiguous(use.block(), meant);
    }
    return meant.size() == 1 ? steps(use, meant.get(0), node) : List.of();
  }

  private List<Step> steps(BlockUse use, Known known, RulesetNode node) {
    RulesetNode.Block block = known.block();
    if (!block.ladder().uses().isEmpty()) {
      report(use.block().span(), ComposeDiagnostic.UNKNOWN_BLOCK,
          "block " + quote(block.name()) + " uses another block", "write its rules out");
      return List.of();
    }
    Optional<Map<String, ExpressionNode>> arguments = arguments(use, block);
    return arguments.isPresent() && fitsNumbers(use, block)
        ? steps(use, known, node, arguments.get()) : List.of();
  }

  private List<Step> steps(BlockUse use, Known known, RulesetNode node, Map<String, ExpressionNode> arguments) {
    Substitution substitution = new Substitution(arguments, qualified(known.home(), node));
    List<Step> own = known.block().ladder().steps();
    int first = Integer.parseInt(use.first().text());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Text number = new Text(Integer.toString(first + i), use.first().span());
      LadderNode.BlockRule from =
          new LadderNode.BlockRule(known.block().name().text(), own.get(i).number().text(), use.span());
      steps.add(substitution.step(own.get(i), number, from, use.notes()));
    }
    return steps;
  }

  /** Names of the block's own rule set, which mean the same wherever the block is used. */
  private static Map<String, String> qualified(RulesetNode home, RulesetNode node) {
    if (home == node) {
      return Map.of();
    }
    return home.items().stream().flatMap(item -> Called.of(item).stream())
        .map(called -> called.name().text())
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> home.name().text() + "." + name));
  }

  /** The rule set's own goes before those of others. */
  private List<Known> blocks(Name name, RulesetNode node) {
    int dot = name.text().indexOf('.');
    Optional<Known> own = dot >= 0 ? Optional.empty() : in(node, name.text());
    return own.isPresent() ? List.of(own.get()) : usedBy(node)
        .filter(home -> dot < 0 || home.name().text().equals(name.text().substring(0, dot)))
        .flatMap(home -> in(home, name.text().substring(dot + 1)).stream())
        .distinct()
        .toList();
  }

  private static Optional<Known> in(RulesetNode home, String name) {
    return home.items().stream()
        .filter(item -> item instanceof RulesetNode.Block b && b.name().text().equals(name))
        .map(item -> new Known((RulesetNode.Block) item, home))
        .findFirst();
  }

  private static Stream<RulesetNode.Use> uses(RulesetNode node) {
    return node.items().stream()
        .filter(RulesetNode.Uses.class::isInstance)
        .flatMap(item -> ((RulesetNode.Uses) item).uses().stream());
  }

  private Stream<RulesetNode> usedBy(RulesetNode node) {
    return uses(node)
        .flatMap(use -> rulesets.named(use.ruleset(), use.version()).stream())
        .flatMap(written -> rulesets.of(written).stream());
  }

  private void reportUnknown(Name name, RulesetNode node) {
    if (broken.test(name.text())
        || uses(node).anyMatch(use -> rulesets.named(use.ruleset(), use.version()).isEmpty())) {
      return;
    }
    List<String> known = Stream.concat(Stream.of(node), usedBy(node))
        .flatMap(home -> home.items().stream())
        .filter(RulesetNode.Block.class::isInstance)
        .map(item -> ((RulesetNode.Block) item).name().text()).distinct().toList();
    report(name.span(), ComposeDiagnostic.UNKNOWN_BLOCK,
        "there is no block " + quote(name) + " in rule set " + quote(node.name()) + " or those that it uses",
        Suggestion.closest(name.text(), known).map(n -> "did you mean " + quote(n) + "?")
            .orElse("define it with `block`, or `use` the rule set that does"));
  }

  private void reportAmbiguous(Name name, List<Known> meant) {
    Diagnostic ambiguous = Diagnostic.at(name.span(), ComposeDiagnostic.AMBIGUOUS_NAME,
        "block " + quote(name) + " is defined in several of the rule sets that are used");
    for (Known known : meant) {
      ambiguous = ambiguous.withLabel(
          known.block().name().span(), "defined in rule set " + quote(known.home().name()));
    }
    found.add(ambiguous.withHelp("write " + quote(meant.get(0).home().name().text() + "." + name.text())
        + " or the name of another of them"));
  }

  private void report(Span place, ComposeDiagnostic code, String message, String help) {
    found.add(Diagnostic.at(place, code, message).withHelp(help));
  }

  private boolean fitsNumbers(BlockUse use, RulesetNode.Block block) {
    int rules = block.ladder().steps().size();
    Optional<Integer> first = whole(use.first());
    Optional<Integer> last = use.last().isPresent() ? use.last().flatMap(BlockExpansion::whole) : first;
    boolean fits = first.isPresent() && last.isPresent() && last.get() - first.get() + 1 == rules;
    if (!fits) {
      Span place = use.last().map(l -> use.first().span().through(l.span())).orElse(use.first().span());
      found.add(Diagnostic.at(place, ComposeDiagnostic.BLOCK_NUMBERS,
              "block " + quote(block.name()) + " has " + rules + (rules == 1 ? " rule" : " rules")
                  + ", and takes as many numbers")
          .withLabel(block.name().span(), "defined here")
          .withHelp(first.map(f -> "write " + quote(
                  rules == 1 ? f + ": use …" : f + " to " + (f + rules - 1) + ": use …"))
              .orElse("write whole numbers")));
    }
    return fits;
  }

  private static Optional<Integer> whole(Text digits) {
    boolean whole = digits.text().length() <= 6 && digits.text().indexOf('.') < 0;
    return whole ? Optional.of(Integer.valueOf(digits.text())) : Optional.empty();
  }

  /** By parameter; empty after a report. */
  private Optional<Map<String, ExpressionNode>> arguments(BlockUse use, RulesetNode.Block block) {
    Map<String, ExpressionNode> given = new HashMap<>();
    for (int i = 0; i < use.arguments().size(); i++) {
      LadderNode.Argument argument = use.arguments().get(i);
      Optional<String> parameter = parameter(argument, i, block);
      if (parameter.isEmpty() || given.putIfAbsent(parameter.get(), argument.value()) != null) {
        report(argument.span(), ComposeDiagnostic.BLOCK_ARGUMENTS,
            parameter.isEmpty()
                ? "block " + quote(block.name()) + " has no parameter for this"
                : "parameter " + quote(parameter.get()) + " is given twice",
            "its parameters are " + parameters(block));
        return Optional.empty();
      }
    }
    List<String> lacking =
        block.parameters().stream().map(Name::text).filter(p -> !given.containsKey(p)).toList();
    if (!lacking.isEmpty()) {
      report(use.block().span(), ComposeDiagnostic.BLOCK_ARGUMENTS,
          "block " + quote(block.name()) + " is used without "
              + String.join(", ", lacking.stream().map(Amending::quote).toList()),
          "its parameters are " + parameters(block));
    }
    return lacking.isEmpty() ? Optional.of(given) : Optional.empty();
  }

  private static Optional<String> parameter(LadderNode.Argument argument, int index, RulesetNode.Block block) {
    List<String> parameters = block.parameters().stream().map(Name::text).toList();
    return argument.name().isPresent()
        ? argument.name().map(Name::text).filter(parameters::contains)
        : index < parameters.size() ? Optional.of(parameters.get(index)) : Optional.empty();
  }

  private static String parameters(RulesetNode.Block block) {
    return String.join(", ", block.parameters().stream().map(Amending::quote).toList());
  }
}
