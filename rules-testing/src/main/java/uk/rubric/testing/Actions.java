package uk.rubric.testing;

import java.util.Locale;
import uk.rubric.check.Ladder.Action;

/** Actions as tests write them. */
final class Actions {
  private Actions() {}

  static String words(Action action) {
    return action.kind().name().toLowerCase(Locale.ROOT) + action.reason().map(r -> " as " + r.name()).orElse("")
        + action.label().map(l -> " " + l).orElse("");
  }
}
