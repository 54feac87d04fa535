package uk.rubric.extract.plain;

import static uk.rubric.extract.plain.Column.ANSWER;
import static uk.rubric.extract.plain.Column.CODE;
import static uk.rubric.extract.plain.Column.DATE;
import static uk.rubric.extract.plain.Column.DATE_OF_BIRTH;
import static uk.rubric.extract.plain.Column.DATE_OF_DEATH;
import static uk.rubric.extract.plain.Column.END_DATE;
import static uk.rubric.extract.plain.Column.ENTERED;
import static uk.rubric.extract.plain.Column.EPISODE;
import static uk.rubric.extract.plain.Column.EVENT_ID;
import static uk.rubric.extract.plain.Column.ICB_CODE;
import static uk.rubric.extract.plain.Column.ITEM;
import static uk.rubric.extract.plain.Column.LEVEL;
import static uk.rubric.extract.plain.Column.LIST_SIZE;
import static uk.rubric.extract.plain.Column.MEASURE;
import static uk.rubric.extract.plain.Column.NAME;
import static uk.rubric.extract.plain.Column.ORG_CODE;
import static uk.rubric.extract.plain.Column.OUTPUT;
import static uk.rubric.extract.plain.Column.PARENT_ID;
import static uk.rubric.extract.plain.Column.PATIENT_ID;
import static uk.rubric.extract.plain.Column.PCN_CODE;
import static uk.rubric.extract.plain.Column.PRACTICE_CODE;
import static uk.rubric.extract.plain.Column.SEX;
import static uk.rubric.extract.plain.Column.START_DATE;
import static uk.rubric.extract.plain.Column.TYPE;
import static uk.rubric.extract.plain.Column.UNIT;
import static uk.rubric.extract.plain.Column.VALUE;
import static uk.rubric.extract.plain.Column.WEIGHTED_LIST;

import java.util.EnumSet;
import java.util.Set;

/** The files of the plain extract and their columns, in the order in which they are read and hashed. */
enum Layout {
  PATIENTS(true, EnumSet.of(PATIENT_ID, DATE_OF_BIRTH, SEX), EnumSet.of(DATE_OF_DEATH)),
  REGISTRATIONS(true, EnumSet.of(PATIENT_ID, PRACTICE_CODE, START_DATE, END_DATE), EnumSet.of(TYPE)),
  PRACTICES(
      false, EnumSet.of(PRACTICE_CODE), EnumSet.of(NAME, LIST_SIZE, WEIGHTED_LIST, PCN_CODE, ICB_CODE)),
  EVENTS(
      true, EnumSet.of(PATIENT_ID, DATE, CODE, VALUE), EnumSet.of(UNIT, EVENT_ID, PARENT_ID, ENTERED, EPISODE)),
  EVIDENCE(false, EnumSet.of(LEVEL, ORG_CODE, ITEM, DATE, ANSWER), EnumSet.noneOf(Column.class)),
  HISTORY(false, EnumSet.of(PRACTICE_CODE, Column.YEAR, OUTPUT, MEASURE, VALUE), EnumSet.noneOf(Column.class));

  private final boolean required;
  private final Set<Column> requiredColumns;
  private final Set<Column> optionalColumns;

  Layout(boolean required, Set<Column> requiredColumns, Set<Column> optionalColumns) {
    this.required = required;
    this.requiredColumns = requiredColumns;
    this.optionalColumns = optionalColumns;
  }

  /** What messages call the file, however it is stored. */
  String file() {
    return Packing.NONE.name(this);
  }

  /** The start of the file's name. */
  String table() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  boolean isRequired() {
    return required;
  }

  Set<Column> requiredColumns() {
    return requiredColumns;
  }

  /** Required columns, then the others. */
  Set<Column> columns() {
    Set<Column> all = new java.util.LinkedHashSet<>(requiredColumns);
    all.addAll(optionalColumns);
    return all;
  }
}
