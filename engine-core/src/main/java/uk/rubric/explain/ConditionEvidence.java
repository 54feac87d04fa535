package uk.rubric.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.Entry;
import uk.rubric.evaluate.PatientView;

/** Cites what makes a condition come out as it does, asked of the patient or, within a {@code where}, of one entry. */
final class ConditionEvidence implements Condition.Visitor<Void>, Operand.Visitor<Void> {
  private final Evidence evidence;
  private final PatientView patient;
  private final Optional<Entry> entry;

  ConditionEvidence(Evidence evidence, PatientView patient, Optional<Entry> entry) {
    this.evidence = evidence;
    this.patient = patient;
    this.entry = entry;
  }

  private boolean holds(Condition condition) {
    return entry.map(e -> patient.holds(condition, e)).orElseGet(() -> patient.holds(condition));
  }

  private Void junction(Condition whole, List<Condition> parts, boolean decidedByOne) {
    Stream<Condition> alike = parts.stream().filter(part -> holds(part) == holds(whole));
    (decidedByOne ? alike.limit(1) : alike).forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void allOf(Condition.AllOf condition) {
    return junction(condition, condition.parts(), !holds(condition));
  }

  @Override
  public Void anyOf(Condition.AnyOf condition) {
    return junction(condition, condition.parts(), holds(condition));
  }

  /** One side that is not recorded makes the comparison false whatever the other is. */
  @Override
  public Void comparison(Condition.Comparison condition) {
    boolean left = patient.value(condition.left(), entry).isPresent();
    boolean right = patient.value(condition.right(), entry).isPresent();
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
    patient.value(operand.on(), entry).ifPresent(day -> evidence.cite(operand.array(), (LocalDate) day));
    return null;
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
  public Void atLeast(Condition.AtLeast condition) {
    throw new IllegalStateException("not built: AtLeast");
  }

  @Override
  public Void noneOf(Condition.NoneOf condition) {
    throw new IllegalStateException("not built: NoneOf");
  }

  @Override
  public Void some(Condition.Some condition) {
    throw new IllegalStateException("not built: Some");
  }

  @Override
  public Void sameEntry(Condition.SameEntry condition) {
    throw new IllegalStateException("not built: SameEntry");
  }

  @Override
  public Void member(Condition.Member condition) {
    throw new IllegalStateException("not built: Member");
  }

  @Override
  public Void oneOf(Condition.OneOf condition) {
    throw new IllegalStateException("not built: OneOf");
  }

  @Override
  public Void answer(Condition.Answer condition) {
    throw new IllegalStateException("not built: Answer");
  }

  @Override
  public Void attained(Operand.Attained operand) {
    throw new IllegalStateException("not built: Attained");
  }

  @Override
  public Void count(Operand.Count operand) {
    throw new IllegalStateException("not built: Count");
  }

  @Override
  public Void bound(Operand.Bound operand) {
    throw new IllegalStateException("not built: Bound");
  }

  @Override
  public Void entryEpisode(Operand.EntryEpisode operand) {
    throw new IllegalStateException("not built: EntryEpisode");
  }

  @Override
  public Void classification(Operand.Classification operand) {
    throw new IllegalStateException("not built: Classification");
  }
}
