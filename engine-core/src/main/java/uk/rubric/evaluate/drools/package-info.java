/**
 * The evaluator that runs by default: ladders as mutually exclusive Drools rules over field slots. The only package
 * that knows Drools.
 */
package uk.rubric.evaluate.drools;
