package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.util.Optional;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.patient.PatientBatch;

/**
 * One row after another as it is read. The first thing wrong with it refuses it and is counted; what is asked for
 * afterwards still answers, so that a reader asks for all it needs and then whether the row stands. For one thread.
 */
final class Row {
  private static final int LONGEST = 30;

  private final CsvFile file;
  private final Header header;
  private final Tally tally;
  private final int today;
  private final int[] known;
  private final Cells cells;
  private long line;
  private boolean refused;

  /**
   * @param tally where refused rows are counted
   * @param today the day of the command
   */
  Row(CsvFile file, Tally tally, int today) {
    this.file = file;
    this.header = file.header();
    this.tally = tally;
    this.today = today;
    this.cells = new Cells(header.width());
    this.known = java.util.stream.IntStream.range(0, header.width())
        .filter(place -> header.column(place).isPresent())
        .toArray();
  }

  /**
   * Takes the place of the row before. A line whose quotation marks do not pair is counted and not a row; nor is a
   * blank one.
   */
  Cells.Kind read(LineReader lines) {
    line = lines.line();
    refused = false;
    Cells.Kind kind = cells.read(lines.bytes(), lines.from(), lines.to());
    if (kind == Cells.Kind.BROKEN) {
      refuse(ExtractDiagnostic.BAD_QUOTES, "");
    } else if (kind == Cells.Kind.ROW) {
      checkShape();
    }
    return kind;
  }

  private void checkShape() {
    if (cells.count() != header.width()) {
      refuse(ExtractDiagnostic.WRONG_CELL_COUNT, "");
      return;
    }
    for (int place : known) {
      if (cells.isUnreadable(place)) {
        refuse(ExtractDiagnostic.BAD_ENCODING, header.column(place).orElseThrow());
      }
    }
  }

  /** The cell of a column, or -1 when the file or the row lacks it. */
  private int cell(Column column) {
    int place = header.place(column);
    return place >= cells.count() ? -1 : place;
  }

  byte[] bytes() {
    return cells.bytes();
  }

  /** The first byte of what stands in a column. */
  int start(Column column) {
    int cell = cell(column);
    return cell < 0 ? 0 : cells.start(cell);
  }

  /** One past the last byte of what stands in a column; its start for a blank and for a column that the file lacks. */
  int end(Column column) {
    int cell = cell(column);
    return cell < 0 ? 0 : cells.end(cell);
  }

  boolean isBlank(Column column) {
    return start(column) == end(column);
  }

  /** What stands there, without spaces around it; empty for a blank and for a column that the file lacks. */
  String text(Column column) {
    int cell = cell(column);
    return cell < 0 ? "" : cells.text(cell);
  }

  /** A text that has to be there, or else {@code blank} refuses the row. */
  void need(Column column, ExtractDiagnostic blank) {
    if (!refused && isBlank(column)) {
      refuse(blank, column);
    }
  }

  /** A day that has to be there and not lie in the future; {@link PatientBatch#NO_DAY} if not. */
  int pastDay(Column column) {
    need(column, ExtractDiagnostic.MISSING_DATE);
    return pastDayIfAny(column);
  }

  /** A day that does not lie in the future, if one stands there, or {@link PatientBatch#NO_DAY}. */
  int pastDayIfAny(Column column) {
    int day = dayIfAny(column);
    if (day > today) {
      refuse(ExtractDiagnostic.FUTURE, column);
    }
    return day;
  }

  int dayIfAny(Column column) {
    int start = start(column);
    int end = end(column);
    if (start == end) {
      return PatientBatch.NO_DAY;
    }
    int day = Days.read(cells.bytes(), start, end);
    if (day == Days.BAD) {
      refuse(ExtractDiagnostic.BAD_DATE, column);
      return PatientBatch.NO_DAY;
    }
    return day;
  }

  /** Nothing for a blank. */
  Optional<Long> wholeNumberIfAny(Column column) {
    String text = text(column);
    boolean whole = text.matches("[0-9]{1,12}");
    refuseIf(!whole && !text.isEmpty(), ExtractDiagnostic.BAD_LIST_SIZE, column);
    return whole ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /**
   * Nothing for a blank. No exponent and no separators: {@code 1,234} and {@code 1e3} each have more than one reading.
   */
  Optional<BigDecimal> decimalIfAny(Column column) {
    String text = text(column);
    Optional<BigDecimal> number = decimal(text);
    refuseIf(number.isEmpty() && !text.isEmpty(), ExtractDiagnostic.BAD_VALUE, column);
    return number;
  }

  /** A plain decimal number of at most 30 characters. */
  static Optional<BigDecimal> decimal(String text) {
    return text.length() <= LONGEST && text.matches("-?[0-9]+([.][0-9]+)?")
        ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  void refuseIf(boolean wrong, ExtractDiagnostic why, Column column) {
    if (wrong) {
      refuse(why, column);
    }
  }

  void refuse(ExtractDiagnostic why, Column column) {
    refuse(why, column.header());
  }

  private void refuse(ExtractDiagnostic why, String column) {
    if (!refused) {
      refused = true;
      count(why, column);
    }
  }

  /** Counts what is odd about the row without refusing it. */
  void count(ExtractDiagnostic what, Column column) {
    count(what, column.header());
  }

  private void count(ExtractDiagnostic what, String column) {
    tally.count(what, file.layout().file(), file.place(line, column));
  }

  boolean isRefused() {
    return refused;
  }

  long line() {
    return line;
  }

  Place.InFile place(Column column) {
    return file.place(line, column.header());
  }
}
