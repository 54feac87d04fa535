package uk.rubric.evaluate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.PatientView.Decided;
import uk.rubric.syntax.LadderNode.ActionKind;

/** Conditions and operands, asked of the patient and, within a {@code where}, of one entry. */
final class Question implements Condition.Visitor<Boolean>, Operand.Visitor<Optional<Comparable<?>>> {
  private final PatientView view;
  private final Optional<Entry> entry;
  private final Map<Operand.Bound, Comparable<?>> looked;
  private final Decided decided;

  /** @param looked the entries of arrays that are looked at */
  Question(PatientView view, Optional<Entry> entry, Map<Operand.Bound, Comparable<?>> looked, Decided decided) {
    this.view = view;
    this.entry = entry;
    this.looked = looked;
    this.decided = decided;
  }

  @Override
  public Boolean allOf(Condition.AllOf condition) {
    return condition.parts().stream().allMatch(part -> part.accept(this));
  }

  @Override
  public Boolean anyOf(Condition.AnyOf condition) {
    return condition.parts().stream().anyMatch(part -> part.accept(this));
  }

  @Override
  public Boolean comparison(Condition.Comparison condition) {
    Optional<Comparable<?>> left = condition.left().accept(this);
    Optional<Comparable<?>> right = condition.right().accept(this);
    return left.isPresent()
        && right.isPresent()
        && condition.comparator().holds(compare(left.get(), right.get()));
  }

  @SuppressWarnings("unchecked") // the checker has seen that both sides are of one type
  static int compare(Comparable<?> left, Comparable<?> right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  @Override
  public Boolean presence(Condition.Presence condition) {
    return condition.subject().accept(this).isPresent() == condition.recorded();
  }

  @Override
  public Boolean atLeast(Condition.AtLeast condition) {
    return condition.parts().stream().filter(part -> part.accept(this)).count() >= condition.least();
  }

  @Override
  public Boolean noneOf(Condition.NoneOf condition) {
    return condition.parts().stream().noneMatch(part -> part.accept(this));
  }

  @Override
  public Boolean some(Condition.Some condition) {
    return view.content(condition.entry().array()).elements().stream().anyMatch(element -> {
      Map<Operand.Bound, Comparable<?>> also = new HashMap<>(looked);
      also.put(condition.entry(), element);
      return condition.has().accept(new Question(view, entry, also, decided));
    });
  }

  @Override
  public Boolean sameEntry(Condition.SameEntry condition) {
    Entry own = entry.orElseThrow();
    return view.entries(condition.cluster())
        .filter(other -> other.isLinkedTo(own))
        .anyMatch(other -> condition.has().accept(new Question(view, Optional.of(other), looked, decided)));
  }

  @Override
  public Boolean member(Condition.Member condition) {
    boolean selected = decided.by(condition.population())
        .filter(action -> action.kind() == ActionKind.SELECT)
        .isPresent();
    return selected == condition.in();
  }

  @Override
  public Boolean oneOf(Condition.OneOf condition) {
    return condition.subject().accept(this)
        .map(label -> condition.labels().contains(label) == condition.in())
        .orElse(false);
  }

  @Override
  public Boolean answer(Condition.Answer condition) {
    return condition.subject().accept(this).equals(Optional.of(condition.yes()));
  }

  @Override
  public Optional<Comparable<?>> attained(Operand.Attained operand) {
    return Optional.of(Ages.attained(view.patient().born(), operand.amount(), operand.unit()));
  }

  @Override
  public Optional<Comparable<?>> count(Operand.Count operand) {
    return Optional.of(BigDecimal.valueOf(view.content(operand.array()).elements().size()));
  }

  @Override
  public Optional<Comparable<?>> bound(Operand.Bound operand) {
    return Optional.of(looked.get(operand));
  }

  @Override
  public Optional<Comparable<?>> entryEpisode(Operand.EntryEpisode operand) {
    return entry.flatMap(Entry::event).flatMap(event -> event.detail().episode()).map(Function.identity());
  }

  @Override
  public Optional<Comparable<?>> classification(Operand.Classification operand) {
    return decided.by(operand.id()).flatMap(Ladder.Action::label).map(Function.identity());
  }

  @Override
  public Optional<Comparable<?>> field(Operand.Field operand) {
    return view.content(operand.id()).single();
  }

  @Override
  public Optional<Comparable<?>> day(Operand.Day operand) {
    return view.plan().day(operand.name(), view.patient().practice()).map(day -> day);
  }

  @Override
  public Optional<Comparable<?>> fixedDay(Operand.FixedDay operand) {
    return Optional.of(operand.date());
  }

  @Override
  public Optional<Comparable<?>> number(Operand.Number operand) {
    return Optional.of(operand.number());
  }

  @Override
  public Optional<Comparable<?>> age(Operand.Age operand) {
    return Optional.of(operand.completed());
  }

  @Override
  public Optional<Comparable<?>> shifted(Operand.Shifted operand) {
    return date(operand.base()).map(day -> operand.unit().shift(day, operand.amount()));
  }

  @Override
  public Optional<Comparable<?>> entryDate(Operand.EntryDate operand) {
    return entry.map(Entry::date);
  }

  @Override
  public Optional<Comparable<?>> entryValue(Operand.EntryValue operand) {
    return entry.flatMap(e -> e.value(operand.unit())).map(Function.identity());
  }

  @Override
  public Optional<Comparable<?>> element(Operand.Element operand) {
    Map<LocalDate, BigDecimal> readings = view.content(operand.array()).readings();
    return date(operand.on()).map(readings::get);
  }

  private Optional<LocalDate> date(Operand operand) {
    return operand.accept(this).map(LocalDate.class::cast);
  }
}
