package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.rubric.imports.Operand.Shape;
import uk.rubric.syntax.Comparator;

/** Writes the condition of one cell in the language. */
final class ConditionText {
  private final Names names;
  private final Cell cell;
  private final boolean where;
  private final List<String> notes = new ArrayList<>();

  /** @param where whether it is asked of an entry, as the part of criteria behind {@code WHERE} */
  ConditionText(Names names, Cell cell, boolean where) {
    this.names = names;
    this.cell = cell;
    this.where = where;
  }

  /** What had to be assumed. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  String of(Condition condition) throws Unreadable {
    if (condition instanceof Condition.Junction junction) {
      List<String> parts = new ArrayList<>();
      for (Condition part : junction.parts()) {
        parts.add(part instanceof Condition.Junction ? "(" + of(part) + ")" : of(part));
      }
      return parts.stream().collect(Collectors.joining(junction.and() ? " and " : " or "));
    }
    if (condition instanceof Condition.OwnValue own) {
      return compared("value", own.comparator(), own.right(), Optional.empty());
    }
    Condition.Comparison comparison = (Condition.Comparison) condition;
    return compared(
        side(comparison.left(), age(comparison.right())), comparison.comparator(), comparison.right(),
        age(comparison.left()));
  }

  private String compared(String left, Comparator comparator, Operand right, Optional<PublishedField> age)
      throws Unreadable {
    if (right instanceof Operand.Null) {
      return left + (comparator == Comparator.EQUAL ? " is not recorded" : " is recorded");
    }
    return left + " " + comparator.sign() + " " + side(right, age);
  }

  private Optional<PublishedField> age(Operand operand) {
    return operand instanceof Operand.Named named
        ? names.field(named).filter(PublishedField::isAge)
        : Optional.empty();
  }

  private String side(Operand operand, Optional<PublishedField> age) throws Unreadable {
    if (operand instanceof Operand.Number number && number.unit().isEmpty() && age.isPresent()) {
      if (!age.get().description().contains("year")) {
        notes.add("assumed \"the published rule does not state the unit of the age\"");
      }
      return number.digits() + " years";
    }
    return text(operand);
  }

  /** A date, a field or a number. */
  String text(Operand operand) throws Unreadable {
    if (operand instanceof Operand.Named named) {
      return named(named);
    } else if (operand instanceof Operand.Shifted shifted) {
      return text(shifted.base()) + " " + shifted.sign() + " " + shifted.amount() + " " + shifted.unit();
    } else if (operand instanceof Operand.Number number) {
      return number.digits() + number.unit().map(unit -> " " + unit).orElse("");
    } else if (operand instanceof Operand.Percent percent) {
      return percent.digits() + "%";
    } else if (operand instanceof Operand.FixedDay day) {
      return day.date();
    }
    throw new Unreadable("`Null` stands right of `=` or `≠`");
  }

  private String named(Operand.Named named) throws Unreadable {
    if (named.shape() == Shape.PLAIN) {
      names.require(named, cell);
      return named.name();
    }
    if (!where || named.shape() == Shape.DAYS) {
      throw new Unreadable("an array of the table stands where one " + (where ? "value" : "date or value")
          + " is needed");
    }
    names.require(named, cell);
    return named.name() + "[] on date";
  }
}
