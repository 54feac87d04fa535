/**
 * What is wrong, as a value: {@link uk.rubric.diagnostic.Diagnostic} with a stable code, an exact place and help, and
 * the renderers that show it to people and machines. Each pass has its own closed list of codes (a
 * {@link uk.rubric.diagnostic.DiagnosticCode}). Never holds a patient's value.
 */
package uk.rubric.diagnostic;
