package uk.rubric.extract.plain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Records of a CSV file as text, each on a line of its own: a quotation mark that is not closed spoils its line alone.
 */
final class CsvLines {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private CsvLines() {}

  /**
   * The first line that is not blank.
   *
   * @param line from 1
   * @param cells nothing when its quotation marks do not pair
   */
  record First(long line, Optional<CsvRecord> cells) {}

  /** Nothing when all lines are blank. */
  static Optional<First> first(InputStream in) throws IOException {
    PhysicalLines lines = new PhysicalLines(text(in));
    long line = 1;
    for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
      Optional<CsvRecord> cells = parse(text.get().isBlank() ? "\"\"" : text.get());
      if (cells.isEmpty() || !isBlank(cells.get())) {
        return Optional.of(new First(line, cells));
      }
      line++;
    }
    return Optional.empty();
  }

  /** Nothing when the quotation marks of a line do not pair. */
  static Optional<CsvRecord> parse(String line) {
    try {
      return Optional.of(CsvReader.builder()
          .skipEmptyLines(false)
          .allowUnclosedQuote(false)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .ofSingleCsvRecord(line));
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }

  private static Reader text(InputStream in) throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  static boolean isBlank(CsvRecord cells) {
    return cells.getFieldCount() == 0 || cells.getFieldCount() == 1 && cells.getField(0).isBlank();
  }
}
