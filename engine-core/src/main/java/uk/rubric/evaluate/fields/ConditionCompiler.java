package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.util.List;
import java.util.stream.IntStream;
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
    int relation = relation(condition.comparator());
    if (left instanceof Term.OfNumber first && right instanceof Term.OfNumber second) {
      return numbers(first, relation, second);
    }
    if (left instanceof Term.OfValue first && right instanceof Term.OfValue second) {
      return values(first, relation, second);
    }
    throw new IllegalArgumentException("sides of two types at " + condition.span());
  }

  // Language, meaning 2: a comparison with something not recorded is false, whichever comparison it is.

  private static EntryTest numbers(Term.OfNumber left, int relation, Term.OfNumber right) {
    return (row, entries, index) -> {
      int first = left.get(row, entries, index);
      int second = right.get(row, entries, index);
      return first != MISSING && second != MISSING && holds(relation, Integer.compare(first, second));
    };
  }

  private static EntryTest values(Term.OfValue left, int relation, Term.OfValue right) {
    return (row, entries, index) -> {
      long first = left.get(row, entries, index);
      long second = right.get(row, entries, index);
      return first != Decimals.MISSING
          && second != Decimals.MISSING
          && holds(relation, row.decimals().compare(first, second));
    };
  }

  // A comparator as the set of signs for which it holds: this costs neither a branch nor a call.

  private static boolean holds(int relation, int sign) {
    return (relation >> Integer.signum(sign) + 1 & 1) == 1;
  }

  private static int relation(Comparator comparator) {
    return IntStream.rangeClosed(-1, 1).map(sign -> comparator.holds(sign) ? 1 << sign + 1 : 0).sum();
  }

  @Override
  public EntryTest atLeast(Condition.AtLeast condition) {
    throw new IllegalStateException("not built: AtLeast");
  }

  @Override
  public EntryTest noneOf(Condition.NoneOf condition) {
    throw new IllegalStateException("not built: NoneOf");
  }

  @Override
  public EntryTest some(Condition.Some condition) {
    throw new IllegalStateException("not built: Some");
  }

  @Override
  public EntryTest sameEntry(Condition.SameEntry condition) {
    throw new IllegalStateException("not built: SameEntry");
  }

  @Override
  public EntryTest member(Condition.Member condition) {
    throw new IllegalStateException("not built: Member");
  }

  @Override
  public EntryTest oneOf(Condition.OneOf condition) {
    throw new IllegalStateException("not built: OneOf");
  }

  @Override
  public EntryTest answer(Condition.Answer condition) {
    throw new IllegalStateException("not built: Answer");
  }
}
