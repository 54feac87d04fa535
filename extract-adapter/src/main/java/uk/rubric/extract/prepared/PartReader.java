package uk.rubric.extract.prepared;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.LongPredicate;
import uk.rubric.patient.PatientBatch;

/**
 * A part of a prepared extract: who is in it, and their entries by code. Of the entries only those that are asked for
 * are read from the file. For one thread.
 */
public final class PartReader {
  static final int NO_VALUES = 0;
  static final int ONE_SCALE = 1;
  static final int MANY_SCALES = 2;

  /** Bytes between two pieces of the file that are rather read than passed over. */
  private static final int GAP = 1 << 13;

  private final StoredBytes file;
  private final long start;
  private int[] persons;
  private int[] lastDays;
  private String[] units;
  private Group[] groups;
  private int oddRows;
  private int bodyEnd;
  private int oddLength;
  private int oddSum;
  // What was read last, and where it stands in the part's body.
  private byte[] window = {};
  private int windowStart;
  private int windowEnd;

  /**
   * @param head checked
   * @param start of the body in the file
   */
  PartReader(StoredBytes file, byte[] head, long start) {
    this.file = file;
    this.start = start;
    file.decode(() -> readHead(new ByteSource(head, 0, head.length)));
  }

  private void readHead(ByteSource head) {
    persons = new int[head.count()];
    lastDays = new int[persons.length];
    int last = -1;
    for (int i = 0; i < persons.length; i++) {
      persons[i] = Math.toIntExact(last + 1 + head.signed());
      lastDays[i] = Math.toIntExact(head.signed());
      last = persons[i];
    }
    units = new String[head.count()];
    Arrays.setAll(units, i -> head.text());
    readGroups(head);
    oddRows = head.count();
    bodyEnd = head.count();
    oddLength = head.count();
    oddSum = (int) head.signed();
    requireEnd(head);
  }

  private void readGroups(ByteSource head) {
    Group[] found = new Group[head.count()];
    long code = 0;
    int columns = 0;
    int details = 0;
    for (int i = 0; i < found.length; i++) {
      code += head.number();
      found[i] = new Group(
          code, head.count(), columns, head.count(), (int) head.signed(), details, head.count(), (int) head.signed());
      columns += found[i].length();
      details += found[i].detailLength();
    }
    int behind = columns;
    groups = Arrays.stream(found).map(group -> group.withDetailsBehind(behind)).toArray(Group[]::new);
  }

  private static void requireEnd(ByteSource source) {
    if (!source.isAtEnd()) {
      throw new ArithmeticException("something is left over");
    }
  }

  /** How many patients. */
  public int persons() {
    return persons.length;
  }

  /** The number that the writer was given for a patient. */
  public int person(int place) {
    return persons[place];
  }

  /** The latest day among all entries of a patient; {@link Integer#MIN_VALUE} without any. */
  public int lastDay(int place) {
    return lastDays[place];
  }

  /** How many units entries have: numbered from 0, each spelling once. */
  public int units() {
    return units.length;
  }

  public String unit(int number) {
    return units[number];
  }

  /** How many rows are kept as text. */
  public int oddRows() {
    return oddRows;
  }

  /**
   * Tells of all entries whose code is wanted, by rising code, then in the order of patients.
   *
   * @param details whether what few rules ask is read too
   * @throws uk.rubric.run.CouldNotRun when what is read is damaged
   */
  public void read(LongPredicate wanted, boolean details, Entry entry) {
    boolean[] chosen = new boolean[groups.length];
    for (int i = 0; i < groups.length; i++) {
      chosen[i] = wanted.test(groups[i].code());
    }
    for (int i = 0; i < groups.length; i++) {
      if (chosen[i]) {
        Group group = groups[i];
        int at = fetch(group.start(), group.length(), columnsEnd(chosen, i), group.sum());
        byte[] columns = window;
        byte[] more = details && group.detailLength() > 0
            ? file.read(start + group.detailStart(), group.detailLength(), group.detailSum()) : null;
        file.decode(() -> decode(group, new ByteSource(columns, at, at + group.length()), more, entry));
      }
    }
  }

  /** Where to read to in one go: as far as wanted groups follow closely. */
  private int columnsEnd(boolean[] chosen, int first) {
    int end = groups[first].start() + groups[first].length();
    for (int i = first + 1; i < groups.length && groups[i].start() - end <= GAP; i++) {
      end = chosen[i] ? groups[i].start() + groups[i].length() : end;
    }
    return end;
  }

  /** Makes bytes of the body stand in the window, checked, and answers where. */
  private int fetch(int from, int length, int readTo, int sum) {
    if (from < windowStart || from + length > windowEnd) {
      window = window.length < readTo - from ? new byte[readTo - from] : window;
      file.read(start + from, window, readTo - from);
      windowStart = from;
      windowEnd = readTo;
    }
    if (Sum.of(window, from - windowStart, length) != sum) {
      throw file.damaged();
    }
    return from - windowStart;
  }

  private void decode(Group group, ByteSource columns, byte[] details, Entry entry) {
    int count = group.count();
    int[] places = new int[count];
    int[] days = new int[count];
    long[] lines = new long[count];
    int place = 0;
    long day = 0;
    long line = 0;
    for (int i = 0; i < count; i++) {
      place += (int) columns.number();
      places[i] = java.util.Objects.checkIndex(place, persons.length);
    }
    for (int i = 0; i < count; i++) {
      day += columns.signed();
      days[i] = (int) day;
    }
    for (int i = 0; i < count; i++) {
      line += columns.signed();
      lines[i] = line;
    }
    int[] unit = units(columns, count);
    ByteSource detail = details == null ? null : new ByteSource(details, 0, details.length);
    int kind = columns.count();
    int scale = kind == ONE_SCALE ? (int) columns.signed() : PatientBatch.NO_VALUE;
    for (int i = 0; i < count; i++) {
      int own = kind == NO_VALUES ? PatientBatch.NO_VALUE : kind == MANY_SCALES ? (int) columns.signed()
          : columns.number() == 0 ? PatientBatch.NO_VALUE : scale;
      BigDecimal large = own == PatientBatch.LARGE ? new BigDecimal(columns.text()) : null;
      long unscaled = own == PatientBatch.LARGE || own == PatientBatch.NO_VALUE ? 0 : columns.signed();
      byte[] more = detail == null ? null : detail.bytes();
      entry.at(places[i], days[i], group.code(), unscaled, own, large, unit[unit.length == 1 ? 0 : i],
          more == null || more.length == 0 ? null : more, lines[i]);
    }
    requireEnd(columns);
  }

  /** One for all, or one for each. */
  private int[] units(ByteSource columns, int count) {
    int[] numbers = new int[columns.number() == 1 ? 1 : count];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = columns.count() + PatientBatch.NO_UNIT;
      if (numbers[i] >= units.length) {
        throw new IndexOutOfBoundsException("there is no such unit");
      }
    }
    return numbers;
  }

  /** The rows kept as text. */
  public OddRows odd() {
    byte[] bytes = file.read(start + bodyEnd, oddLength, oddSum);
    long[] lines = new long[oddRows];
    byte[][] texts = new byte[oddRows][];
    file.decode(() -> {
      ByteSource source = new ByteSource(bytes, 0, bytes.length);
      long line = 0;
      for (int i = 0; i < oddRows; i++) {
        line += source.signed();
        lines[i] = line;
        texts[i] = source.bytes();
      }
      requireEnd(source);
    });
    return new OddRows(lines, texts);
  }
}
