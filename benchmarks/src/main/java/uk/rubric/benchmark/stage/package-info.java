/** JMH: what each stage of a run costs by itself. */
package uk.rubric.benchmark.stage;
