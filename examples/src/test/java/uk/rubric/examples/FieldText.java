package uk.rubric.examples;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;

/** Writes the definition of a checked field in the language's own words. */
final class FieldText implements FieldDefinition.Visitor<String> {
  static String of(CheckedField field) {
    return field.definition().accept(new FieldText());
  }

  @Override
  public String patientId(FieldDefinition.PatientId form) {
    return "id of patient";
  }

  @Override
  public String ageAt(FieldDefinition.AgeAt form) {
    return "age at " + ConditionText.of(form.day());
  }

  @Override
  public String pick(FieldDefinition.Pick form) {
    return (form.latest() ? "latest " : "earliest ") + source(form.source()) + where(form.where());
  }

  @Override
  public String allDays(FieldDefinition.AllDays form) {
    return "all " + source(form.selection().source()) + where(form.selection().where());
  }

  private static String source(FieldDefinition.Source source) {
    return source instanceof FieldDefinition.Source.Cluster cluster
        ? cluster.id().name()
        : source.getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  private static String where(Optional<Condition> where) {
    return where.map(condition -> " where " + ConditionText.of(condition)).orElse("");
  }

  @Override
  public String reading(FieldDefinition.Reading form) {
    return value(form.extreme(), form.cluster().name()) + "on " + form.on() + " in " + form.unit();
  }

  @Override
  public String readingOnEach(FieldDefinition.ReadingOnEach form) {
    return value(form.extreme(), form.cluster().name()) + "on each " + form.days() + " in " + form.unit();
  }

  private static String value(Enum<?> extreme, String cluster) {
    return extreme.name().toLowerCase(Locale.ROOT) + " value of " + cluster + " ";
  }

  @Override
  public String extremeOf(FieldDefinition.ExtremeOf form) {
    return (form.greatest() ? "latest of (" : "earliest of (")
        + form.fields().stream().map(Object::toString).collect(Collectors.joining(", "))
        + ")";
  }

  @Override
  public String element(FieldDefinition.Element form) {
    return form.array() + " on " + form.at();
  }

  @Override
  public String sex(FieldDefinition.Sex form) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Sex");
  }

  @Override
  public String allEntries(FieldDefinition.AllEntries form) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: AllEntries");
  }

  @Override
  public String count(FieldDefinition.Count form) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Count");
  }

  @Override
  public String conditional(FieldDefinition.Conditional form) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Conditional");
  }

  @Override
  public String whether(FieldDefinition.Whether form) {
    throw new IllegalArgumentException("the tables of 2021/22 have no such form: Whether");
  }
}
