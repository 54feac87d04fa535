package uk.rubric.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.result.SetAside;
import uk.rubric.result.SetAside.Reason;

/**
 * Counts what is wrong with the records of an extract, and keeps the first places of each reason: a million bad lines
 * are one count and a handful of messages. For one thread.
 */
public final class Tally {
  /** How many places of one reason in one file are shown. */
  public static final int PLACES_SHOWN = 5;

  private static final Comparator<Shown> BY_LINE =
      Comparator.comparingLong((Shown shown) -> shown.place().line()).thenComparing(shown -> shown.place().column());

  /** A place with what to do there, if that is more than the reason says of all. */
  private record Shown(Place.InFile place, String help) {
    private Shown behind(long lines) {
      return new Shown(new Place.InFile(place.path(), place.line() + lines, place.column()), help);
    }

    private Diagnostic message(ExtractDiagnostic what) {
      return help.isEmpty() ? what.at(place) : what.at(place).withHelp(help);
    }
  }

  private record Key(String file, ExtractDiagnostic what) {}

  private static final class Count {
    private long times;
    private final PriorityQueue<Shown> places = new PriorityQueue<>(BY_LINE.reversed());

    private void add(long more, Collection<Shown> where) {
      times += more;
      for (Shown place : where) {
        if (places.size() <= PLACES_SHOWN) {
          places.add(place);
        } else if (BY_LINE.compare(place, places.peek()) < 0) {
          places.remove();
          places.add(place);
        }
      }
    }
  }

  private final Map<Key, Count> counts =
      new TreeMap<>(Comparator.comparing(Key::file).thenComparing(key -> key.what().id()));

  /**
   * Counts one occurrence.
   *
   * @param file the file it is counted under, as a reader knows it: {@code events.csv}
   * @param place where it is shown
   */
  public void count(ExtractDiagnostic what, String file, Place.InFile place) {
    count(what, file, place, "");
  }

  /** As {@link #count}, with a help of its own, which holds nothing of a patient. */
  public void count(ExtractDiagnostic what, String file, Place.InFile place, String help) {
    counts.computeIfAbsent(new Key(file, what), key -> new Count()).add(1, List.of(new Shown(place, help)));
  }

  /** Takes over what another has counted, of other records. */
  public void add(Tally other) {
    addBehind(0, other);
  }

  /**
   * As {@link #add}, of records whose lines were numbered before it was known how many stand before them.
   *
   * @param lines how many more
   */
  public void addBehind(long lines, Tally other) {
    other.counts.forEach((key, count) -> counts.computeIfAbsent(key, k -> new Count())
        .add(count.times, count.places.stream().map(place -> place.behind(lines)).toList()));
  }

  /** Counts what has messages of its own, if anything. */
  public void countShown(ExtractDiagnostic what, String file, int times) {
    if (times > 0) {
      counts.computeIfAbsent(new Key(file, what), key -> new Count()).times += times;
    }
  }

  /** Whether nothing has been counted. */
  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** What was set aside so far. */
  public SetAside setAside() {
    long records = counts.entrySet().stream()
        .filter(entry -> entry.getKey().what().setsRecordAside())
        .mapToLong(entry -> entry.getValue().times)
        .sum();
    return new SetAside(
        records, reasons(ExtractDiagnostic::isReason), reasons(ExtractDiagnostic::isCountedOddity));
  }

  private List<Reason> reasons(Predicate<ExtractDiagnostic> which) {
    return counts.entrySet().stream()
        .filter(entry -> which.test(entry.getKey().what()))
        .map(entry -> new Reason(entry.getKey().what().id(), entry.getKey().file(), entry.getValue().times))
        .toList();
  }

  /** By file, then reason: its first places, then how many more there are and where they begin. */
  public List<Diagnostic> messages() {
    List<Diagnostic> messages = new ArrayList<>();
    counts.forEach((key, count) -> {
      List<Shown> places = count.places.stream().sorted(BY_LINE).toList();
      places.stream().limit(PLACES_SHOWN).forEach(place -> messages.add(place.message(key.what())));
      if (places.size() > PLACES_SHOWN) {
        String more = "%d more of the same in this file, from here on".formatted(count.times - PLACES_SHOWN);
        messages.add(Diagnostic.at(places.get(PLACES_SHOWN).place(), key.what(), more));
      }
    });
    return messages;
  }
}
