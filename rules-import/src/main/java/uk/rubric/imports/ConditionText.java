package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    if (!where && Joined.is(condition)) {
      return joined(Joined.of(condition));
    }
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

  /** A day of the array is called by the array's name; so what asks for no array stays outside. */
  private String joined(Joined joined) throws Unreadable {
    List<String> inside = new ArrayList<>();
    for (Map.Entry<String, List<Condition.Comparison>> array : joined.byArray().entrySet()) {
      List<String> tests = new ArrayList<>();
      for (Condition.Comparison test : array.getValue()) {
        tests.add(element(test.left()) + " " + test.comparator().sign() + " " + element(test.right()));
      }
      String all = String.join(" and ", tests);
      inside.add(array.getKey().equals(joined.pivot()) ? all : "some " + array.getKey() + "[] has (" + all + ")");
    }
    List<String> outside = new ArrayList<>();
    for (Condition other : joined.others()) {
      if (other instanceof Condition.Comparison test && isElement(test.left(), joined.pivot())) {
        inside.add(joined.pivot() + " " + test.comparator().sign() + " " + element(test.right()));
        notes.add("assumed \"" + joined.pivot()
            + " without braces is the day that is looked for: no field has that name\"");
        continue;
      }
      String text = new ConditionText(names, cell, false).of(other);
      outside.add(other instanceof Condition.Junction ? "(" + text + ")" : text);
    }
    notes.add("assumed \"one day of " + joined.pivot()
        + " is looked for which fits a day of each of the other arrays\"");
    outside.add(0, "some " + joined.pivot() + "[] has (" + String.join(" and ", inside) + ")");
    return String.join(" and ", outside);
  }

  private boolean isElement(Operand operand, String pivot) {
    return operand instanceof Operand.Named named && named.shape() == Shape.PLAIN && named.name().equals(pivot)
        && names.field(named).isEmpty();
  }

  private String element(Operand operand) throws Unreadable {
    if (operand instanceof Operand.Named named && named.shape() == Shape.DAYS) {
      names.require(named, cell);
      return named.name();
    } else if (operand instanceof Operand.Shifted shifted) {
      return element(shifted.base()) + " " + shifted.sign() + " " + shifted.amount() + " " + shifted.unit();
    } else if (operand instanceof Operand.Null) {
      throw new Unreadable("an array is asked for `Null`");
    }
    return text(operand);
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
