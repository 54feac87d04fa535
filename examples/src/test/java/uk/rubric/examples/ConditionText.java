package uk.rubric.examples;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;

/**
 * Writes a checked condition in the language's own words, with no bracket that is not needed. What a comparison of text
 * with text would hide, a bracket read wrongly, shows here.
 */
final class ConditionText implements Condition.Visitor<String>, Operand.Visitor<String> {
  static String of(Condition condition) {
    return condition.accept(new ConditionText());
  }

  static String of(Operand operand) {
    return operand.accept(new ConditionText());
  }

  @Override
  public String allOf(Condition.AllOf condition) {
    return joined(condition.parts(), " and ");
  }

  @Override
  public String anyOf(Condition.AnyOf condition) {
    return joined(condition.parts(), " or ");
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream().map(this::bracketed).collect(Collectors.joining(word));
  }

  private String bracketed(Condition part) {
    boolean several = part instanceof Condition.AllOf || part instanceof Condition.AnyOf;
    return several ? "(" + part.accept(this) + ")" : part.accept(this);
  }

  @Override
  public String comparison(Condition.Comparison condition) {
    return of(condition.left()) + " " + condition.comparator().sign() + " " + of(condition.right());
  }

  @Override
  public String presence(Condition.Presence condition) {
    return of(condition.subject()) + (condition.recorded() ? " is recorded" : " is not recorded");
  }

  @Override
  public String field(Operand.Field operand) {
    return operand.id().toString();
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
    return operand.number().stripTrailingZeros().toPlainString();
  }

  @Override
  public String age(Operand.Age operand) {
    return operand.completed() + " years";
  }

  @Override
  public String shifted(Operand.Shifted operand) {
    String sign = operand.amount() < 0 ? " - " : " + ";
    String unit = operand.unit().name().toLowerCase(Locale.ROOT);
    return of(operand.base()) + sign + Math.abs(operand.amount()) + " " + unit;
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
    return operand.array() + " on " + of(operand.on());
  }

  @Override
  public String atLeast(Condition.AtLeast condition) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: AtLeast");
  }

  @Override
  public String noneOf(Condition.NoneOf condition) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: NoneOf");
  }

  @Override
  public String some(Condition.Some condition) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Some");
  }

  @Override
  public String sameEntry(Condition.SameEntry condition) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: SameEntry");
  }

  @Override
  public String member(Condition.Member condition) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Member");
  }

  @Override
  public String oneOf(Condition.OneOf condition) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: OneOf");
  }

  @Override
  public String answer(Condition.Answer condition) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Answer");
  }

  @Override
  public String attained(Operand.Attained operand) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Attained");
  }

  @Override
  public String count(Operand.Count operand) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Count");
  }

  @Override
  public String bound(Operand.Bound operand) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Bound");
  }

  @Override
  public String entryEpisode(Operand.EntryEpisode operand) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: EntryEpisode");
  }

  @Override
  public String classification(Operand.Classification operand) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Classification");
  }
}
