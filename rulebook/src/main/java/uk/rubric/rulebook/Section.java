package uk.rubric.rulebook;

import java.util.List;
import java.util.Optional;

/** A part of a page with a heading of the second level; left out when it has no content. */
record Section(String id, String title, Optional<Html> content) {
  Html html() {
    return Html.element("section", Html.element("h2", title).id(id + "-title"), content.orElse(Html.none()))
        .id(id).with("aria-labelledby", id + "-title");
  }

  static Html contents(List<Section> sections) {
    List<Html> items = sections.stream().<Html>map(section ->
        Html.element("li", Html.element("a", section.title()).with("href", "#" + section.id()))).toList();
    return Html.element("nav", Html.element("ul", Html.together(items))).css("contents")
        .with("aria-label", "On this page");
  }
}
