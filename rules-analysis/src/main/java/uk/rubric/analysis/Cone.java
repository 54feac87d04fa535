package uk.rubric.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.plan.PlannedLadder;

/**
 * What a question depends on, for each side: the ladders that it asks, with their parents, and the fields of their
 * conditions, with those that these need. Nothing else can change its answer.
 */
final class Cone implements Question.Visitor<Void> {
  private final List<Subject> subjects;
  private final List<Set<Integer>> ladders = new ArrayList<>();
  private final List<Set<FieldId>> fields = new ArrayList<>();
  private final List<Set<Condition>> conditions = new ArrayList<>();

  private Cone(List<Subject> subjects) {
    this.subjects = subjects;
    subjects.forEach(subject -> {
      ladders.add(new TreeSet<>());
      fields.add(new LinkedHashSet<>());
      conditions.add(new LinkedHashSet<>());
    });
  }

  static Cone of(List<Subject> subjects, Question question) {
    Cone cone = new Cone(subjects);
    question.accept(cone);
    return cone;
  }

  /** In the order of the plan. */
  List<CheckedField> fields(int side) {
    return subjects.get(side).plan().fields().stream().filter(f -> fields.get(side).contains(f.id())).toList();
  }

  /** Of rules. */
  Set<Condition> conditions(int side) {
    return conditions.get(side);
  }

  private void add(int side, int index) {
    if (ladders.get(side).add(index)) {
      PlannedLadder ladder = subjects.get(side).plan().ladders().get(index);
      ladder.parent().ifPresent(parent -> add(side, parent));
      ladder.needs().forEach(needed -> add(side, needed));
      for (Rule rule : ladder.ladder().rules()) {
        rule.condition().ifPresent(condition -> add(side, condition));
      }
    }
  }

  private void add(int side, Condition condition) {
    if (conditions.get(side).add(condition)) {
      condition.operands().flatMap(Operand::fields).forEach(field -> add(side, field));
      condition.populations().forEach(population -> add(side, subjects.get(side).plan().ladder(population).index()));
    }
  }

  private void add(int side, FieldId field) {
    if (!subjects.get(side).plan().isOfPatient(field)) {
      throw new Unsupported("a field of each entry is not put to the solver yet");
    }
    if (fields.get(side).add(field)) {
      subjects.get(side).plan().field(field).definition().references().forEach(other -> add(side, other));
    }
  }

  @Override
  public Void asked(Question.Asked question) {
    add(question.side(), question.ladder());
    return null;
  }

  @Override
  public Void reaches(Question.Reaches question) {
    add(question.side(), question.ladder());
    return null;
  }

  @Override
  public Void takes(Question.Takes question) {
    add(question.side(), question.ladder());
    return null;
  }

  @Override
  public Void holds(Question.Holds question) {
    add(question.side(), question.condition());
    return null;
  }

  @Override
  public Void recorded(Question.Recorded question) {
    add(question.side(), question.field());
    return null;
  }

  @Override
  public Void differ(Question.Differ question) {
    add(0, question.first().index());
    add(1, question.second().index());
    return null;
  }

  @Override
  public Void allOf(Question.AllOf question) {
    question.parts().forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void anyOf(Question.AnyOf question) {
    question.parts().forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void not(Question.Not question) {
    return question.part().accept(this);
  }

  /** Whether whatever depends on the other alone depends on no more than this. */
  boolean covers(Cone other) {
    for (int side = 0; side < fields.size(); side++) {
      if (!fields.get(side).containsAll(other.fields.get(side))
          || !elements(side).containsAll(other.elements(side))
          || !somes(side).containsAll(other.somes(side))) {
        return false;
      }
    }
    return true;
  }

  private Set<Operand> elements(int side) {
    return conditions.get(side).stream()
        .flatMap(Condition::operands)
        .filter(operand -> operand instanceof Operand.Element || operand instanceof Operand.Bound)
        .collect(Collectors.toSet());
  }

  // Each has a day of its own in what is proved, also where two are written in the same words.
  private Set<Condition.Some> somes(int side) {
    return conditions.get(side).stream().flatMap(Somes::of).collect(Collectors.toSet());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cone that && fields.equals(that.fields) && conditions.equals(that.conditions);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }
}
