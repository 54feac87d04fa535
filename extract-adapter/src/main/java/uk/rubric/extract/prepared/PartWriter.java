package uk.rubric.extract.prepared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.rubric.patient.PatientBatch;

/**
 * Collects the entries of some patients, and makes a part of them. Patients are given in the order of records, the
 * entries of each after it. For one thread.
 */
public final class PartWriter {
  private static final byte[] NOTHING = {};

  /** The entries of one code, as columns. */
  private static final class Rows {
    private int[] places = new int[8];
    private int[] days = new int[8];
    private long[] unscaled = new long[8];
    private byte[] scales = new byte[8];
    private int[] units = new int[8];
    private long[] lines = new long[8];
    private byte[][] details = {};
    private final List<BigDecimal> large = new ArrayList<>(0);
    private int size;

    void add(int place, int day, long digits, int scale, int unit, byte[] detail, long line) {
      if (size == places.length) {
        grow(2 * size);
      }
      places[size] = place;
      days[size] = day;
      unscaled[size] = digits;
      scales[size] = (byte) scale;
      units[size] = unit;
      lines[size] = line;
      if (detail.length > 0) {
        details = size < details.length ? details : Arrays.copyOf(details, Math.max(8, 2 * size));
        details[size] = detail;
      }
      size++;
    }

    private void grow(int room) {
      places = Arrays.copyOf(places, room);
      days = Arrays.copyOf(days, room);
      unscaled = Arrays.copyOf(unscaled, room);
      scales = Arrays.copyOf(scales, room);
      units = Arrays.copyOf(units, room);
      lines = Arrays.copyOf(lines, room);
    }
  }

  private final List<Integer> persons = new ArrayList<>();
  private final List<Integer> lastDays = new ArrayList<>();
  private final Map<String, Integer> units = new LinkedHashMap<>();
  private final Map<Long, Rows> codes = new TreeMap<>();
  private final ByteSink odd = new ByteSink();
  private long entries;
  private int oddRows;
  private long oddLine;

  /** The patients whose entries follow; {@code number} is of the caller's choice, from 0. */
  public void person(int number) {
    persons.add(number);
    lastDays.add(Integer.MIN_VALUE);
  }

  /**
   * An entry of the last patient.
   *
   * @param scale as {@link PatientBatch} has it
   * @param large the value when the scale is {@link PatientBatch#LARGE}, else null
   * @param unit as it is spelled; null for none
   * @param detail what few rules ask of it, in a form of the caller's choice; empty for nothing
   * @param line of the source, from 1
   */
  public void entry(
      int day, long code, long unscaled, int scale, BigDecimal large, String unit, byte[] detail, long line) {
    int place = persons.size() - 1;
    lastDays.set(place, Math.max(lastDays.get(place), day));
    Rows rows = codes.computeIfAbsent(code, c -> new Rows());
    if (large != null) {
      rows.large.add(large);
    }
    int number = unit == null ? PatientBatch.NO_UNIT : units.computeIfAbsent(unit, text -> units.size());
    rows.add(place, day, unscaled, scale, number, detail, line);
    entries++;
  }

  /** A row that is no entry, or is one by some rules alone: its text, to be read again by each run. */
  public void odd(byte[] bytes, int from, int to, long line) {
    odd.signed(line - oddLine).bytes(bytes, from, to - from);
    oddLine = line;
    oddRows++;
  }

  /** How many patients the part has. */
  public int persons() {
    return persons.size();
  }

  /** How many entries the part has. */
  public long entries() {
    return entries;
  }

  /** How many rows are kept as text. */
  public int oddRows() {
    return oddRows;
  }

  /** The part: its head, then its groups, their details and the rows kept as text. */
  StoredPart toPart() {
    ByteSink body = new ByteSink();
    ByteSink head = new ByteSink();
    persons(head);
    head.number(units.size());
    units.keySet().forEach(head::text);
    groups(head, body);
    byte[] text = odd.toBytes();
    head.number(oddRows).number(body.size()).number(text.length).signed(Sum.of(text, 0, text.length));
    body.raw(text, 0, text.length);
    return new StoredPart(head.toBytes(), body.toBytes());
  }

