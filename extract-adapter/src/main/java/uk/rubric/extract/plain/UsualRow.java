package uk.rubric.extract.plain;

/**
 * Rows of {@code events.csv} as nearly all are, read in one go: columns in the usual order, the patient of the row
 * before, a good date, a known code, a good value or none, plain ASCII. Whatever differs is left to {@link Row}, which
 * tells what is wrong; so this one never refuses, it only gives up. Those of codes that no rule wants, most of them,
 * are gone over here, for nothing is left to do with them. For one thread.
 */
final class UsualRow {
  /** How many bytes may be looked at from the identifier's end on: date, code and value with what is read at once. */
  private static final int ROOM = 64;

  /** Instead of a place. */
  static final int NONE = -1;

  private static final int DATE_LENGTH = 10;

  private final Codes codes;
  private final int width;
  private final int unitPlace;
  private final boolean usual;
  private final LineStart id = new LineStart();
  private int earliest;
  private int latest;
  private int day;
  // Of the code what Codes knows.
  private long known;
  private int codeEnd;
  private int valueEnd;
  private int unitStart;
  private int unitEnd;
  private int end;
  private int ahead;

  UsualRow(Header header, Codes codes) {
    this.codes = codes;
    this.width = header.width();
    this.unitPlace = header.place(Column.UNIT);
    this.usual = header.place(Column.PATIENT_ID) == 0 && header.place(Column.DATE) == 1
        && header.place(Column.CODE) == 2 && header.place(Column.VALUE) == 3;
  }

  /** How many bytes must stand ahead for {@link #next} to read a row. */
  int room() {
    return id.length() + ROOM;
  }

  /** Where the identifier ends that a row has which may be usual, or none. */
  int idEnd(LineReader lines) {
    byte[] bytes = lines.bytes();
    for (int at = lines.ahead(); usual && at < lines.filled() && bytes[at] > ' ' && bytes[at] != '"'; at++) {
      if (bytes[at] == ',') {
        return at;
      }
    }
    return NONE;
  }

  /** Expects rows of nobody from here on. */
  void forget() {
    id.forget();
  }

  /**
   * Whose rows are expected from here on.
   *
   * @param end one past the identifier
   * @param earliest the first day on which an entry can be
   * @param latest the last
   */
  void expect(byte[] bytes, int start, int end, int earliest, int latest) {
    if (usual) {
      id.expect(bytes, start, end);
      this.earliest = earliest;
      this.latest = latest;
    }
  }

  /**
   * Goes over usual rows of the expected patient up to one that some rule wants, and answers whether there is one;
   * otherwise the line that is next is of another kind, or of another patient, or not all there.
   */
  boolean next(LineReader lines) {
    byte[] bytes = lines.bytes();
    int last = lines.filled() - room();
    int at = lines.ahead();
    int count = 0;
    while (at <= last && id.stands(bytes, at) && read(bytes, at + id.length(), lines.filled())) {
      count++;
      if ((known & 1) != 0) {
        lines.pass(count, at, end, ahead);
        return true;
      }
      at = ahead;
    }
    lines.pass(count, at, at, at);
    return false;
  }

  /** Reads what stands behind the identifier. */
  private boolean read(byte[] bytes, int start, int filled) {
    day = Days.read(bytes, start);
    int at = start + DATE_LENGTH;
    if (day < earliest || day > latest || bytes[at] != ',') {
      return false;
    }
    codeEnd = codeEnd(bytes, at + 1);
    if (known == CodeTexts.NONE || bytes[codeEnd] != ',') {
      return false;
    }
    valueEnd = valueEnd(bytes, codeEnd + 1);
    return valueEnd != NONE && readRest(bytes, filled);
  }

  /** Where the digits of a code end, having looked for it. */
  private int codeEnd(byte[] bytes, int start) {
    long first = Eight.at(bytes, start);
    long end = Eight.noDigits(first);
    if (end != 0) {
      known = codes.known(first & Eight.before(end), 0, 0);
      return start + Eight.first(end);
    }
    long second = Eight.at(bytes, start + Long.BYTES);
    end = Eight.noDigits(second);
    if (end != 0) {
      known = codes.known(first, second & Eight.before(end), 0);
      return start + Long.BYTES + Eight.first(end);
    }
    long third = Eight.at(bytes, start + 2 * Long.BYTES);
    end = Eight.noDigits(third);
    known = codes.known(first, second, third & Eight.before(end));
    return start + 2 * Long.BYTES + Eight.first(end);
  }

  /** Where a value of at most seven characters ends, or a blank one; none when it is longer or has not the form. */
  private static int valueEnd(byte[] bytes, int start) {
    long eight = Eight.at(bytes, start);
    long points = Eight.marks(eight, '.');
    long behind = Eight.noDigits(eight) & ~points;
    long end = behind & -behind;
    points &= end - 1;
    boolean hasForm = end != 0 && (points & points - 1) == 0 && (points << Byte.SIZE & end) == 0;
    return hasForm ? start + Eight.first(end) : NONE;
  }

  /** What may stand behind the value, up to where the next line begins. */
  private boolean readRest(byte[] bytes, int filled) {
    unitStart = 0;
    unitEnd = 0;
    end = width == 4 ? valueEnd : bytes[valueEnd] == ',' ? restEnd(bytes, valueEnd, filled) : NONE;
    if (end == NONE) {
      return false;
    }
    boolean both = bytes[end] == '\r' && end + 1 < filled && bytes[end + 1] == '\n';
    ahead = both ? end + 2 : end + 1;
    return both || bytes[end] == '\n';
  }

  private int restEnd(byte[] bytes, int comma, int filled) {
    int place = 3;
    int start = comma;
    for (int at = comma; at < filled; at++) {
      byte b = bytes[at];
      if (b == ',' || b == '\n' || b == '\r') {
        if (place == unitPlace) {
          unitStart = start;
          unitEnd = at;
        }
        place++;
        start = at + 1;
        if (b != ',') {
          return place == width ? at : NONE;
        }
      } else if (b <= ' ' || b == '"') {
        return NONE;
      }
    }
    return NONE;
  }

  int day() {
    return day;
  }

  long code() {
    return known >>> 1;
  }

  int valueStart() {
    return codeEnd + 1;
  }

  /** The start of the value when there is none. */
  int valueEnd() {
    return valueEnd;
  }

  int unitStart() {
    return unitStart;
  }

  /** The start of the unit when there is none. */
  int unitEnd() {
    return unitEnd;
  }
}
