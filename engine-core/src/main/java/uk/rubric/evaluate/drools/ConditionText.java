package uk.rubric.evaluate.drools;

import java.util.List;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
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
    return junction("at least " + condition.least() + " of", condition.parts());
  }

  @Override
  public String noneOf(Condition.NoneOf condition) {
    return junction("none", condition.parts());
  }

  @Override
  public String some(Condition.Some condition) {
    return "(some " + condition.entry().accept(this) + " has " + condition.has().accept(this) + ")";
  }

  @Override
  public String sameEntry(Condition.SameEntry condition) {
    return "(some linked " + condition.cluster().ruleset() + "/" + condition.cluster().name() + " has "
        + condition.has().accept(this) + ")";
  }

  @Override
  public String member(Condition.Member condition) {
    return "(" + (condition.in() ? "in " : "not in ") + text(condition.population()) + ")";
  }

  private static String text(PopulationId id) {
    return id.ruleset() + "/" + id.name();
  }

  /** Labels are quoted, and hold no quotation marks themselves. */
  @Override
  public String oneOf(Condition.OneOf condition) {
    return condition.labels().stream().collect(Collectors.joining("\", \"",
        "(" + condition.subject().accept(this) + (condition.in() ? " is one of (\"" : " is none of (\""), "\"))"));
  }

  @Override
  public String answer(Condition.Answer condition) {
    return "(" + condition.subject().accept(this) + " is " + (condition.yes() ? "yes)" : "no)");
  }

  @Override
  public String attained(Operand.Attained operand) {
    return "attained " + operand.amount() + " " + operand.unit();
  }

  @Override
  public String count(Operand.Count operand) {
    return "count of " + text(operand.array());
  }

  @Override
  public String bound(Operand.Bound operand) {
    return "entry " + operand.name() + " of " + text(operand.array());
  }

  @Override
  public String entryEpisode(Operand.EntryEpisode operand) {
    return "entry episode";
  }

  @Override
  public String classification(Operand.Classification operand) {
    return "class " + text(operand.id());
  }
}
