package uk.rubric.imports;

/** What a column of a published table holds. */
enum Column {
  NUMBER,
  NAME,
  DESCRIPTION,
  CLUSTER,
  CRITERIA,
  REFSET,
  VERSION,
  APPLIED_TO,
  OUTPUT,
  SECTION,
  CONDITION,
  IF_TRUE,
  IF_FALSE,
  VALUE,
  TYPE,
  SCOPE,
  CODE,
  TERM
}
