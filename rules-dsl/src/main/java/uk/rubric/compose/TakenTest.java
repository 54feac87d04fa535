package uk.rubric.compose;

import uk.rubric.syntax.TakeNode;
import uk.rubric.syntax.TestNode;

/**
 * A test that was written for one service and is taken into another.
 *
 * @param test of the other service, with its days moved; its spans lie where it was written
 * @param by the statement that takes it, the last one where several follow each other
 * @param months by which its days were moved altogether; none when they stay
 */
public record TakenTest(TestNode test, TakeNode by, int months) {}
