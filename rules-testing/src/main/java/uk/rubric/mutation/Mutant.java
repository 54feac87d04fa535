package uk.rubric.mutation;

import uk.rubric.source.Span;

/**
 * Rules with one change.
 *
 * @param number from 1, in the order of the files; only changes that check have one
 * @param place where the change stands
 * @param was the part that is changed, on one line
 * @param is the part with the change; empty when it is dropped
 * @param evidence of one killed the title of a test that fails; of a survivor the test that would kill it; else why
 */
public record Mutant(int number, Operator operator, Span place, String was, String is, Fate fate, String evidence) {}
