package uk.rubric.benchmark.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the extract patient by patient, as a plain Java program does: lines, and pieces of lines. For one thread. */
final class ExtractReader {
  /** @param tenths the value in tenths, or -1 */
  record Event(int day, long code, int tenths) {}

  /** In days since 1970-01-01. */
  record Person(int id, int born, int started, int ended, List<Event> events) {
    boolean isRegistered() {
      return started <= Dates.END && ended > Dates.END;
    }
  }

  /** Takes one patient. */
  interface Taker {
    void take(Person person);
  }

  private final Path extract;
  private final Map<String, LocalDate[]> registrations = new HashMap<>();
  private final Map<String, LocalDate> births = new HashMap<>();

  private ExtractReader(Path extract) {
    this.extract = extract;
  }

  /** Reads everything, and keeps no patient. */
  static void read(Path extract, Taker taker) throws IOException {
    ExtractReader reader = new ExtractReader(extract);
    reader.readPeople();
    reader.readEvents(taker);
  }

  private void readPeople() throws IOException {
    try (var lines = Files.lines(extract.resolve("patients.csv")).skip(1)) {
      lines.map(line -> line.split(",", -1)).forEach(cells -> births.put(cells[0], LocalDate.parse(cells[1])));
    }
    try (var lines = Files.lines(extract.resolve("registrations.csv")).skip(1)) {
      lines.map(line -> line.split(",", -1)).forEach(cells -> registrations.put(
          cells[0],
          new LocalDate[] {LocalDate.parse(cells[2]), cells[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[3])}));
    }
  }

  private void readEvents(Taker taker) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(extract.resolve("events.csv"))) {
      lines.readLine();
      String current = null;
      List<Event> events = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String id = line.substring(0, line.indexOf(','));
        if (!id.equals(current)) {
          take(current, events, taker);
          current = id;
          events = new ArrayList<>();
        }
        events.add(event(line, id.length() + 1));
      }
      take(current, events, taker);
    }
  }

  private static Event event(String line, int at) {
    int day = (int) LocalDate.parse(line.substring(at, at + 10)).toEpochDay();
    int comma = line.indexOf(',', at + 11);
    String value = line.substring(comma + 1);
    int tenths = value.isEmpty() ? -1 : (int) Math.round(Double.parseDouble(value) * 10);
    return new Event(day, Long.parseLong(line, at + 11, comma, 10), tenths);
  }

  private void take(String id, List<Event> events, Taker taker) {
    if (id != null) {
      LocalDate[] registration = registrations.get(id);
      int ended = registration[1].equals(LocalDate.MAX) ? Integer.MAX_VALUE : (int) registration[1].toEpochDay();
      taker.take(new Person(
          Integer.parseInt(id), (int) births.get(id).toEpochDay(), (int) registration[0].toEpochDay(), ended, events));
    }
  }
}
