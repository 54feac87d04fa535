package uk.rubric.benchmark.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Birth and registration by the number of the patient, in days since 1970-01-01. Immutable. */
final class HandWrittenPeople {
  static final int NO_DAY = Integer.MAX_VALUE;

  private int[] born = new int[1 << 16];
  private int[] started = new int[1 << 16];
  private int[] ended = new int[1 << 16];
  private int last;

  private HandWrittenPeople() {}

  static HandWrittenPeople read(Path extract) throws IOException {
    HandWrittenPeople people = new HandWrittenPeople();
    people.readBirths(Files.readAllBytes(extract.resolve("patients.csv")));
    people.readRegistrations(Files.readAllBytes(extract.resolve("registrations.csv")));
    return people;
  }

  private void readBirths(byte[] text) {
    int at = Text.nextLine(text, 0);
    while (at < text.length) {
      int comma = Text.comma(text, at);
      int id = (int) Text.number(text, at, comma);
      grow(id);
      born[id] = Text.day(text, comma + 1);
      at = Text.nextLine(text, comma);
    }
  }

  private void readRegistrations(byte[] text) {
    int at = Text.nextLine(text, 0);
    while (at < text.length) {
      int comma = Text.comma(text, at);
      int id = (int) Text.number(text, at, comma);
      int start = Text.comma(text, comma + 1) + 1;
      started[id] = Text.day(text, start);
      int end = start + 11;
      ended[id] = text[end] == '\n' ? NO_DAY : Text.day(text, end);
      at = Text.nextLine(text, end);
    }
  }

  private void grow(int id) {
    last = Math.max(last, id);
    if (id >= born.length) {
      born = Arrays.copyOf(born, 2 * id);
      started = Arrays.copyOf(started, 2 * id);
      ended = Arrays.copyOf(ended, 2 * id);
    }
  }

  int born(int id) {
    return born[id];
  }

  int started(int id) {
    return started[id];
  }

  /** Whether registered at the end date. */
  boolean isRegistered(int id) {
    return started[id] <= Dates.END && ended[id] > Dates.END;
  }
}
