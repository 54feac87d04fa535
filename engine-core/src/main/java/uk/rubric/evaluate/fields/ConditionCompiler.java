package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Condition;
import uk.rubric.check.Labels;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Operand;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.LadderNode.ActionKind;

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
    return anyOf(condition.parts());
  }

  private EntryTest anyOf(List<Condition> conditions) {
    EntryTest[] parts = parts(conditions);
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
    EntryTest[] parts = parts(condition.parts());
    int least = condition.least();
    return (row, entries, index) -> {
      int held = 0;
      for (int i = 0; i < parts.length && held < least; i++) {
        held += parts[i].holds(row, entries, index) ? 1 : 0;
      }
      return held >= least;
    };
  }

  @Override
  public EntryTest noneOf(Condition.NoneOf condition) {
    EntryTest any = anyOf(condition.parts());
    return (row, entries, index) -> !any.holds(row, entries, index);
  }

  @Override
  public EntryTest some(Condition.Some condition) {
    int place = operands.names().newPlace();
    int array = operands.names().plan().slot(condition.entry().array());
    boolean ofValues =
        operands.names().plan().field(condition.entry().array()).type() == CheckedField.Type.VALUES;
    EntryTest has = condition.has().accept(new ConditionCompiler(operands.lookingAt(condition.entry(), place)));
    return (row, entries, index) -> {
      int size = row.size(array);
      for (int i = 0; i < size; i++) {
        row.lookAt(place, ofValues ? row.value(array, i) : row.day(array, i));
        if (has.holds(row, entries, index)) {
          return true;
        }
      }
      return false;
    };
  }

  @Override
  public EntryTest sameEntry(Condition.SameEntry condition) {
    int cluster = operands.names().cluster(condition.cluster());
    EntryTest has = condition.has().accept(this);
    return (row, entries, index) -> {
      Entries others = row.cluster(cluster);
      for (int i = 0; i < others.size(); i++) {
        if (entries.isLinked(index, others, i) && has.holds(row, others, i)) {
          return true;
        }
      }
      return false;
    };
  }

  @Override
  public EntryTest member(Condition.Member condition) {
    PlannedLadder ladder = operands.names().plan().ladder(condition.population());
    boolean[] fits = branches(ladder, action -> action.kind() == ActionKind.SELECT);
    int number = ladder.index();
    boolean in = condition.in();
    return (row, entries, index) -> {
      int branch = row.branch(number);
      return (branch > 0 && fits[branch]) == in;
    };
  }

  /** For each branch of a ladder whether its action is such; that of a ladder that was not asked is not. */
  private static boolean[] branches(PlannedLadder ladder, Predicate<Action> such) {
    boolean[] fits = new boolean[1 + 2 * ladder.ladder().rules().size()];
    for (int branch = 1; branch < fits.length; branch++) {
      fits[branch] = such.test(ladder.action(branch));
    }
    return fits;
  }

  @Override
  public EntryTest oneOf(Condition.OneOf condition) {
    Term.OfNumber subject = operands.number(condition.subject());
    boolean[] fits = fitting(condition);
    return (row, entries, index) -> {
      int label = subject.get(row, entries, index);
      return label != MISSING && fits[label];
    };
  }

  /** By the number that stands for a label. */
  private boolean[] fitting(Condition.OneOf condition) {
    Predicate<String> such = label -> condition.labels().contains(label) == condition.in();
    if (condition.subject() instanceof Operand.Classification classification) {
      return branches(operands.names().plan().ladder(classification.id()),
          action -> action.label().map(such::test).orElse(false));
    }
    List<String> labels = condition.subject() instanceof Operand.EntryEpisode ? Labels.EPISODES : Labels.SEXES;
    boolean[] fits = new boolean[1 + labels.size()];
    for (int i = 0; i < labels.size(); i++) {
      fits[i + 1] = such.test(labels.get(i));
    }
    return fits;
  }

  @Override
  public EntryTest answer(Condition.Answer condition) {
    Term.OfNumber subject = operands.number(condition.subject());
    int wanted = condition.yes() ? 1 : 0;
    return (row, entries, index) -> subject.get(row, entries, index) == wanted;
  }
}
