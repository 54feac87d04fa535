package uk.rubric.conformance.differential;

import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.evaluate.PatientView;
import uk.rubric.plan.Plan;

/** Counts how the conditions of a field's {@code where} come out, and gives the form of the field in words. */
final class FieldMeter implements FieldDefinition.Visitor<String> {
  private final Met met;
  private final Plan plan;
  private final PatientView patient;

  FieldMeter(Met met, Plan plan, PatientView patient) {
    this.met = met;
    this.plan = plan;
    this.patient = patient;
  }

  @Override
  public String patientId(FieldDefinition.PatientId form) {
    return "id of patient";
  }

  @Override
  public String ageAt(FieldDefinition.AgeAt form) {
    return "age at";
  }

  @Override
  public String pick(FieldDefinition.Pick form) {
    return (form.latest() ? "latest " : "earliest ") + picked(form.source(), form.where());
  }

  @Override
  public String allDays(FieldDefinition.AllDays form) {
    return "all " + picked(form.selection().source(), form.selection().where());
  }

  private String picked(Source source, Optional<Condition> where) {
    where.ifPresent(condition -> patient.entries(source).forEach(
        entry -> condition.accept(new ConditionMeter(met, plan, patient, Optional.of(entry)))));
    return source.getClass().getSimpleName().toLowerCase(Locale.ROOT) + (where.isPresent() ? " where" : "");
  }

  @Override
  public String reading(FieldDefinition.Reading form) {
    return form.extreme().name().toLowerCase(Locale.ROOT) + " value on";
  }

  @Override
  public String readingOnEach(FieldDefinition.ReadingOnEach form) {
    return form.extreme().name().toLowerCase(Locale.ROOT) + " value on each";
  }

  @Override
  public String extremeOf(FieldDefinition.ExtremeOf form) {
    return form.greatest() ? "latest of" : "earliest of";
  }

  @Override
  public String element(FieldDefinition.Element form) {
    return "element of an array";
  }

  @Override
  public String sex(FieldDefinition.Sex form) {
    return "sex of patient";
  }

  @Override
  public String allEntries(FieldDefinition.AllEntries form) {
    return "all entries " + picked(form.selection().source(), form.selection().where());
  }

  @Override
  public String count(FieldDefinition.Count form) {
    return "count " + picked(form.selection().source(), form.selection().where());
  }

  @Override
  public String conditional(FieldDefinition.Conditional form) {
    return "if";
  }

  @Override
  public String whether(FieldDefinition.Whether form) {
    return "whether";
  }
}
