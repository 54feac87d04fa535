/**
 * How a run talks to its caller: what can stop it, and how far it is. Knows nothing of what is run.
 */
package uk.rubric.run;
