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
  public String age(Operand.Age operand) {
    return "age";
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

  @Override
  public String attained(Operand.Attained operand) {
    return "day of an age";
  }

  @Override
  public String count(Operand.Count operand) {
    return "count";
  }

  @Override
  public String bound(Operand.Bound operand) {
    return "entry of an array";
  }

  @Override
  public String entryEpisode(Operand.EntryEpisode operand) {
    return "episode";
  }

  @Override
  public String classification(Operand.Classification operand) {
    return "classification";
  }
}
