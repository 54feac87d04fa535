/** Runs the programs one after the other, sees that they count the same, and writes the page of figures. */
package uk.rubric.benchmark.compare;
