package uk.rubric.rulebook;

import java.util.Optional;

/**
 * What a rule or field says: {@code Select the patient if …; otherwise go on to rule 3.}
 *
 * @param start up to the condition, or all of it
 * @param condition what it hangs on
 * @param end what follows the condition, with a capital where it is a sentence of its own
 */
record Sentence(Words start, Optional<Said> condition, Words end) {
  static Sentence of(Words words) {
    return new Sentence(words, Optional.empty(), Words.of(""));
  }

  /** Without the list: {@code ; otherwise …} in the sentence, or a sentence behind the list. */
  static Sentence of(Words start, Said condition, Words otherwise) {
    boolean listed = condition instanceof Said.Listed;
    Words end = Words.of(listed ? "Otherwise " : "; otherwise ").plus(otherwise).plus(".");
    return new Sentence(start, Optional.of(condition), end);
  }

  private boolean listed() {
    return condition.filter(Said.Listed.class::isInstance).isPresent();
  }

  String plain() {
    String middle = condition.map(c -> c.plain("  ")).orElse("");
    return start.plain() + middle + (listed() && !end.plain().isEmpty() ? "\n" : "") + end.plain();
  }

  Html html(String page) {
    Html first = Html.together(start.html(page), condition.map(c -> c.html(page)).orElse(Html.none()));
    return listed()
        ? Html.together(Html.element("div", first, end.html(page)).css("reading"))
        : Html.element("p", first, end.html(page)).css("reading");
  }
}
