package uk.rubric.check;

import java.util.List;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.source.Span;
import uk.rubric.value.Unit;

/**
 * A field with its type.
 *
 * @param unit of the values; {@link Unit#NONE} for other types and for plain numbers
 */
public record CheckedField(
    FieldId id, Type type, Unit unit, FieldDefinition definition, List<Note> notes, Span span) {
  public CheckedField {
    notes = List.copyOf(notes);
  }

  /** What a field holds; any of them may be not recorded, and an array may be empty. */
  public enum Type {
    DATE,
    VALUE,
    AGE,
    IDENTIFIER,
    /** A set of days. */
    DATES,
    /** At most one value a day. */
    VALUES
  }
}
