package uk.rubric.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things of one kind in the order in which they were first met; said twice, they must be the same. */
final class Items {
  private final String what;
  private final Problems problems;
  private final Map<String, Item> items = new LinkedHashMap<>();

  /** @param what in a reader's words, such as {@code field} */
  Items(String what, Problems problems) {
    this.what = what;
    this.problems = problems;
  }

  void add(Item item) {
    Item first = items.get(item.key());
    if (first == null) {
      items.put(item.key(), item);
    } else if (first.text().equals(item.text())) {
      items.put(item.key(), first.with(item));
    } else {
      problems.add(item.origin(), ImportDiagnostic.CONFLICTING_ROWS,
          what + " " + Problems.quote(item.key()) + " is " + Problems.quote(item.text()) + " here and "
              + Problems.quote(first.text()) + " in " + first.origin().path() + ":" + first.origin().line(),
          "leave out the row that does not hold");
    }
  }

  boolean has(String key) {
    return items.containsKey(key);
  }

  Collection<Item> all() {
    return List.copyOf(items.values());
  }

  boolean isEmpty() {
    return items.isEmpty();
  }
}
