package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A stretch of plain English some words of which lead to what they name. Immutable. */
record Words(List<Word> list) {
  Words {
    list = List.copyOf(list);
  }

  /** Some text, and where it leads. */
  record Word(String text, Optional<Place> place) {}

  static Words of(String text) {
    return new Words(List.of(new Word(text, Optional.empty())));
  }

  static Words link(String text, Optional<Place> place) {
    return new Words(List.of(new Word(text, place)));
  }

  Words plus(String text) {
    return plus(of(text));
  }

  Words plus(Words more) {
    List<Word> all = new ArrayList<>(list);
    all.addAll(more.list);
    return new Words(all);
  }

  /** {@code A, B and C}. */
  static Words series(List<Words> parts, String last) {
    Words all = parts.get(0);
    for (int i = 1; i < parts.size(); i++) {
      all = all.plus(i == parts.size() - 1 ? " " + last + " " : ", ").plus(parts.get(i));
    }
    return all;
  }

  String plain() {
    return list.stream().map(Word::text).collect(Collectors.joining());
  }

  Html html(String page) {
    return Html.together(list.stream()
        .map(word -> word.place().<Html>map(place -> Html.element("a", word.text()).with("href", place.href(page)))
            .orElse(Html.text(word.text())))
        .toList());
  }
}
