package uk.rubric.explain;

import java.util.Locale;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Operand;
import uk.rubric.value.DateUnit;

/** Operands as the rules write them. */
final class Operands implements Operand.Visitor<String> {
  private Operands() {}

  static String name(Operand operand) {
    return operand.accept(new Operands());
  }

  /** Without the indicator or register within which it stands. */
  static String name(FieldId field) {
    String name = field.toString();
    return name.substring(name.indexOf('.') + 1);
  }

  /** {@code 1 month}, {@code 8 months}. */
  static String amount(int amount, DateUnit unit) {
    String units = unit.name().toLowerCase(Locale.ROOT);
    return amount + " " + (amount == 1 ? units.substring(0, units.length() - 1) : units);
  }

  @Override
  public String field(Operand.Field operand) {
    return name(operand.id());
  }

  @Override
  public String day(Operand.Day operand) {
    return operand.name();
  }

  @Override
  public String fixedDay(Operand.FixedDay operand) {
    return operand.date().toString();
  }

  @Override
  public String number(Operand.Number operand) {
    return operand.number().toPlainString();
  }

  @Override
  public String age(Operand.Age operand) {
    return operand.completed() + " years";
  }

  @Override
  public String shifted(Operand.Shifted operand) {
    String sign = operand.amount() < 0 ? " - " : " + ";
    return operand.base().accept(this) + sign + amount(Math.abs(operand.amount()), operand.unit());
  }

  @Override
  public String entryDate(Operand.EntryDate operand) {
    return "date";
  }

  @Override
  public String entryValue(Operand.EntryValue operand) {
    return "value";
  }

  @Override
  public String entryEpisode(Operand.EntryEpisode operand) {
    return "episode";
  }

  @Override
  public String element(Operand.Element operand) {
    return name(operand.array()) + " on " + operand.on().accept(this);
  }

  @Override
  public String attained(Operand.Attained operand) {
    return "age " + amount(operand.amount(), operand.unit());
  }

  @Override
  public String count(Operand.Count operand) {
    return "count of " + name(operand.array());
  }

  @Override
  public String bound(Operand.Bound operand) {
    return operand.name();
  }

  @Override
  public String classification(Operand.Classification operand) {
    return operand.id().toString();
  }
}
