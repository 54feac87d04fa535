package uk.rubric.explain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.Entry;
import uk.rubric.explain.Asked.Element;

/** Cites what makes a condition come out as it does, asked of the patient or, within a {@code where}, of one entry. */
final class ConditionEvidence implements Condition.Visitor<Void>, Operand.Visitor<Void> {
  private final Evidence evidence;
  private final Asked asked;

  ConditionEvidence(Evidence evidence, Asked asked) {
    this.evidence = evidence;
    this.asked = asked;
  }

  private Void citeAll(List<Condition> parts) {
    parts.forEach(part -> part.accept(this));
    return null;
  }

  private Void citeFirst(List<Condition> parts, Predicate<Condition> wanted) {
    parts.stream().filter(wanted).limit(1).forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void allOf(Condition.AllOf condition) {
    return asked.holds(condition)
        ? citeAll(condition.parts()) : citeFirst(condition.parts(), part -> !asked.holds(part));
  }

  @Override
  public Void anyOf(Condition.AnyOf condition) {
    return asked.holds(condition) ? citeFirst(condition.parts(), asked::holds) : citeAll(condition.parts());
  }

  @Override
  public Void noneOf(Condition.NoneOf condition) {
    return asked.holds(condition) ? citeAll(condition.parts()) : citeFirst(condition.parts(), asked::holds);
  }

  /** It is told how many held and which, so each part counts, whether enough of them hold or not. */
  @Override
  public Void atLeast(Condition.AtLeast condition) {
    return citeAll(condition.parts());
  }

  /** One side that is not recorded makes the comparison false whatever the other is. */
  @Override
  public Void comparison(Condition.Comparison condition) {
    boolean left = asked.value(condition.left()).isPresent();
    boolean right = asked.value(condition.right()).isPresent();
    if (!left || right) {
      condition.left().accept(this);
    }
    if (left) {
      condition.right().accept(this);
    }
    return null;
  }

  @Override
  public Void presence(Condition.Presence condition) {
    return condition.subject().accept(this);
  }

  /** That an entry satisfies it rests on one that does; that none does, on each day that could be of the array. */
  @Override
  public Void some(Condition.Some condition) {
    List<Element> elements = Element.of(asked.view().content(condition.entry().array()));
    Optional<Element> satisfying =
        elements.stream().filter(e -> asked.lookingAt(condition.entry(), e).holds(condition.has())).findFirst();
    satisfying.ifPresentOrElse(element -> {
      evidence.cite(condition.entry().array(), element.day());
      cite(condition, element);
    }, () -> citeNone(condition, elements));
    return null;
  }

  private void citeNone(Condition.Some condition, List<Element> elements) {
    FieldId array = condition.entry().array();
    Set<LocalDate> days = new HashSet<>();
    elements.stream().filter(element -> days.add(element.day())).forEach(element -> cite(condition, element));
    evidence.possibleDays(array).filter(day -> !days.contains(day)).forEach(day -> evidence.cite(array, day));
  }

  private void cite(Condition.Some condition, Element element) {
    condition.has().accept(new ConditionEvidence(evidence, asked.lookingAt(condition.entry(), element)));
  }

  /** Without a linked entry there is none to satisfy it either. */
  @Override
  public Void sameEntry(Condition.SameEntry condition) {
    FieldId field = asked.field().orElseThrow();
    List<Entry> linked = evidence.entries(new Source.Cluster(condition.cluster()))
        .filter(other -> other.isLinkedTo(asked.entry().orElseThrow()))
        .toList();
    Optional<Entry> satisfying =
        linked.stream().filter(other -> asked.of(field, other).holds(condition.has())).findFirst();
    satisfying.ifPresent(other -> evidence.cite(field, condition.cluster(), other));
    satisfying.stream().forEach(other -> cite(condition, field, other));
    if (satisfying.isEmpty()) {
      linked.forEach(other -> cite(condition, field, other));
    }
    return null;
  }

  private void cite(Condition.SameEntry condition, FieldId field, Entry other) {
    condition.has().accept(new ConditionEvidence(evidence, asked.of(field, other)));
  }

  @Override
  public Void member(Condition.Member condition) {
    return decision(condition.population());
  }

  private Void decision(PopulationId population) {
    evidence.citeDecision(population);
    return null;
  }

  @Override
  public Void oneOf(Condition.OneOf condition) {
    return condition.subject().accept(this);
  }

  @Override
  public Void answer(Condition.Answer condition) {
    return condition.subject().accept(this);
  }

  @Override
  public Void field(Operand.Field operand) {
    evidence.cite(operand.id());
    return null;
  }

  @Override
  public Void shifted(Operand.Shifted operand) {
    return operand.base().accept(this);
  }

  @Override
  public Void element(Operand.Element operand) {
    operand.on().accept(this);
    asked.value(operand.on()).ifPresent(day -> evidence.cite(operand.array(), (LocalDate) day));
    return null;
  }

  @Override
  public Void attained(Operand.Attained operand) {
    evidence.citeBirth(Operands.name(operand));
    return null;
  }

  @Override
  public Void count(Operand.Count operand) {
    evidence.cite(operand.array());
    return null;
  }

  /** The day looked at is what it is; a value was read. */
  @Override
  public Void bound(Operand.Bound operand) {
    Optional.ofNullable(asked.days().get(operand)).ifPresent(day -> evidence.cite(operand.array(), day));
    return null;
  }

  @Override
  public Void classification(Operand.Classification operand) {
    return decision(operand.id());
  }

  @Override
  public Void day(Operand.Day operand) {
    return null;
  }

  @Override
  public Void fixedDay(Operand.FixedDay operand) {
    return null;
  }

  @Override
  public Void number(Operand.Number operand) {
    return null;
  }

  @Override
  public Void age(Operand.Age operand) {
    return null;
  }

  @Override
  public Void entryDate(Operand.EntryDate operand) {
    return null;
  }

  @Override
  public Void entryValue(Operand.EntryValue operand) {
    return null;
  }

  @Override
  public Void entryEpisode(Operand.EntryEpisode operand) {
    return null;
  }
}
