package uk.rubric.extract.plain;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/**
 * One row as it is read. The first thing wrong with it refuses it and is counted; what is asked for afterwards still
 * answers, so that a reader asks for all it needs and then whether the row stands.
 */
final class Row {
  private static final char REPLACEMENT = '\uFFFD';

  private final CsvFile file;
  private final long line;
  private final CsvRecord csv;
  private final Cells cells;
  private boolean refused;

  /** @param line of the file, from 1 */
  Row(CsvFile file, long line, CsvRecord csv, Cells cells) {
    this.file = file;
    this.line = line;
    this.csv = csv;
    this.cells = cells;
    checkShape();
  }

  private void checkShape() {
    if (csv.getFieldCount() != file.header().width()) {
      refuse(ExtractDiagnostic.WRONG_CELL_COUNT, "");
      return;
    }
    for (int place = 0; place < csv.getFieldCount(); place++) {
      Optional<Column> known = file.header().column(place);
      if (known.isPresent()) {
        refuseIf(csv.getField(place).indexOf(REPLACEMENT) >= 0, ExtractDiagnostic.BAD_ENCODING, known.get());
      }
    }
  }

  private String raw(Column column) {
    int place = file.header().place(column);
    return place < 0 || place >= csv.getFieldCount() ? "" : csv.getField(place);
  }

  /** What stands there, without spaces around it; empty for a blank and for a column that the file lacks. */
  String text(Column column) {
    return raw(column).strip();
  }

  /** A text that has to be there, or else {@code blank} refuses the row. */
  String needed(Column column, ExtractDiagnostic blank) {
    String text = text(column);
    refuseIf(text.isEmpty(), blank, column);
    return text;
  }

  /** A day that has to be there and not lie in the future. */
  Optional<LocalDate> pastDay(Column column) {
    refuseIf(text(column).isEmpty(), ExtractDiagnostic.MISSING_DATE, column);
    return pastDayIfAny(column);
  }

  /** A day that does not lie in the future, if one stands there. */
  Optional<LocalDate> pastDayIfAny(Column column) {
    Optional<LocalDate> day = dayIfAny(column);
    refuseIf(day.isPresent() && day.get().isAfter(cells.today()), ExtractDiagnostic.FUTURE, column);
    return day;
  }

  Optional<LocalDate> dayIfAny(Column column) {
    return ifAny(column, cells::day, ExtractDiagnostic.BAD_DATE);
  }

  Optional<SctId> code(Column column) {
    Optional<SctId> code = cells.code(text(column));
    refuseIf(code.isEmpty(), ExtractDiagnostic.BAD_CODE, column);
    return code;
  }

  Optional<BigDecimal> decimalIfAny(Column column) {
    return ifAny(column, cells::decimal, ExtractDiagnostic.BAD_VALUE);
  }

  Optional<Long> wholeNumberIfAny(Column column) {
    return ifAny(column, Cells::wholeNumber, ExtractDiagnostic.BAD_LIST_SIZE);
  }

  Optional<Unit> unitIfAny(Column column) {
    return cells.unit(text(column));
  }

  private <T> Optional<T> ifAny(Column column, Function<String, Optional<T>> form, ExtractDiagnostic otherwise) {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> read = form.apply(text);
    refuseIf(read.isEmpty(), otherwise, column);
    return read;
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
      cells.tally().count(why, file.name(), file.place(line(), column));
    }
  }

  boolean isRefused() {
    return refused;
  }

  long line() {
    return line;
  }

  Place.InFile place(Column column) {
    return file.place(line(), column.header());
  }
}
