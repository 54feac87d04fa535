package uk.rubric.conformance.differential;

import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.evaluate.PatientView;
import uk.rubric.plan.Plan;
import uk.rubric.value.DateUnit;

/** Counts how the conditions of a field's {@code where} come out, and gives the form of the field in words. */
final class FieldMeter implements FieldDefinition.Visitor<String> {
  private static final PatientView.Decided NOTHING = population -> Optional.empty();

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
    return form.unit() == DateUnit.MONTHS ? "age in months at" : "age at";
  }

  @Override
  public String pick(FieldDefinition.Pick form) {
    return (form.latest() ? "latest " : "earliest ") + picked(form.source(), form.where());
  }

  @Override
  public String allDays(FieldDefinition.AllDays form) {
    String spaced = form.selection().spacing().isPresent() ? " spaced" : "";
    String choice = form.selection().keep().map(k -> k.latest() ? "latest few " : "earliest few ").orElse("all ");
    met.count("field " + choice.strip() + spaced);
    return "all " + picked(form.selection().source(), form.selection().where());
  }

  private String picked(Source source, Optional<Condition> where) {
    where.ifPresent(condition -> patient.entries(source).forEach(
        entry -> condition.accept(new ConditionMeter(met, plan, patient, Optional.of(entry), NOTHING))));
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
    boolean dates = plan.field(form.fields().get(0)).type() == CheckedField.Type.DATE;
    return form.greatest() ? (dates ? "latest of" : "highest of") : dates ? "earliest of" : "lowest of";
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
    String spaced = form.selection().spacing().isPresent() ? " spaced" : "";
    return "count " + (form.entries() ? "entries " : "") + picked(form.selection().source(), form.selection().where())
        + spaced;
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
