/**
 * Who still needs what, by which last day it can still be done and count, and what it is worth: patients whom an
 * evaluator decides again, with an act added on a day, and counts that are paid again, with another achiever.
 */
package uk.rubric.worklist;
