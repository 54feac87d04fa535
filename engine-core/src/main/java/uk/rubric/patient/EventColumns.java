package uk.rubric.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.value.Unit;

/** Events, those of one person together; written by {@link PatientBatchBuilder} alone. */
final class EventColumns {
  int[] days;
  long[] codes;
  long[] unscaled;
  byte[] scales;
  int[] units;
  long[] lines;
  final DetailColumns details = new DetailColumns();
  final List<BigDecimal> large = new ArrayList<>(0);
  List<Unit> spellings = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int size;

  EventColumns(int room) {
    days = new int[room];
    codes = new long[room];
    unscaled = new long[room];
    scales = new byte[room];
    units = new int[room];
    lines = new long[room];
  }

  int size() {
    return size;
  }

  /** Two spellings of one unit have two numbers: a record keeps the spelling as it was written. */
  int unit(String spelling) {
    Integer known = numbers.get(spelling);
    if (known != null) {
      return known;
    }
    spellings.add(new Unit(spelling));
    numbers.put(spelling, spellings.size() - 1);
    return spellings.size() - 1;
  }

  void add(int day, long code, long digits, int scale, int unit, long line) {
    if (size == days.length) {
      grow(2 * size);
    }
    days[size] = day;
    codes[size] = code;
    unscaled[size] = digits;
    scales[size] = (byte) scale;
    units[size] = unit;
    lines[size] = line;
    size++;
  }

  private void grow(int room) {
    days = Arrays.copyOf(days, room);
    codes = Arrays.copyOf(codes, room);
    unscaled = Arrays.copyOf(unscaled, room);
    scales = Arrays.copyOf(scales, room);
    units = Arrays.copyOf(units, room);
    lines = Arrays.copyOf(lines, room);
  }

  void freeze() {
    spellings = List.copyOf(spellings);
    details.freeze();
  }
}
