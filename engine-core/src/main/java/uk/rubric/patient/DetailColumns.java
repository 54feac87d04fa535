package uk.rubric.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What few rules ask of events. A column takes no room until the first event has something in it, and ends with the
 * last that has; written by {@link PatientBatchBuilder} alone.
 */
final class DetailColumns {
  private long[] enteredSeconds = {};
  private int[] enteredNanos = {};
  private int[] ids = {};
  private int[] parents = {};
  private byte[] episodes = {};
  private List<String> names = new ArrayList<>(0);
  private final Map<String, Integer> numbers = new HashMap<>(0);

  void entered(int event, long second, int nano) {
    int known = enteredSeconds.length;
    if (event >= known) {
      enteredSeconds = Arrays.copyOf(enteredSeconds, room(event));
      Arrays.fill(enteredSeconds, known, enteredSeconds.length, PatientBatch.NOT_ENTERED);
    }
    enteredSeconds[event] = second;
    if (nano != 0) {
      enteredNanos = withRoom(enteredNanos, event);
      enteredNanos[event] = nano;
    }
  }

  void id(int event, String id) {
    ids = withRoom(ids, event);
    ids[event] = number(id);
  }

  void parent(int event, String id) {
    parents = withRoom(parents, event);
    parents[event] = number(id);
  }

  void episode(int event, int label) {
    if (event >= episodes.length) {
      episodes = Arrays.copyOf(episodes, room(event));
    }
    episodes[event] = (byte) label;
  }

  private static int[] withRoom(int[] column, int event) {
    return event < column.length ? column : Arrays.copyOf(column, room(event));
  }

  private static int room(int event) {
    return Math.max(16, 2 * event);
  }

  /** The number of an entry's name: from 1. */
  private int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    names.add(name);
    numbers.put(name, names.size());
    return names.size();
  }

  long enteredSecond(int event) {
    return event < enteredSeconds.length ? enteredSeconds[event] : PatientBatch.NOT_ENTERED;
  }

  int enteredNano(int event) {
    return event < enteredNanos.length ? enteredNanos[event] : 0;
  }

  int id(int event) {
    return event < ids.length ? ids[event] : 0;
  }

  int parent(int event) {
    return event < parents.length ? parents[event] : 0;
  }

  int episode(int event) {
    return event < episodes.length ? episodes[event] : 0;
  }

  /** The name of a number other than 0. */
  String name(int number) {
    return names.get(number - 1);
  }

  void freeze() {
    names = List.copyOf(names);
    numbers.clear();
  }
}
