package uk.rubric.extract.plain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.WantedEvents;
import uk.rubric.value.Unit;

/**
 * Reads rows of {@code events.csv}: every row in full, and those that some rule wants are handed on. Keeps what recurs,
 * so one serves many parts of a file, one after another. For one thread.
 */
final class EventScan {
  /** A unit by its number here: to compare units takes far longer, and there are millions of entries. */
  private record CodeInUnit(long code, int unit) {}

  private final CsvFile file;
  private final People people;
  private final WantedEvents wanted;
  private final int today;
  private final int achievementDay;
  private final Codes codes;
  private final Decimal value = new Decimal();
  private final EntryDetail detail;
  private final UsualRow usual;
  private final Ids unitNumbers = new Ids();
  private final List<Unit> units = new ArrayList<>();
  private final Map<CodeInUnit, Boolean> unseen = new HashMap<>();
  private byte[] lastId = {};
  private int lastPerson = People.UNKNOWN;
  // Whom the sink was told of last.
  private int named = People.UNKNOWN;

  EventScan(CsvFile file, People people, WantedEvents wanted, int today, int achievementDay) {
    this.file = file;
    this.people = people;
    this.wanted = wanted;
    this.today = today;
    this.achievementDay = achievementDay;
    this.codes = new Codes(wanted);
    this.detail = new EntryDetail(wanted.details());
    this.usual = new UsualRow(file.header(), codes);
  }

  /** Reads all lines after the header, and answers whether any is more than a blank. */
  boolean read(LineReader lines, Tally tally, EventSink sink) throws IOException {
    begin();
    Row row = new Row(file, tally, today);
    boolean any = false;
    boolean more = true;
    while (more) {
      if (lines.hasAhead(usual.room()) && usual.next(lines)) {
        use(lines, row, sink);
      } else if (expectNext(lines)) {
        name(sink);
        any = true;
      } else {
        more = lines.next();
        any |= more && readRow(lines, row, sink);
      }
    }
    return any;
  }

  /** Forgets whose rows were read last: the lines to come may stand anywhere. */
  private void begin() {
    named = People.UNKNOWN;
    lastPerson = People.UNKNOWN;
    lastId = new byte[0];
    usual.forget();
  }

  /** Whether the line is more than a blank. */
  private boolean readRow(LineReader lines, Row row, EventSink sink) {
    if (lines.line() <= file.headerLine()) {
      return false;
    }
    Cells.Kind kind = row.read(lines);
    if (kind == Cells.Kind.ROW) {
      use(row, sink);
    }
    if (row.isRefused()) {
      int person = kind == Cells.Kind.ROW ? lastPerson : People.UNKNOWN;
      sink.odd(person, lines.bytes(), lines.from(), lines.to(), lines.line());
    }
    return kind != Cells.Kind.BLANK;
  }

  /** A usual row that some rule wants. */
  private void use(LineReader line, Row row, EventSink sink) {
    byte[] bytes = line.bytes();
    if (usual.valueStart() == usual.valueEnd()) {
      value.clear();
    } else {
      value.read(bytes, usual.valueStart(), usual.valueEnd());
    }
    int unit = unit(bytes, usual.unitStart(), usual.unitEnd());
    if (isUnseen(usual.day(), usual.code(), unit)) {
      row.read(line);
      row.count(ExtractDiagnostic.OTHER_UNIT, Column.UNIT);
    }
    keep(lastPerson, usual.day(), usual.code(), unit, line.line(), sink);
  }

  private void use(Row row, EventSink sink) {
    int person = person(row);
    name(sink);
    int day = row.pastDay(Column.DATE);
    if (person >= 0 && day != PatientBatch.NO_DAY && day < people.born(person)) {
      row.refuse(ExtractDiagnostic.BORN_AFTER_EVENT, Column.DATE);
    }
    long code = codes.read(row.bytes(), row.start(Column.CODE), row.end(Column.CODE));
    if (code == Codes.BAD) {
      row.refuse(ExtractDiagnostic.BAD_CODE, Column.CODE);
    }
    readValue(row);
    detail.read(row);
    if (!row.isRefused() && codes.isWanted()) {
      int unit = unit(row.bytes(), row.start(Column.UNIT), row.end(Column.UNIT));
      if (isUnseen(day, code, unit)) {
        row.count(ExtractDiagnostic.OTHER_UNIT, Column.UNIT);
      }
      keep(person, day, code, unit, row.line(), sink);
    }
  }

  /** Tells the sink of a patient it was not told of last. */
  private void name(EventSink sink) {
    if (lastPerson >= 0 && lastPerson != named) {
      named = lastPerson;
      sink.patient(named);
    }
  }

  /** Rows of one patient mostly stand together. */
  private int person(Row row) {
    int start = row.start(Column.PATIENT_ID);
    int end = row.end(Column.PATIENT_ID);
    if (lastPerson < 0 || !Arrays.equals(lastId, 0, lastId.length, row.bytes(), start, end)) {
      lastPerson = people.find(row);
      expect(row.bytes(), start, end);
    }
    return lastPerson;
  }

  /** Whether the next line is of a known patient other than the one before, whose rows are expected from now on. */
  private boolean expectNext(LineReader lines) {
    byte[] bytes = lines.bytes();
    int start = lines.ahead();
    boolean mayBe = lines.isNextBehind(file.headerLine()) && !detail.isAsked();
    int end = mayBe ? usual.idEnd(lines) : UsualRow.NONE;
    if (end == UsualRow.NONE || Arrays.equals(lastId, 0, lastId.length, bytes, start, end)) {
      return false;
    }
    int person = people.find(lastPerson + 1, bytes, start, end);
    if (person >= 0) {
      lastPerson = person;
      expect(bytes, start, end);
    }
    return person >= 0;
  }

  private void expect(byte[] bytes, int start, int end) {
    lastId = Arrays.copyOfRange(bytes, start, end);
    if (lastPerson < 0 || detail.isAsked()) {
      usual.forget();
    } else {
      usual.expect(bytes, start, end, people.born(lastPerson), today);
    }
  }

  private void readValue(Row row) {
    int start = row.start(Column.VALUE);
    int end = row.end(Column.VALUE);
    if (start == end) {
      value.clear();
    } else if (!value.read(row.bytes(), start, end)) {
      row.refuse(ExtractDiagnostic.BAD_VALUE, Column.VALUE);
    }
  }

  private void keep(int person, int day, long code, int unit, long line, EventSink sink) {
    sink.event(person, day, code, value, unit < 0 ? null : units.get(unit).text(), detail, line);
  }

  private int unit(byte[] bytes, int start, int end) {
    if (start == end) {
      return -1;
    }
    int number = unitNumbers.number(bytes, start, end);
    if (number == units.size()) {
      units.add(new Unit(unitNumbers.text(number)));
    }
    return number;
  }

  /** Whether there is a value by the achievement date in a unit in which no rule reads it. */
  private boolean isUnseen(int day, long code, int unit) {
    return unit >= 0
        && day <= achievementDay
        && value.isPresent()
        && unseen.computeIfAbsent(
            new CodeInUnit(code, unit), key -> wanted.isUnseenUnit(key.code(), units.get(key.unit())));
  }
}
