/**
 * A patient's entries to field slots in one pass, for the fast evaluator. Written apart from the reference evaluator on
 * purpose: the differential test compares the two.
 *
 * <p>A new form of field is a method of {@code FieldCompiler} that returns a {@code Filler}; a new condition one of
 * {@code ConditionCompiler} that returns an {@code EntryTest}; a new operand one of {@code OperandCompiler} that
 * returns a {@code Term}. What is compiled holds no state: all that belongs to a patient is handed in.
 */
package uk.rubric.evaluate.fields;
