package uk.rubric.analysis;

import java.util.List;
import uk.rubric.analysis.Slots.Purpose;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.FieldDefinition;

/** How each form of definition gets its content. */
final class SymbolicDefinitions implements FieldDefinition.Visitor<Seen> {
  private final SymbolicView view;
  private final FieldId id;

  SymbolicDefinitions(SymbolicView view, FieldId id) {
    this.view = view;
    this.id = id;
  }

  @Override
  public Seen patientId(FieldDefinition.PatientId form) {
    return new Seen.Identifier(view.solver.truth(true));
  }

  @Override
  public Seen ageAt(FieldDefinition.AgeAt form) {
    Seen.Number day = SymbolicView.number(form.day().accept(Asking.ofPatient(view)));
    Proposition alive = view.solver.atMost(view.patient.born(), day.number());
    return new Seen.Age(view.solver.all(day.recorded(), alive), day.number(), form.unit());
  }

  @Override
  public Seen pick(FieldDefinition.Pick form) {
    return view.pick(id, form);
  }

  @Override
  public Seen allDays(FieldDefinition.AllDays form) {
    throw new IllegalArgumentException("an array has no single content");
  }

  @Override
  public Seen reading(FieldDefinition.Reading form) {
    if (form.extreme().isLastEntered()) {
      throw new Unsupported("the order of entering is not put to the solver yet");
    }
    Proposition recorded = view.content(form.on()).recorded();
    Purpose own = new Purpose(view.side, id, view.slots.day(view.side, form.on()).orElseThrow());
    return view.reading(own, form.extreme(), view.subject.key(form.cluster()), form.unit(), recorded);
  }

  @Override
  public Seen readingOnEach(FieldDefinition.ReadingOnEach form) {
    throw new IllegalArgumentException("an array has no single content");
  }

  @Override
  public Seen extremeOf(FieldDefinition.ExtremeOf form) {
    List<SymbolicView.Choice> choices =
        form.fields().stream()
            .map(field -> SymbolicView.number(view.content(field)))
            .map(seen -> new SymbolicView.Choice(seen.recorded(), seen.number()))
            .toList();
    return view.extreme(form.greatest(), choices);
  }

  @Override
  public Seen sex(FieldDefinition.Sex form) {
    return view.label(view.patient.sexes());
  }

  @Override
  public Seen allEntries(FieldDefinition.AllEntries form) {
    throw new Unsupported("an array of entries is not put to the solver yet");
  }

  @Override
  public Seen count(FieldDefinition.Count form) {
    throw new Unsupported("a count is not put to the solver yet");
  }

  @Override
  public Seen conditional(FieldDefinition.Conditional form) {
    Proposition condition = view.holds(form.condition());
    Asking asking = Asking.ofPatient(view);
    Seen.Number yes = SymbolicView.number(form.whenTrue().accept(asking));
    Seen.Number no = SymbolicView.number(form.whenFalse().accept(asking));
    Whole found = view.solver.newWhole();
    view.solver.state(view.solver.implies(condition, view.solver.equal(found, yes.number())));
    view.solver.state(view.solver.implies(view.solver.not(condition), view.solver.equal(found, no.number())));
    Proposition recorded =
        view.solver.any(
            view.solver.all(condition, yes.recorded()),
            view.solver.all(view.solver.not(condition), no.recorded()));
    return new Seen.Number(recorded, found);
  }

  @Override
  public Seen whether(FieldDefinition.Whether form) {
    return new Seen.Answer(view.solver.truth(true), view.holds(form.condition()));
  }

  @Override
  public Seen element(FieldDefinition.Element form) {
    return view.element(form.array(), form.at());
  }
}
