package uk.rubric.extract.plain;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cells of one line after another, as places among bytes. A line of plain ASCII without quotation marks, and so
 * nearly every line, is cut at its commas where it stands; any other is read by the CSV library. Spaces around a cell
 * do not count. For one thread.
 */
final class Cells {
  /** What a line is. */
  enum Kind { ROW, BLANK, BROKEN }

  private static final char REPLACEMENT = '\uFFFD';

  private final int[] starts;
  private final int[] ends;
  private byte[] bytes = {};
  private int count;
  private boolean plain;
  private final boolean[] unreadable;

  /** @param width how many cells a row should have; of further ones only the number is known */
  Cells(int width) {
    starts = new int[width + 1];
    ends = new int[width + 1];
    unreadable = new boolean[width + 1];
  }

  /** Takes the place of the line before. The bytes must stay as they are for as long as the cells are asked for. */
  Kind read(byte[] line, int from, int to) {
    plain = cut(line, from, to);
    if (!plain) {
      return parse(new String(line, from, to - from, StandardCharsets.UTF_8));
    }
    bytes = line;
    return count == 1 && start(0) == end(0) ? Kind.BLANK : Kind.ROW;
  }

  /** Whether there is nothing in the line that only the library can read. */
  private boolean cut(byte[] line, int from, int to) {
    int cell = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      byte b = line[i];
      if (b == ',') {
        keep(line, cell++, start, i);
        start = i + 1;
      } else if (b < ' ' || b == '"') {
        return false;
      }
    }
    keep(line, cell++, start, to);
    count = cell;
    return true;
  }

  /** Keeps where a cell stands, without the spaces around it. */
  private void keep(byte[] line, int cell, int start, int end) {
    if (cell < starts.length) {
      int first = start;
      while (first < end && line[first] == ' ') {
        first++;
      }
      int last = end;
      while (last > first && line[last - 1] == ' ') {
        last--;
      }
      starts[cell] = first;
      ends[cell] = last;
    }
  }

  private Kind parse(String line) {
    if (line.isBlank()) {
      return Kind.BLANK;
    }
    Optional<CsvRecord> parsed = CsvLines.parse(line);
    if (parsed.isEmpty()) {
      return Kind.BROKEN;
    }
    List<String> cells = parsed.get().getFields();
    copy(cells);
    return cells.size() == 1 && cells.get(0).isBlank() ? Kind.BLANK : Kind.ROW;
  }

  private void copy(List<String> cells) {
    count = cells.size();
    Arrays.fill(unreadable, false);
    StringBuilder all = new StringBuilder();
    bytes = new byte[0];
    int at = 0;
    for (int cell = 0; cell < Math.min(count, starts.length); cell++) {
      String text = cells.get(cell).strip();
      unreadable[cell] = text.indexOf(REPLACEMENT) >= 0;
      all.append(text);
      starts[cell] = at;
      at += text.getBytes(StandardCharsets.UTF_8).length;
      ends[cell] = at;
    }
    bytes = all.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** Among which the cells stand. */
  byte[] bytes() {
    return bytes;
  }

  /** The first byte of a cell that is not a space. */
  int start(int cell) {
    return starts[cell];
  }

  /** One past the last byte of a cell that is not a space; its start for a blank. */
  int end(int cell) {
    return ends[cell];
  }

  /** Whether a cell held bytes that are not UTF-8. */
  boolean isUnreadable(int cell) {
    return !plain && unreadable[cell];
  }

  String text(int cell) {
    int start = start(cell);
    return new String(bytes, start, end(cell) - start, StandardCharsets.UTF_8);
  }
}
