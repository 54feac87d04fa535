package uk.rubric.difference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pairs what has one name in both versions. */
record Items<T>(Map<String, T> old, Map<String, T> fresh) {
  static <T> Items<T> of(List<T> old, List<T> fresh, Function<T, String> name) {
    return new Items<>(byName(old, name), byName(fresh, name));
  }

  private static <T> Map<String, T> byName(List<T> items, Function<T, String> name) {
    return items.stream().collect(Collectors.toMap(name, item -> item, (one, other) -> one));
  }

  void each(Consumer<T> retired, Consumer<T> added, BiConsumer<T, T> both) {
    Set<String> names = new LinkedHashSet<>(old.keySet());
    names.addAll(fresh.keySet());
    names.stream().sorted().forEach(name -> {
      if (!fresh.containsKey(name)) {
        retired.accept(old.get(name));
      } else if (!old.containsKey(name)) {
        added.accept(fresh.get(name));
      } else {
        both.accept(old.get(name), fresh.get(name));
      }
    });
  }
}
