package uk.rubric.analysis;

import java.util.stream.Stream;
import uk.rubric.check.Condition;

/** Questions on single entries of arrays within a condition, those that are not within another. */
final class Somes {
  private Somes() {}

  static Stream<Condition.Some> of(Condition condition) {
    if (condition instanceof Condition.Some some) {
      return Stream.of(some);
    }
    if (condition instanceof Condition.AllOf all) {
      return all.parts().stream().flatMap(Somes::of);
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.parts().stream().flatMap(Somes::of);
    }
    if (condition instanceof Condition.NoneOf none) {
      return none.parts().stream().flatMap(Somes::of);
    }
    return condition instanceof Condition.AtLeast least ? least.parts().stream().flatMap(Somes::of) : Stream.empty();
  }
}
