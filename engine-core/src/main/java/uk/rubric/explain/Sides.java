package uk.rubric.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Operand;
import uk.rubric.explain.Explanation.Side;
import uk.rubric.plan.Plan;
import uk.rubric.value.Unit;

/** What an operand names and what that held; nothing for what the rule itself states. */
final class Sides implements Operand.Visitor<List<Side>> {
  private final Plan plan;
  private final Asked asked;
  private final Absence absence;

  Sides(Plan plan, Asked asked, Absence absence) {
    this.plan = plan;
    this.asked = asked;
    this.absence = absence;
  }

  @Override
  public List<Side> field(Operand.Field operand) {
    CheckedField field = plan.field(operand.id());
    Optional<String> content =
        asked.view().content(field.id()).single().map(held -> Contents.of(held, field));
    Optional<String> passedOver = content.isPresent() ? Optional.empty() : absence.of(field.id());
    return List.of(new Side(Operands.name(operand), content.orElse("not recorded"), passedOver,
        Derivation.of(plan, asked.view(), field.id())));
  }

  @Override
  public List<Side> day(Operand.Day operand) {
    return List.of(side(operand, Unit.NONE));
  }

  @Override
  public List<Side> shifted(Operand.Shifted operand) {
    boolean isGiven = operand.base() instanceof Operand.Day || operand.base() instanceof Operand.FixedDay;
    List<Side> sides = new ArrayList<>(isGiven ? List.of() : operand.base().accept(this));
    sides.add(side(operand, Unit.NONE));
    return sides;
  }

  @Override
  public List<Side> element(Operand.Element operand) {
    List<Side> sides = new ArrayList<>(operand.on().accept(this));
    sides.add(side(operand, plan.field(operand.array()).unit()));
    return sides;
  }

  @Override
  public List<Side> attained(Operand.Attained operand) {
    return List.of(side(operand, Unit.NONE));
  }

  @Override
  public List<Side> count(Operand.Count operand) {
    Side count = side(operand, Unit.NONE);
    return List.of(new Side(count.name(), count.content(), noneOf(operand.array()),
        Derivation.of(plan, asked.view(), operand.array())));
  }

  private Optional<String> noneOf(FieldId array) {
    return asked.view().content(array).elements().isEmpty() ? absence.of(array) : Optional.empty();
  }

  @Override
  public List<Side> bound(Operand.Bound operand) {
    return List.of(side(operand, plan.field(operand.array()).unit()));
  }

  @Override
  public List<Side> classification(Operand.Classification operand) {
    return List.of();
  }

  @Override
  public List<Side> fixedDay(Operand.FixedDay operand) {
    return List.of();
  }

  @Override
  public List<Side> number(Operand.Number operand) {
    return List.of();
  }

  @Override
  public List<Side> age(Operand.Age operand) {
    return List.of();
  }

  @Override
  public List<Side> entryDate(Operand.EntryDate operand) {
    return List.of();
  }

  @Override
  public List<Side> entryValue(Operand.EntryValue operand) {
    return List.of();
  }

  @Override
  public List<Side> entryEpisode(Operand.EntryEpisode operand) {
    return List.of();
  }

  private Side side(Operand operand, Unit unit) {
    String content = asked.value(operand).map(held -> Contents.of(held, unit)).orElse("not recorded");
    return new Side(Operands.name(operand), content, Optional.empty(), Optional.empty());
  }
}
