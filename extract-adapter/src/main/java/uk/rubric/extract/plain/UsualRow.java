package uk.rubric.extract.plain;

/**
 * A row of {@code events.csv} as nearly all are, read in one go: columns in the usual order, the patient of the row
 * before, a good date, a known code, a good value or none, plain ASCII. Whatever differs is left to {@link Row}, which
 * tells what is wrong; so this one never refuses, it only gives up. For one thread.
 */
final class UsualRow {
  private static final int DATE_LENGTH = 10;

  private final Codes codes;
  private final Decimal value;
  private final int width;
  private final int unitPlace;
  private final boolean usual;
  private byte[] id = {};
  private int day;
  private long code;
  private int unitStart;
  private int unitEnd;

  /** @param value filled by each reading */
  UsualRow(Header header, Codes codes, Decimal value) {
    this.codes = codes;
    this.value = value;
    this.width = header.width();
    this.unitPlace = header.place(Column.UNIT);
    this.usual = header.place(Column.PATIENT_ID) == 0 && header.place(Column.DATE) == 1
        && header.place(Column.CODE) == 2 && header.place(Column.VALUE) == 3;
  }

  /** Whose rows are expected from here on; empty for nobody's. */
  void expect(byte[] patientId) {
    id = patientId;
  }

  /** Whether the line is a usual one of the expected patient. */
  boolean read(LineReader line) {
    byte[] bytes = line.bytes();
    int end = line.to();
    int at = line.from() + id.length;
    if (!usual || id.length == 0 || end - at < DATE_LENGTH + 3 || bytes[at] != ',' || !isExpected(bytes, line.from())) {
      return false;
    }
    day = Days.read(bytes, at + 1, at + 1 + DATE_LENGTH);
    at += DATE_LENGTH + 1;
    if (day == Days.BAD || bytes[at] != ',') {
      return false;
    }
    int start = at + 1;
    long digits = 0;
    for (at = start; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
      digits = 10 * digits + (bytes[at] - '0');
    }
    code = digits;
    boolean known = at < end && bytes[at] == ',' && at - start <= 18 && bytes[start] != '0' && codes.knows(digits);
    return known && readRest(bytes, at + 1, end);
  }

  private boolean isExpected(byte[] bytes, int from) {
    for (int i = 0; i < id.length; i++) {
      if (bytes[from + i] != id[i]) {
        return false;
      }
    }
    return true;
  }

  /** The value, and what may stand behind it. */
  private boolean readRest(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != ',') {
      at++;
    }
    if (at == start) {
      value.clear();
    } else if (!value.read(bytes, start, at)) {
      return false;
    }
    unitStart = 0;
    unitEnd = 0;
    return width == 4 ? at == end : readMore(bytes, at, end);
  }

  private boolean readMore(byte[] bytes, int comma, int end) {
    int place = 3;
    int start = comma;
    for (int at = comma; at <= end; at++) {
      if (at == end || bytes[at] == ',') {
        if (place == unitPlace) {
          unitStart = start;
          unitEnd = at;
        }
        place++;
        start = at + 1;
      } else if (bytes[at] <= ' ' || bytes[at] == '"') {
        return false;
      }
    }
    return place == width;
  }

  int day() {
    return day;
  }

  long code() {
    return code;
  }

  int unitStart() {
    return unitStart;
  }

  /** The start of the unit when there is none. */
  int unitEnd() {
    return unitEnd;
  }
}
