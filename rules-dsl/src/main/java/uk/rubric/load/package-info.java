/**
 * Rule files with all that they import. What reads a file is handed in, so that rules may come from anywhere.
 */
package uk.rubric.load;
