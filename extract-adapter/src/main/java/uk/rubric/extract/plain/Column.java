package uk.rubric.extract.plain;

import java.util.Locale;

/** The columns that some file of the plain extract has. */
enum Column {
  PATIENT_ID, DATE_OF_BIRTH, SEX, DATE_OF_DEATH,
  PRACTICE_CODE, START_DATE, END_DATE, TYPE,
  DATE, CODE, VALUE, UNIT, EVENT_ID, PARENT_ID, ENTERED, EPISODE,
  NAME, LIST_SIZE, WEIGHTED_LIST, PCN_CODE, ICB_CODE,
  LEVEL, ORG_CODE, ITEM, ANSWER,
  YEAR, OUTPUT, MEASURE;

  /** Whether what stands in it names something, and is no amount. */
  boolean isIdentifier() {
    return header().endsWith("_id") || header().endsWith("code");
  }

  /** As the first line of a file spells it. */
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }
}
