/**
 * The {@code rubric} command: one class a command, no logic of its own. Results go to standard output, everything else
 * to standard error. Exit codes: 0 done, 1 could not run, 2 the rule text is invalid, 3 ran, but something was set
 * aside.
 */
package uk.rubric.cli;
