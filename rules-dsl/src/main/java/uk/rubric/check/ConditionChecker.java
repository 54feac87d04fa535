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
import uk.rubric.syntax.Name;
import uk.rubric.value.Unit;

/** Checks a condition and what it compares; empty after a report. */
final class ConditionChecker implements ConditionNode.Visitor<Optional<Condition>> {
  private final Context context;
  private final Problems problems;
  private final OperandChecker operands;
  private final ComparisonChecker comparisons;

  ConditionChecker(Context context) {
    this.context = context;
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

  static Diagnostic mixed(Connective first, Connective other) {
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
    if (left.filter(l -> l.kind() == Typed.Kind.LABEL).isPresent()) {
      return new LabelChecker(problems).comparison(left.get(), node);
    }
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
    boolean always = subject.literal() || subject.kind() == Typed.Kind.ANSWER
        || Stream.of(
                Operand.Day.class, Operand.EntryDate.class, Operand.Bound.class, Operand.Count.class,
                Operand.Attained.class)
            .anyMatch(c -> c.isInstance(base));
    if (always) {
      problems.add(Diagnostic.at(subject.span(), RuleDiagnostic.CONSTANT_CONDITION,
              quote(subject.span().text()) + " is always recorded")
          .withHelp("ask this of a field, or leave it out"));
    }
    return !always;
  }

  @Override
  public Optional<Condition> quantified(ConditionNode.Quantified node) {
    List<Condition> parts = node.parts().stream().map(p -> p.accept(this)).flatMap(Optional::stream).toList();
    boolean all = node.quantity() == ConditionNode.Quantity.ALL;
    Optional<Integer> least = least(node);
    if (parts.size() < node.parts().size() || least.isEmpty() || all && !oneUnit(parts)) {
      return Optional.empty();
    }
    return Optional.of(switch (node.quantity()) {
      case ALL -> parts.size() == 1 ? parts.get(0) : new Condition.AllOf(parts, node.span());
      case ANY -> parts.size() == 1 ? parts.get(0) : new Condition.AnyOf(parts, node.span());
      case NONE -> new Condition.NoneOf(parts, node.span());
      case AT_LEAST -> new Condition.AtLeast(least.get(), parts, node.span());
    });
  }

  /** How many parts must hold; empty after a report. */
  private Optional<Integer> least(ConditionNode.Quantified node) {
    if (node.quantity() != ConditionNode.Quantity.AT_LEAST) {
      return Optional.of(0);
    }
    Optional<Integer> number = ShiftChecker.whole(node.number().orElseThrow())
        .filter(n -> n >= 1 && n <= node.parts().size());
    if (number.isEmpty()) {
      problems.add(Diagnostic.at(node.number().get().span(), RuleDiagnostic.INVALID_NUMBER,
              "at least " + quote(node.number().get().text()) + " of " + node.parts().size() + " conditions cannot be "
                  + "asked for")
          .withHelp("write a whole number from 1 to " + node.parts().size()));
    }
    return number;
  }

  @Override
  public Optional<Condition> some(ConditionNode.Some node) {
    Optional<Context.BoundEntry> entry = boundEntry(node);
    return entry.flatMap(e -> node.has().accept(new ConditionChecker(context.with(e)))
        .map(has -> new Condition.Some(e.operand(), has, node.span())));
  }

  private Optional<Context.BoundEntry> boundEntry(ConditionNode.Some node) {
    Name array = node.array();
    if (!array.array()) {
      problems.add(Diagnostic.at(array.span(), RuleDiagnostic.ARRAY_MISMATCH,
              "`some` asks an array, and " + quote(array) + " is none")
          .withHelp("name an array, as in `some " + array.text() + "[] has (…)`"));
      return Optional.empty();
    }
    Optional<Scope.Entry> found = context.scope().find(array, NameKind.Wanted.FIELD);
    found.ifPresent(context::use);
    String name = node.alias().map(Name::text).orElse(localName(array));
    if (found.isEmpty() || !isFree(node, name)) {
      return Optional.empty();
    }
    return found.get().signature().map(signature -> new Context.BoundEntry(
        new Operand.Bound(name, found.get().fieldId()), single(signature)));
  }

  private static String localName(Name array) {
    return array.text().substring(array.text().indexOf('.') + 1);
  }

  private static FieldSignature single(FieldSignature array) {
    CheckedField.Type type =
        array.type() == CheckedField.Type.VALUES ? CheckedField.Type.VALUE : CheckedField.Type.DATE;
    return new FieldSignature(type, array.unit());
  }

  /** One name cannot mean the entry looked at and something else. */
  private boolean isFree(ConditionNode.Some node, String name) {
    Name spoken = new Name(name, false, node.alias().orElse(node.array()).span());
    boolean taken = context.bound().containsKey(name) || context.scope().peek(spoken).isPresent();
    if (taken) {
      problems.add(Diagnostic.at(spoken.span(), RuleDiagnostic.AMBIGUOUS_NAME,
              quote(name) + " could be the entry looked at or what else has that name")
          .withHelp("give the entry another name: `some " + node.array().written() + " as X has (…)`"));
    }
    return !taken;
  }

  @Override
  public Optional<Condition> sameEntry(ConditionNode.SameEntry node) {
    if (context.entries() != Context.Entries.CLINICAL) {
      problems.add(Diagnostic.at(node.span(), RuleDiagnostic.OUTSIDE_WHERE,
              "`of same entry` has no meaning here: no clinical entry is under test")
          .withHelp("use it in the `where` of a pick from a code cluster"));
      return Optional.empty();
    }
    return context.scope().find(node.cluster(), NameKind.Wanted.CLUSTER).flatMap(cluster ->
        new ConditionChecker(context).check(node.has())
            .map(has -> new Condition.SameEntry(cluster.clusterId(), has, node.span())));
  }

  @Override
  public Optional<Condition> member(ConditionNode.Member node) {
    if (!context.ladder()) {
      problems.add(Diagnostic.at(node.span(), RuleDiagnostic.OUTSIDE_LADDER,
              quote(node.span().text()) + " is known only once fields are, and stands in a field")
          .withHelp("ask it in a rule of a ladder"));
      return Optional.empty();
    }
    return context.scope().find(node.population(), NameKind.Wanted.POPULATION)
        .filter(e -> EachChecker.isOfPatients(e, node.population(), problems))
        .map(e -> new Condition.Member(e.populationId(), node.in(), node.span()));
  }

  @Override
  public Optional<Condition> oneOf(ConditionNode.OneOf node) {
    return node.subject().accept(operands).flatMap(subject -> new LabelChecker(problems).oneOf(subject, node));
  }

  @Override
  public Optional<Condition> answer(ConditionNode.Answer node) {
    Optional<Typed> subject = node.subject().accept(operands);
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    boolean fits = subject.get().kind() == Typed.Kind.ANSWER && node.answer() != ConditionNode.AnswerKind.UNKNOWN;
    if (!fits || !(subject.get().operand() instanceof Operand.Field field)) {
      problems.add(Diagnostic.at(node.span(), RuleDiagnostic.TYPE_MISMATCH,
              subject.get().kind() == Typed.Kind.ANSWER
                  ? quote(subject.get().span().text()) + " is always known"
                  : quote(subject.get().span().text()) + " is " + subject.get().words() + ", not a yes or no")
          .withHelp("`is yes` and `is no` ask a field that is defined with `whether`"));
      return Optional.empty();
    }
    return Optional.of(new Condition.Answer(
        field, node.answer() == ConditionNode.AnswerKind.YES, node.span()));
  }
}
