package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.List;

/** What is known of a thing: a list of terms and what they are. */
final class Facts {
  private final List<Html> items = new ArrayList<>();

  void add(String term, Html description) {
    items.add(Html.element("div", Html.element("dt", term), Html.element("dd", description)));
  }

  /** Nothing when there are none. */
  void links(String term, List<Place> places, String page) {
    if (!places.isEmpty()) {
      add(term, Html.joined(places.stream().map(place -> place.link(page)).toList(), ", "));
    }
  }

  Html html() {
    return Html.element("dl", Html.together(items)).css("facts");
  }
}
