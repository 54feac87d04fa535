package uk.rubric.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.Entry;
import uk.rubric.evaluate.PatientView;
import uk.rubric.explain.Asked.Element;
import uk.rubric.plan.Plan;
import uk.rubric.value.DateUnit;

/** How a field came by its content, in words, where the name of the field does not say it. */
final class Derivation implements FieldDefinition.Visitor<Optional<String>> {
  private final Plan plan;
  private final PatientView view;
  private final FieldId field;

  private Derivation(Plan plan, PatientView view, FieldId field) {
    this.plan = plan;
    this.view = view;
    this.field = field;
  }

  /** Of a field that holds something, or of an array. */
  static Optional<String> of(Plan plan, PatientView view, FieldId field) {
    return plan.field(field).definition().accept(new Derivation(plan, view, field));
  }

  /** Which days count, and which come too soon after one that does. */
  @Override
  public Optional<String> allDays(FieldDefinition.AllDays form) {
    return days(form.selection());
  }

  private Optional<String> days(Selection selection) {
    List<LocalDate> counting = view.days(selection);
    List<LocalDate> tooSoon = selection.spacing().isEmpty() ? List.of() : tooSoon(selection);
    List<String> told = new ArrayList<>();
    if (!counting.isEmpty()) {
      told.add(list(counting));
    }
    if (!tooSoon.isEmpty()) {
      String apart = Operands.amount(selection.spacing().getAsInt(), DateUnit.DAYS);
      told.add("less than " + apart + " after one that counts: " + list(tooSoon));
    }
    return told.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", told));
  }

  private List<LocalDate> tooSoon(Selection selection) {
    List<LocalDate> spaced = view.spacedDays(selection);
    return view.entries(selection.source(), selection.where()).map(Entry::date).distinct().sorted()
        .filter(day -> !spaced.contains(day)).toList();
  }

  private static String list(List<LocalDate> days) {
    return Contents.list(days.stream().map(LocalDate::toString).toList());
  }

  @Override
  public Optional<String> allEntries(FieldDefinition.AllEntries form) {
    return entries(view.content(field).entries());
  }

  /** Several of one day as such. */
  private static Optional<String> entries(List<LocalDate> days) {
    Map<LocalDate, Integer> times = new LinkedHashMap<>();
    days.stream().sorted().forEach(day -> times.merge(day, 1, Integer::sum));
    List<String> told = times.entrySet().stream()
        .map(day -> day.getKey() + (day.getValue() == 1 ? "" : " (" + day.getValue() + ")"))
        .toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(Contents.list(told));
  }

  @Override
  public Optional<String> count(FieldDefinition.Count form) {
    Selection selection = form.selection();
    return form.entries()
        ? entries(view.entries(selection.source(), selection.where()).map(Entry::date).toList())
        : days(selection);
  }

  @Override
  public Optional<String> readingOnEach(FieldDefinition.ReadingOnEach form) {
    CheckedField array = plan.field(field);
    List<String> told = Element.of(view.content(field)).stream()
        .map(element -> Contents.of(element.seen(), array) + " on " + element.day())
        .toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(Contents.list(told));
  }

  /** When it was entered, where that decides between several. */
  @Override
  public Optional<String> reading(FieldDefinition.Reading form) {
    Optional<LocalDate> day = view.content(form.on()).date();
    if (!form.extreme().isLastEntered() || day.isEmpty()) {
      return Optional.empty();
    }
    return view.counting(form.extreme(), form.cluster(), day.get(), form.unit()).findFirst()
        .map(entry -> entry.entered().map(when -> "entered last, at " + when)
            .orElse("it is not known when any was entered"));
  }

  /** Which of some values it is; of dates the date itself says it. */
  @Override
  public Optional<String> extremeOf(FieldDefinition.ExtremeOf form) {
    if (plan.field(field).type() != Type.VALUE || view.content(field).single().isEmpty()) {
      return Optional.empty();
    }
    return form.fields().stream()
        .filter(id -> view.content(id).single().equals(view.content(field).single()))
        .findFirst()
        .map(Operands::name);
  }

  @Override
  public Optional<String> conditional(FieldDefinition.Conditional form) {
    Condition condition = form.condition();
    boolean held = view.holds(condition);
    Operand branch = held ? form.whenTrue() : form.whenFalse();
    return Optional.of(
        Operands.name(branch) + ", as " + (held ? "" : "not: ") + Findings.written(condition.span()));
  }

  @Override
  public Optional<String> patientId(FieldDefinition.PatientId form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> sex(FieldDefinition.Sex form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> ageAt(FieldDefinition.AgeAt form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> pick(FieldDefinition.Pick form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> element(FieldDefinition.Element form) {
    return Optional.empty();
  }

  /** Told as parts of the question. */
  @Override
  public Optional<String> whether(FieldDefinition.Whether form) {
    return Optional.empty();
  }
}
