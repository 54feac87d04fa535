package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.source.Span;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.FieldForm.AgeAt;
import uk.rubric.syntax.FieldForm.Choice;
import uk.rubric.syntax.FieldForm.Conditional;
import uk.rubric.syntax.FieldForm.Element;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.syntax.FieldForm.ExtremeOf;
import uk.rubric.syntax.FieldForm.PatientId;
import uk.rubric.syntax.FieldForm.Pick;
import uk.rubric.syntax.FieldForm.Reading;
import uk.rubric.syntax.FieldForm.Sex;
import uk.rubric.syntax.FieldForm.Whether;
import uk.rubric.syntax.Name;

/** Changes of the form of a field; of conditions and numbers in it nothing. */
final class FieldEdits implements FieldForm.Visitor<List<Edit>> {
  private final List<String> picked;
  private final List<String> read;

  /**
   * @param picked the code clusters of which fields of the rule set pick days or entries
   * @param read those of which they read values
   */
  FieldEdits(List<String> picked, List<String> read) {
    this.picked = picked;
    this.read = read;
  }

  @Override
  public List<Edit> pick(Pick form) {
    List<Edit> edits = new ArrayList<>();
    if (form.choice() == Choice.LATEST || form.choice() == Choice.EARLIEST) {
      edits.add(word(Operator.CHOICE, form.span(), form.choice() == Choice.LATEST, "latest", "earliest"));
    }
    form.number().ifPresent(number -> Texts.stepsAway(number.text())
        .forEach(step -> edits.add(new Edit(Operator.QUANTITY, form.span(), number.span(), step))));
    cluster(form.span(), form.source(), picked, edits);
    form.where().ifPresent(where -> edits.add(new Edit(Operator.DROPPED_WHERE, form.span(), where(form), "")));
    return edits;
  }

  private static Span where(Pick form) {
    Span all = form.span();
    int from = form.on().map(on -> on.span().end()).orElse(form.source().span().end());
    int start = Texts.find(all, from, all.end(), "where").start();
    int end = form.spacing().isEmpty() ? all.end()
        : Texts.find(all, form.where().orElseThrow().span().end(), all.end(), "spaced").start();
    return Texts.cut(all, start, end);
  }

  private static Edit word(Operator operator, Span form, boolean isFirst, String first, String second) {
    Span place = Texts.find(form, form.start(), form.end(), isFirst ? first : second);
    return new Edit(operator, form, place, isFirst ? second : first);
  }

  private static void cluster(Span form, Name source, List<String> all, List<Edit> edits) {
    Others.after(all, source.text())
        .ifPresent(other -> edits.add(new Edit(Operator.CLUSTER, form, source.span(), other)));
  }

  @Override
  public List<Edit> reading(Reading form) {
    List<Edit> edits = new ArrayList<>();
    form.extreme().filter(extreme -> extreme != Extreme.LAST_ENTERED).ifPresent(extreme ->
        edits.add(word(Operator.EXTREME, form.span(), extreme.isHighest(), "highest", "lowest")));
    cluster(form.span(), form.cluster(), read, edits);
    return edits;
  }

  @Override
  public List<Edit> extremeOf(ExtremeOf form) {
    List<Edit> edits = new ArrayList<>();
    boolean greatest = form.word().isGreatest();
    edits.add(form.word().isOfDates()
        ? word(Operator.CHOICE, form.span(), greatest, "latest", "earliest")
        : word(Operator.EXTREME, form.span(), greatest, "highest", "lowest"));
    for (int i = 0; i < form.fields().size() && form.fields().size() > 1; i++) {
      edits.add(new Edit(Operator.DROPPED_PART, form.span(), listed(form, i), ""));
    }
    return edits;
  }

  private static Span listed(ExtremeOf form, int field) {
    List<Name> fields = form.fields();
    return field == 0
        ? Texts.cut(form.span(), fields.get(0).span().start(), fields.get(1).span().start())
        : Texts.cut(form.span(), fields.get(field - 1).span().end(), fields.get(field).span().end());
  }

  @Override
  public List<Edit> conditional(Conditional form) {
    Span first = form.whenTrue().span();
    Span second = form.whenFalse().span();
    return List.of(new Edit(Operator.SWAPPED_ACTIONS, form.span(), first.through(second),
        second.text() + first.source().text().substring(first.end(), second.start()) + first.text()));
  }

  @Override
  public List<Edit> patientId(PatientId form) {
    return List.of();
  }

  @Override
  public List<Edit> sex(Sex form) {
    return List.of();
  }

  @Override
  public List<Edit> ageAt(AgeAt form) {
    return List.of();
  }

  @Override
  public List<Edit> element(Element form) {
    return List.of();
  }

  @Override
  public List<Edit> whether(Whether form) {
    return List.of();
  }
}
