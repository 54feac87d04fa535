/**
 * Syntax trees to {@link uk.rubric.check.CheckedRules}: names resolved, types known, flow proved. The promise of a
 * checked rule set is that nothing later fails because of the rules. Knows no code, no patient and no file system.
 */
package uk.rubric.check;
