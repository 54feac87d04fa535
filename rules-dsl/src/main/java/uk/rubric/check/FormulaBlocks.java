package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;

/**
 * Puts the formulas of blocks in place of their uses, before anything else is checked: what is said of the formula is
 * then said of each use. A place in the result is that in the block.
 */
final class FormulaBlocks {
  private final Problems problems;
  private final Map<String, ServiceNode.Block> blocks = new LinkedHashMap<>();
  private final Set<String> used = new LinkedHashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private Set<String> usedHere = new LinkedHashSet<>();

  FormulaBlocks(List<ServiceNode.Block> nodes, Problems problems) {
    this.problems = problems;
    nodes.forEach(this::define);
  }

  private void define(ServiceNode.Block node) {
    ServiceNode.Block first = blocks.putIfAbsent(node.name().text(), node);
    if (first != null) {
      twice("block " + quote(node.name()) + " is defined twice", node.name(), first.name());
    }
    Scope.isFree(node.name(), problems);
    Map<String, Name> seen = new HashMap<>();
    for (Name parameter : node.parameters()) {
      Name other = seen.putIfAbsent(parameter.text(), parameter);
      if (other != null) {
        twice(quote(parameter) + " stands twice among what the block takes", parameter, other);
      }
    }
  }

  private void twice(String message, Name name, Name first) {
    problems.add(Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME, message)
        .withLabel(first.span(), "first written here")
        .withHelp("give one of them another name"));
  }

  /** A formula with its blocks in place, and their names; {@code rounding} is that of a block that is all of it. */
  record Expanded(ExpressionNode value, Optional<ServiceNode.Rounding> rounding, List<String> blocks) {}

  /** The formula of a figure. */
  Expanded expand(ExpressionNode value) {
    usedHere = new LinkedHashSet<>();
    ExpressionNode whole = value.accept(new Substitution(Map.of(), this::inPlace, problems));
    List<String> names = List.copyOf(usedHere);
    return whole instanceof ExpressionNode.Rounded rounded && value instanceof ExpressionNode.Call
        ? new Expanded(rounded.value(), Optional.of(rounded.rounding()), names)
        : new Expanded(whole, Optional.empty(), names);
  }

  /** A condition with its blocks in place. */
  ConditionNode expand(ConditionNode condition) {
    return condition.accept(new Substitution(Map.of(), this::inPlace, problems));
  }

  /** A call as its block says; as it is after a report. */
  private ExpressionNode inPlace(ExpressionNode.Call call) {
    ServiceNode.Block block = blocks.get(call.block().text());
    if (block == null) {
      unknown(call.block());
      return call;
    }
    if (open.contains(call.block().text())) {
      problems.add(Diagnostic.at(call.span(), RuleDiagnostic.CYCLE, "block " + quote(call.block()) + " uses itself")
          .withLabel(block.name().span(), "defined here")
          .withHelp("write out what it needs"));
      return call;
    }
    used.add(call.block().text());
    usedHere.add(call.block().text());
    return arguments(call, block).map(arguments -> body(call, block, arguments)).orElse(call);
  }

  private ExpressionNode body(
      ExpressionNode.Call call, ServiceNode.Block block, Map<String, ExpressionNode> arguments) {
    open.push(block.name().text());
    Substitution substitution = new Substitution(arguments, this::inPlace, problems);
    ExpressionNode value = block.value().accept(substitution);
    open.pop();
    if (substitution.failed()) {
      return call;
    }
    return block.rounding().isPresent()
        ? new ExpressionNode.Rounded(value, block.rounding().get(), block.value().span()) : value;
  }

  private void unknown(Name name) {
    if (!problems.isBroken(name)) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_BLOCK, "there is no block " + quote(name))
          .withHelp(Suggestion.closest(name.text(), blocks.keySet())
              .map(n -> "did you mean " + quote(n) + "?")
              .orElse("write " + quote("block " + name.text() + "(…) = …") + " in the service")));
    }
  }

  /** What each name of the block stands for; empty after a report. */
  private Optional<Map<String, ExpressionNode>> arguments(ExpressionNode.Call call, ServiceNode.Block block) {
    Map<String, ExpressionNode> given = new HashMap<>();
    List<String> names = block.parameters().stream().map(Name::text).toList();
    int next = 0;
    for (ExpressionNode.Argument argument : call.arguments()) {
      String name = argument.name().map(Name::text).orElse(next < names.size() ? names.get(next) : "");
      next++;
      if (!names.contains(name)) {
        return refuse(argument.span(), block, argument.name().isPresent()
            ? "block " + quote(block.name()) + " takes no " + quote(name)
            : "block " + quote(block.name()) + " takes " + names.size() + ", and here are " + call.arguments().size());
      }
      if (given.put(name, argument.value()) != null) {
        return refuse(argument.span(), block, quote(name) + " is given twice");
      }
    }
    Optional<String> missing = names.stream().filter(name -> !given.containsKey(name)).findFirst();
    return missing.isPresent()
        ? refuse(call.span(), block, "block " + quote(block.name()) + " needs " + quote(missing.get()))
        : Optional.of(given);
  }

  private Optional<Map<String, ExpressionNode>> refuse(Span place, ServiceNode.Block block, String message) {
    problems.add(Diagnostic.at(place, RuleDiagnostic.BLOCK_ARGUMENTS, message)
        .withLabel(block.name().span(), "the block")
        .withHelp("it takes " + String.join(", ", block.parameters().stream().map(Problems::quote).toList())
            + ", in this order or as `NAME = …`"));
    return Optional.empty();
  }

  /** Blocks that nobody uses were not checked, and may be wrong. */
  void reportUnused() {
    blocks.values().stream().filter(block -> !used.contains(block.name().text())).forEach(block ->
        problems.add(Diagnostic.at(block.name().span(), RuleDiagnostic.UNUSED_BLOCK,
                "no figure uses block " + quote(block.name()) + ", so that it was not checked")
            .withHelp("use it, or leave it out")));
  }
}
