/**
 * Documents cannot lie: what the pages of {@code docs} show is checked, planned, read and run, and what they list is
 * all there is.
 */
package uk.rubric.conformance.docs;
