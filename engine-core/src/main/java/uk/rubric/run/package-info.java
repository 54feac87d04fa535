/**
 * One run from plan and patients to result; what a service embeds and the command line calls.
 */
package uk.rubric.run;
