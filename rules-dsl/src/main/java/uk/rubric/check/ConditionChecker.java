package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ConditionNode.Connective;
import uk.rubric.value.Unit;

/** Checks a condition and what it compares; empty after a report. */
final class ConditionChecker implements ConditionNode.Visitor<Optional<Condition>> {
  private final Problems problems;
  private final OperandChecker operands;
  private final ComparisonChecker comparisons;

  ConditionChecker(Context context) {
    this.problems = context.problems();
    this.operands = new OperandChecker(context);
    this.comparisons = new ComparisonChecker(problems);
  }

  Optional<Condition> check(ConditionNode node) {
    return node.accept(this).map(EntryValueUnits::settle);
  }

  @Override
  public Optional<Condition> junction(ConditionNode.Junction node) {
    List<Condition> parts = node.parts().stream().map(p -> p.accept(this)).flatMap(Optional::stream).toList();
    Connective first = node.connectives().get(0);
    Optional<Connective> other = node.connectives().stream().filter(c -> c.and() != first.and()).findFirst();
    if (other.isPresent()) {
      problems.add(mixed(first, other.get()));
      return Optional.empty();
    }
    if (parts.size() < node.parts().size() || first.and() && !oneUnit(parts)) {
      return Optional.empty();
    }
    return Optional.of(
        first.and() ? new Condition.AllOf(parts, node.span()) : new Condition.AnyOf(parts, node.span()));
  }

  private static Diagnostic mixed(Connective first, Connective other) {
    return Diagnostic.at(other.span(), RuleDiagnostic.MIXED_CONNECTIVES,
            "`and` and `or` stand together without brackets")
        .withLabel(first.span(), "the other one")
        .withHelp("put brackets round what belongs together: `(A and B) or C`");
  }

  /** Whether {@code value} is read in one unit by all that must hold of it together; nothing else can be true. */
  private boolean oneUnit(List<Condition> parts) {
    Map<Unit, Span> units = new HashMap<>();
    List<Condition> values = parts.stream().filter(p -> EntryValueUnits.of(p).size() == 1).toList();
    for (Condition part : values) {
      Unit unit = EntryValueUnits.of(part).iterator().next();
      Optional<Span> before = units.entrySet().stream()
          .filter(e -> !e.getKey().equals(unit)).map(Map.Entry::getValue).findFirst();
      if (before.isPresent()) {
        problems.add(twoUnits(part.span(), before.get()));
        return false;
      }
      units.put(unit, part.span());
    }
    return true;
  }

  private static Diagnostic twoUnits(Span part, Span before) {
    return Diagnostic.at(part, RuleDiagnostic.UNIT_MISMATCH,
            quote(part.text()) + " is in another unit than " + quote(before.text()) + ", and both must hold")
        .withLabel(before, "in another unit")
        .withHelp("write every number with its unit, and one unit throughout");
  }

  @Override
  public Optional<Condition> comparison(ConditionNode.Comparison node) {
    Optional<Typed> left = node.left().accept(operands);
    Optional<Typed> right = node.right().accept(operands);
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : comparisons.compare(left.get(), node.comparator(), right.get(), node.span()).map(c -> c);
  }

  @Override
  public Optional<Condition> within(ConditionNode.Within node) {
    Optional<Typed> subject = node.subject().accept(operands);
    Optional<Typed> low = node.low().flatMap(e -> e.accept(operands));
    Optional<Typed> high = node.high().flatMap(e -> e.accept(operands));
    boolean whole = low.isPresent() == node.low().isPresent() && high.isPresent() == node.high().isPresent();
    if (subject.isEmpty() || !whole || !sameUnit(subject.get(), low, high)) {
      return Optional.empty();
    }
    List<Optional<Condition.Comparison>> bounds = bounds(node, subject.get(), low, high);
    if (!bounds.stream().allMatch(Optional::isPresent) || isEmpty(node, low, high)) {
      return Optional.empty();
    }
    return Optional.of(joined(bounds.stream().flatMap(Optional::stream).toList(), node.span()));
  }

  private List<Optional<Condition.Comparison>> bounds(
      ConditionNode.Within node, Typed subject, Optional<Typed> low, Optional<Typed> high) {
    List<Optional<Condition.Comparison>> bounds = new ArrayList<>();
    low.ifPresent(bound -> bounds.add(comparisons.compare(
        subject, node.lowIncluded() ? Comparator.AT_LEAST : Comparator.MORE, bound, boundSpan(node, bound))));
    high.ifPresent(bound -> bounds.add(comparisons.compare(
        subject, node.highIncluded() ? Comparator.AT_MOST : Comparator.LESS, bound, boundSpan(node, bound))));
    return bounds;
  }

  private boolean isEmpty(ConditionNode.Within node, Optional<Typed> low, Optional<Typed> high) {
    boolean bothIncluded = node.lowIncluded() && node.highIncluded();
    if (low.isEmpty() || high.isEmpty()
        || !SpanOrder.isEmpty(low.get().operand(), high.get().operand(), bothIncluded)) {
      return false;
    }
    problems.add(Diagnostic.at(low.get().span().through(high.get().span()), RuleDiagnostic.EMPTY_SPAN,
            "nothing lies between " + quote(low.get().span().text()) + " and " + quote(high.get().span().text()))
        .withHelp("write the earlier or lower one first"));
    return true;
  }

  /** A comparison of a span of two bounds is told apart from the other by its bound. */
  private static Span boundSpan(ConditionNode.Within node, Typed bound) {
    boolean both = node.low().isPresent() && node.high().isPresent();
    return both ? bound.span() : node.span();
  }

  private static Condition joined(List<Condition.Comparison> bounds, Span span) {
    return bounds.size() == 1 ? bounds.get(0) : new Condition.AllOf(List.copyOf(bounds), span);
  }

  private boolean sameUnit(Typed subject, Optional<Typed> low, Optional<Typed> high) {
    if (!subject.isEntryValue() || low.isEmpty() || high.isEmpty()
        || ComparisonChecker.unitFor(low.get()).equals(ComparisonChecker.unitFor(high.get()))) {
      return true;
    }
    problems.add(ComparisonChecker.unitMismatch(high.get(), low.get()));
    return false;
  }

  @Override
  public Optional<Condition> presence(ConditionNode.Presence node) {
    Optional<Typed> subject = node.subject().accept(operands);
    if (subject.isEmpty() || !maybeMissing(subject.get())) {
      return Optional.empty();
    }
    return Optional.of(new Condition.Presence(subject.get().operand(), node.recorded(), node.span()));
  }

  private boolean maybeMissing(Typed subject) {
    Operand base = subject.operand() instanceof Operand.Shifted s ? s.base() : subject.operand();
    boolean always = subject.literal() || Stream.of(Operand.Day.class, Operand.EntryDate.class).anyMatch(
        c -> c.isInstance(base));
    if (always) {
      problems.add(Diagnostic.at(subject.span(), RuleDiagnostic.CONSTANT_CONDITION,
              quote(subject.span().text()) + " is always recorded")
          .withHelp("ask this of a field, or leave it out"));
    }
    return !always;
  }
}
