/** What is measured with: made-up extracts of any size, the six pieces of work, and sixty indicators made of them. */
package uk.rubric.benchmark.data;
