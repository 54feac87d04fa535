package uk.rubric.extract.plain;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import uk.rubric.extract.Tally;

/**
 * Looks at the patient of each row of {@code events.csv}, in one range of the file: where rows of another patient
 * begin, and how many lines there are. Rows of nobody known, which will be set aside, belong to whoever stands before
 * them.
 */
final class Grouping {
  /** What all ranges share: once it is clear that a patient's rows do not stand together, only lines are counted. */
  static final class Shared {
    private final AtomicLong left;
    private volatile boolean split;

    /** @param most how many groups there can be when each patient has one */
    Shared(long most) {
      left = new AtomicLong(most);
    }

    /** Whether some patient's rows are known not to stand together. */
    boolean isSplit() {
      return split;
    }
  }

  /** Instead of an offset. */
  static final long NONE = -1;

  private final People people;
  private final Shared shared;
  private final Row row;
  private final boolean idFirst;
  private BitSet seen = new BitSet();
  // As the row before begins, when its identifier stands there as it is.
  private final LineStart repeated = new LineStart();
  private int lastPerson = People.UNKNOWN;

  private int[] persons = new int[64];
  private long[] offsets = new long[64];
  private long[] lines = new long[64];
  private int size;
  private long start = NONE;
  private long lineCount;

  Grouping(CsvFile file, People people, Shared shared) {
    this.people = people;
    this.shared = shared;
    this.row = new Row(file, new Tally(), Integer.MAX_VALUE);
    this.idFirst = file.header().place(Column.PATIENT_ID) == 0;
  }

  /**
   * Reads the lines that start before {@code end}.
   *
   * @param in at the start of a line
   * @param headerLine the line of the header, or 0 for a range without one
   */
  void read(LineReader in, long end, long headerLine) throws IOException {
    boolean more = true;
    while (more) {
      if (lineCount >= headerLine && in.hasAhead(room())) {
        skipRepeated(in, end);
      }
      more = in.next() && in.offset() < end;
      if (more) {
        start = start == NONE ? in.offset() : start;
        lineCount++;
        if (lineCount > headerLine && !shared.split) {
          look(in);
        }
      }
    }
    seen = null;
  }

  private int room() {
    return repeated.length() + LineStart.ROOM;
  }

  /** Goes over lines that begin before {@code end} and as the line before them does. */
  private void skipRepeated(LineReader in, long end) {
    byte[] bytes = in.bytes();
    int last = (int) Math.min(in.filled() - room(), end - 1 - in.offsetAhead() + in.ahead());
    int at = in.ahead();
    int count = 0;
    int next = at;
    while (next <= last && repeated.stands(bytes, next)) {
      next = in.behindLine(next + repeated.length());
      if (next == LineReader.NONE) {
        break;
      }
      at = next;
      count++;
    }
    lineCount += count;
    in.pass(count, at, at, at);
  }

  private void look(LineReader in) {
    if (row.read(in) != Cells.Kind.ROW) {
      return;
    }
    int start = row.start(Column.PATIENT_ID);
    int end = row.end(Column.PATIENT_ID);
    boolean asItStands = idFirst && row.bytes() == in.bytes() && start == in.from() && end < in.to()
        && row.bytes()[end] == ',';
    if (asItStands) {
      repeated.expect(row.bytes(), start, end);
    } else {
      repeated.forget();
    }
    int person = people.find(lastPerson + 1, row.bytes(), start, end);
    if (person >= 0 && person != lastPerson) {
      lastPerson = person;
      add(person, in.offset());
    }
  }

  private void add(int person, long offset) {
    if (seen.get(person) || shared.left.decrementAndGet() < 0) {
      shared.split = true;
      return;
    }
    seen.set(person);
    if (size == persons.length) {
      persons = Arrays.copyOf(persons, 2 * size);
      offsets = Arrays.copyOf(offsets, 2 * size);
      lines = Arrays.copyOf(lines, 2 * size);
    }
    persons[size] = person;
    offsets[size] = offset;
    lines[size] = lineCount - 1;
    size++;
  }

  /** How many groups begin in the range; the first may go on from the range before. */
  int size() {
    return size;
  }

  int person(int group) {
    return persons[group];
  }

  /** Where a group starts in the file. */
  long offset(int group) {
    return offsets[group];
  }

  /** How many lines of the range stand before a group. */
  long linesBefore(int group) {
    return lines[group];
  }

  /** Where the first line of the range starts in the file, or {@link #NONE}. */
  long start() {
    return start;
  }

  long lineCount() {
    return lineCount;
  }
}
