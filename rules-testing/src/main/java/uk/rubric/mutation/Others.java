package uk.rubric.mutation;

import java.util.List;
import java.util.Optional;

/** Another of things of one kind. */
final class Others {
  private Others() {}

  /** The one after it, the first after the last; empty when there is no other. */
  static Optional<String> after(List<String> all, String one) {
    int at = all.indexOf(one);
    return at < 0 || all.size() < 2 ? Optional.empty() : Optional.of(all.get((at + 1) % all.size()));
  }
}
