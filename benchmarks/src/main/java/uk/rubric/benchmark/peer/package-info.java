/** The same six pieces of work by other means: each program a main class that prints its counts. */
package uk.rubric.benchmark.peer;
