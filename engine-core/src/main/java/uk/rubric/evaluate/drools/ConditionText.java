package uk.rubric.evaluate.drools;

import java.util.List;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;

/**
 * A condition as a text from which it could be read back, places apart: conditions of one text are one condition.
 * Every part is bracketed, and fields carry their rule set, since two rule sets may use one name.
 */
final class ConditionText implements Condition.Visitor<String>, Operand.Visitor<String> {
  private static final ConditionText TEXT = new ConditionText();

  private ConditionText() {}

  static String of(Condition condition) {
    return condition.accept(TEXT);
  }

  @Override
  public String allOf(Condition.AllOf condition) {
    return junction("all", condition.parts());
  }

  @Override
  public String anyOf(Condition.AnyOf condition) {
    return junction("any", condition.parts());
  }

  private String junction(String word, List<Condition> parts) {
    return parts.stream().map(part -> part.accept(this)).collect(Collectors.joining(", ", word + "(", ")"));
  }

  @Override
  public String comparison(Condition.Comparison condition) {
    return "(" + condition.left().accept(this) + " " + condition.comparator().sign() + " "
        + condition.right().accept(this) + ")";
  }

  @Override
  public String presence(Condition.Presence condition) {
    return "(" + condition.subject().accept(this) + (condition.recorded() ? " is" : " is not") + " recorded)";
  }

  @Override
  public String field(Operand.Field operand) {
    return "field " + text(operand.id());
  }

  private static String text(FieldId id) {
    return id.ruleset() + "/" + id;
  }

  @Override
  public String day(Operand.Day operand) {
    return "day " + operand.name();
  }

  @Override
  public String fixedDay(Operand.FixedDay operand) {
    return "date " + operand.date();
  }

  @Override
  public String number(Operand.Number operand) {
    return "number " + operand.number();
  }

  @Override
  public String age(Operand.Age operand) {
    return "age " + operand.completed();
  }

  @Override
  public String shifted(Operand.Shifted operand) {
    return "(" + operand.base().accept(this) + " moved " + operand.amount() + " " + operand.unit() + ")";
  }

  @Override
  public String entryDate(Operand.EntryDate operand) {
    return "entry date";
  }

  @Override
  public String entryValue(Operand.EntryValue operand) {
    return "entry value in (" + operand.unit().map(unit -> unit.text()).orElse("any unit") + ")";
  }

  @Override
  public String element(Operand.Element operand) {
    return "(element " + text(operand.array()) + " on " + operand.on().accept(this) + ")";
  }

  @Override
  public String atLeast(Condition.AtLeast condition) {
    throw new IllegalStateException("not built: AtLeast");
  }

  @Override
  public String noneOf(Condition.NoneOf condition) {
    throw new IllegalStateException("not built: NoneOf");
  }

  @Override
  public String some(Condition.Some condition) {
    throw new IllegalStateException("not built: Some");
  }

  @Override
  public String sameEntry(Condition.SameEntry condition) {
    throw new IllegalStateException("not built: SameEntry");
  }

  @Override
  public String member(Condition.Member condition) {
    throw new IllegalStateException("not built: Member");
  }

  @Override
  public String oneOf(Condition.OneOf condition) {
    throw new IllegalStateException("not built: OneOf");
  }

  @Override
  public String answer(Condition.Answer condition) {
    throw new IllegalStateException("not built: Answer");
  }

  @Override
  public String attained(Operand.Attained operand) {
    throw new IllegalStateException("not built: Attained");
  }

  @Override
  public String count(Operand.Count operand) {
    throw new IllegalStateException("not built: Count");
  }

  @Override
  public String bound(Operand.Bound operand) {
    throw new IllegalStateException("not built: Bound");
  }

  @Override
  public String entryEpisode(Operand.EntryEpisode operand) {
    throw new IllegalStateException("not built: EntryEpisode");
  }

  @Override
  public String classification(Operand.Classification operand) {
    throw new IllegalStateException("not built: Classification");
  }
}
