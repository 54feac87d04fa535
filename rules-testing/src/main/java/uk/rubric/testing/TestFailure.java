package uk.rubric.testing;

import java.util.List;
import uk.rubric.source.Span;

/**
 * An expectation that did not come out.
 *
 * @param place of the expectation
 * @param expected as the test says it
 * @param actual what came out, in the same words
 * @param why lines that tell what decided and the facts it used
 */
public record TestFailure(Span place, String expected, String actual, List<String> why) {
  public TestFailure {
    why = List.copyOf(why);
  }
}