  private void persons(ByteSink head) {
    head.number(persons.size());
    int last = -1;
    for (int i = 0; i < persons.size(); i++) {
      head.signed(persons.get(i) - last - 1L);
      head.signed(lastDays.get(i));
      last = persons.get(i);
    }
  }

  private void groups(ByteSink head, ByteSink body) {
    head.number(codes.size());
    List<byte[]> details = new ArrayList<>();
    List<byte[]> columns = new ArrayList<>();
    int start = 0;
    for (Rows rows : codes.values()) {
      columns.add(columns(rows));
      details.add(details(rows));
      start += columns.get(columns.size() - 1).length;
    }
    long last = 0;
    int group = 0;
    for (Map.Entry<Long, Rows> code : codes.entrySet()) {
      byte[] column = columns.get(group);
      byte[] detail = details.get(group++);
      head.number(code.getKey() - last).number(code.getValue().size);
      head.number(column.length).signed(Sum.of(column, 0, column.length));
      head.number(detail.length).signed(Sum.of(detail, 0, detail.length));
      last = code.getKey();
      body.raw(column, 0, column.length);
    }
    details.forEach(detail -> body.raw(detail, 0, detail.length));
  }

  private static byte[] columns(Rows rows) {
    ByteSink sink = new ByteSink();
    int place = 0;
    long line = 0;
    long day = 0;
    for (int i = 0; i < rows.size; i++) {
      sink.number(rows.places[i] - place);
      place = rows.places[i];
    }
    for (int i = 0; i < rows.size; i++) {
      sink.signed(rows.days[i] - day);
      day = rows.days[i];
    }
    for (int i = 0; i < rows.size; i++) {
      sink.signed(rows.lines[i] - line);
      line = rows.lines[i];
    }
    units(rows, sink);
    values(rows, sink);
    return sink.toBytes();
  }

  /** One number when all have the same unit. */
  private static void units(Rows rows, ByteSink sink) {
    boolean same = Arrays.stream(rows.units, 0, rows.size).allMatch(unit -> unit == rows.units[0]);
    sink.number(same ? 1 : 0);
    for (int i = 0; i < (same ? 1 : rows.size); i++) {
      sink.number(rows.units[i] - PatientBatch.NO_UNIT);
    }
  }

  /** Nothing when none has a value; one scale when all that do have the same. */
  private static void values(Rows rows, ByteSink sink) {
    int[] scales = java.util.stream.IntStream.range(0, rows.size)
        .map(i -> rows.scales[i]).filter(scale -> scale != PatientBatch.NO_VALUE).distinct().toArray();
    if (scales.length == 0) {
      sink.number(PartReader.NO_VALUES);
      return;
    }
    boolean same = scales.length == 1 && scales[0] != PatientBatch.LARGE;
    sink.number(same ? PartReader.ONE_SCALE : PartReader.MANY_SCALES);
    if (same) {
      sink.signed(scales[0]);
    }
    int large = 0;
    for (int i = 0; i < rows.size; i++) {
      if (same) {
        sink.number(rows.scales[i] == PatientBatch.NO_VALUE ? 0 : 1);
      } else {
        sink.signed(rows.scales[i]);
      }
      if (rows.scales[i] == PatientBatch.LARGE) {
        sink.text(rows.large.get(large++).toString());
      } else if (rows.scales[i] != PatientBatch.NO_VALUE) {
        sink.signed(rows.unscaled[i]);
      }
    }
  }

  private static byte[] details(Rows rows) {
    if (rows.details.length == 0) {
      return NOTHING;
    }
    ByteSink sink = new ByteSink();
    for (int i = 0; i < rows.size; i++) {
      byte[] detail = i < rows.details.length && rows.details[i] != null ? rows.details[i] : NOTHING;
      sink.bytes(detail, 0, detail.length);
    }
    return sink.toBytes();
  }
}
