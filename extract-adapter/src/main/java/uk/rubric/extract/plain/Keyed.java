package uk.rubric.extract.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Rows of which each describes one thing under its key. Rows that say the same count once. Where two say different
 * things nobody can tell which is right, and where one cannot be read nobody can tell what it would have said: the key
 * is then set aside as a whole.
 */
final class Keyed<T> {
  private static final class Entry<T> {
    private T data;
    private boolean spoiled;
    private final List<Long> lines = new ArrayList<>(1);

    private void add(T more, long line) {
      spoiled |= data != null && !data.equals(more);
      data = data == null ? more : data;
      lines.add(line);
    }
  }

  private final Map<String, Entry<T>> entries = new HashMap<>();

  /** A row that could be read. */
  void add(String key, T data, long line) {
    entries.computeIfAbsent(key, k -> new Entry<>()).add(data, line);
  }

  /** A row of this key that could not be read, and was counted. */
  void spoil(String key) {
    entries.computeIfAbsent(key, k -> new Entry<>()).spoiled = true;
  }

  /** Told the lines of rows that are set aside with their key, and of rows that repeat an earlier one. */
  void settle(LongConsumer setAside, LongConsumer repeated) {
    for (Entry<T> entry : entries.values()) {
      if (entry.spoiled) {
        entry.lines.forEach(setAside::accept);
      } else {
        entry.lines.stream().skip(1).forEach(repeated::accept);
      }
    }
  }

  boolean contains(String key) {
    return entries.containsKey(key);
  }

  /** What stands under the key; nothing when it is not there or set aside. */
  Optional<T> find(String key) {
    Entry<T> entry = entries.get(key);
    return entry == null || entry.spoiled ? Optional.empty() : Optional.of(entry.data);
  }

  /** The line of the first row of a key that {@link #find} finds. */
  long line(String key) {
    return entries.get(key).lines.get(0);
  }

  /** The keys that {@link #find} finds, in no particular order. */
  Stream<String> keys() {
    return entries.entrySet().stream().filter(entry -> !entry.getValue().spoiled).map(Map.Entry::getKey);
  }
}
