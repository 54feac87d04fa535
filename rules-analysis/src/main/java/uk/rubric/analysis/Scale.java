package uk.rubric.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.Comparator;

/**
 * Values as whole numbers: so many decimals as the rules write, and three more, so that between any two numbers of
 * the rules there is room for more values than a patient has entries. Values are only compared, never computed with.
 */
record Scale(int decimals) {
  private static final int ROOM = 3;

  static Scale of(List<Subject> subjects) {
    int written =
        subjects.stream()
            .flatMap(subject -> operands(subject.plan()))
            .mapToInt(operand -> operand instanceof Operand.Number number ? number.number().scale() : 0)
            .max()
            .orElse(0);
    return new Scale(Math.max(0, written) + ROOM);
  }

  private static Stream<Operand> operands(Plan plan) {
    Stream<Condition> rules =
        plan.ladders().stream()
            .flatMap(ladder -> ladder.ladder().rules().stream())
            .flatMap(rule -> rule.condition().stream());
    Stream<Condition> wheres = plan.fields().stream().map(CheckedField::definition).flatMap(Scale::where);
    return Stream.concat(rules, wheres).flatMap(Condition::operands);
  }

  private static Stream<Condition> where(FieldDefinition definition) {
    if (definition instanceof FieldDefinition.Pick pick) {
      return pick.where().stream();
    }
    if (definition instanceof FieldDefinition.AllDays all) {
      return all.selection().where().stream();
    }
    if (definition instanceof FieldDefinition.Conditional conditional) {
      Condition operands = new Condition.Comparison(
          conditional.whenTrue(), Comparator.EQUAL, conditional.whenFalse(), conditional.condition().span());
      return Stream.of(conditional.condition(), operands);
    }
    return definition instanceof FieldDefinition.Whether whether ? Stream.of(whether.condition()) : Stream.empty();
  }

  /** How many different values of one patient fit between two numbers of the rules. */
  int room() {
    return 999;
  }

  long whole(BigDecimal number) {
    try {
      return number.movePointRight(decimals).longValueExact();
    } catch (ArithmeticException e) {
      throw new Unsupported("a number is too large");
    }
  }

  BigDecimal number(long whole) {
    BigDecimal number = BigDecimal.valueOf(whole, decimals).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }
}
