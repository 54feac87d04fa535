package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.math.BigDecimal;
import java.util.List;
import uk.rubric.check.Condition;
import uk.rubric.syntax.Comparator;

/** Conditions to tests of slots and entries. */
final class ConditionCompiler implements Condition.Visitor<EntryTest> {
  private final OperandCompiler operands;

  ConditionCompiler(OperandCompiler operands) {
    this.operands = operands;
  }

  @Override
  public EntryTest allOf(Condition.AllOf condition) {
    EntryTest[] parts = parts(condition.parts());
    return (row, entries, index) -> {
      for (EntryTest part : parts) {
        if (!part.holds(row, entries, index)) {
          return false;
        }
      }
      return true;
    };
  }

  @Override
  public EntryTest anyOf(Condition.AnyOf condition) {
    EntryTest[] parts = parts(condition.parts());
    return (row, entries, index) -> {
      for (EntryTest part : parts) {
        if (part.holds(row, entries, index)) {
          return true;
        }
      }
      return false;
    };
  }

  private EntryTest[] parts(List<Condition> parts) {
    return parts.stream().map(part -> part.accept(this)).toArray(EntryTest[]::new);
  }

  @Override
  public EntryTest presence(Condition.Presence condition) {
    Term subject = condition.subject().accept(operands);
    boolean recorded = condition.recorded();
    return (row, entries, index) -> subject.isRecorded(row, entries, index) == recorded;
  }

  @Override
  public EntryTest comparison(Condition.Comparison condition) {
    Term left = condition.left().accept(operands);
    Term right = condition.right().accept(operands);
    Relation relation = relation(condition.comparator());
    if (left instanceof Term.OfNumber first && right instanceof Term.OfNumber second) {
      return numbers(first, relation, second);
    }
    if (left instanceof Term.OfValue first && right instanceof Term.OfValue second) {
      return values(first, relation, second);
    }
    throw new IllegalArgumentException("sides of two types at " + condition.span());
  }

  // Language, meaning 2: a comparison with something not recorded is false, whichever comparison it is.

  private static EntryTest numbers(Term.OfNumber left, Relation relation, Term.OfNumber right) {
    return (row, entries, index) -> {
      int first = left.get(row, entries, index);
      int second = right.get(row, entries, index);
      return first != MISSING && second != MISSING && relation.holds(first, second);
    };
  }

  private static EntryTest values(Term.OfValue left, Relation relation, Term.OfValue right) {
    return (row, entries, index) -> {
      BigDecimal first = left.get(row, entries, index);
      BigDecimal second = right.get(row, entries, index);
      return first != null && second != null && relation.holds(first.compareTo(second), 0);
    };
  }

  @FunctionalInterface
  private interface Relation {
    boolean holds(int left, int right);
  }

  private static Relation relation(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> (left, right) -> left == right;
      case NOT_EQUAL -> (left, right) -> left != right;
      case LESS -> (left, right) -> left < right;
      case AT_MOST -> (left, right) -> left <= right;
      case MORE -> (left, right) -> left > right;
      case AT_LEAST -> (left, right) -> left >= right;
    };
  }
}
