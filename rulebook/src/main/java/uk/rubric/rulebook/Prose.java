package uk.rubric.rulebook;

import java.util.Arrays;
import java.util.Optional;

/** Text of the file's comments: a blank line parts paragraphs. */
final class Prose {
  private Prose() {}

  static Html of(Optional<String> text) {
    return text.<Html>map(t -> Html.together(Arrays.stream(t.split("\n\\s*\n"))
        .filter(p -> !p.isBlank())
        .map(p -> Html.element("p", p.replace('\n', ' ')).css("doc")).toList())).orElse(Html.none());
  }
}
