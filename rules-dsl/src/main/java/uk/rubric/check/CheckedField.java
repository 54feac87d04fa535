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
    /** In completed years. */
    AGE,
    /** In completed months. */
    AGE_IN_MONTHS,
    IDENTIFIER,
    /** One of some labels. */
    LABEL,
    /** Yes or no; always known. */
    ANSWER,
    /** A set of days. */
    DATES,
    /** At most one value a day. */
    VALUES,
    /** Entries; two of one day are two. */
    ENTRIES;

    /** Whether a field of the type carries brackets. */
    public boolean isArray() {
      return this == DATES || this == VALUES || this == ENTRIES;
    }
  }
}
