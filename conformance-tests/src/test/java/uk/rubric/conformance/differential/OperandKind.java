package uk.rubric.conformance.differential;

import uk.rubric.check.Operand;

/** An operand in one or two words. */
final class OperandKind implements Operand.Visitor<String> {
  static String of(Operand operand) {
    return operand.accept(new OperandKind());
  }

  @Override
  public String field(Operand.Field operand) {
    return "field";
  }

  @Override
  public String day(Operand.Day operand) {
    return "day";
  }

  @Override
  public String fixedDay(Operand.FixedDay operand) {
    return "day";
  }

  @Override
  public String number(Operand.Number operand) {
    return "number";
  }

  @Override
  public String years(Operand.Years operand) {
    return "years";
  }

  @Override
  public String shifted(Operand.Shifted operand) {
    return "moved " + operand.base().accept(this);
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
  public String element(Operand.Element operand) {
    return "element";
  }
}
