package uk.rubric.imports;

/**
 * A row of a table of rules, with what it is a rule of.
 *
 * @param output the register, cohort or indicator, with the place where it is said
 * @param section {@code register}, {@code cohort}, {@code denominator} or {@code numerator}
 * @param position from 1 within its table: the number where the table leaves it blank
 */
record PublishedRule(Cell output, String section, int position, Row row) {}
