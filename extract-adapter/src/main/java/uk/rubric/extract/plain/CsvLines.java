package uk.rubric.extract.plain;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import uk.rubric.run.Progress;

/**
 * The records of a CSV file, each on a line of its own: a quotation mark that is not closed spoils its line and no
 * other. Read as one stream as long as all goes well. The first record that does not fit on its line ends that: from
 * there on the file is read again, line by line, for what the stream made of the lines after it may be anything.
 */
final class CsvLines {
  private static final int LINES_BETWEEN_PROGRESS = 10_000;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  /** Told of each line that is not blank, in order. */
  interface Use {
    /** @param line from 1 */
    void cells(long line, CsvRecord cells);

    /** A line that is not a record, for its quotation marks do not pair. */
    void broken(long line);
  }

  /**
   * The first line that is not blank.
   *
   * @param line from 1
   * @param cells nothing when its quotation marks do not pair
   */
  record First(long line, Optional<CsvRecord> cells) {}

  private final Path path;
  private final String name;
  private final CsvReaderBuilder parser = CsvReader.builder()
      .skipEmptyLines(false)
      .allowUnclosedQuote(false)
      .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
      .extraFieldStrategy(FieldMismatchStrategy.IGNORE);

  /** @param name for the progress and the fingerprint */
  CsvLines(Path path, String name) {
    this.path = path;
    this.name = name;
  }

  /** Nothing when all lines are blank. */
  Optional<First> first() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
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
  }

  /** Hands on all lines, and answers the file's name, length and hash as one line. */
  String read(Progress progress, Use use) throws IOException {
    long done = 0;
    try (MeasuredInput in = new MeasuredInput(Files.newInputStream(path));
        CsvReader<CsvRecord> csv = parser.ofCsvRecord(text(in))) {
      long size = Files.size(path);
      for (CsvRecord cells : csv) {
        if (goesOverLines(cells)) {
          return readLineByLine(done, progress, use);
        }
        done = cells.getStartingLineNumber();
        if (!isBlank(cells)) {
          use.cells(done, cells);
        }
        show(progress, done, in, size);
      }
      return ended(progress, in, size);
    } catch (CsvParseException e) {
      return readLineByLine(done, progress, use);
    }
  }

  private String readLineByLine(long done, Progress progress, Use use) throws IOException {
    try (MeasuredInput in = new MeasuredInput(Files.newInputStream(path))) {
      long size = Files.size(path);
      PhysicalLines lines = new PhysicalLines(text(in));
      long line = 1;
      for (Optional<String> text = lines.next(); text.isPresent(); text = lines.next()) {
        if (line > done && !text.get().isBlank()) {
          use(line, text.get(), use);
        }
        show(progress, line, in, size);
        line++;
      }
      return ended(progress, in, size);
    }
  }

  private void use(long line, String text, Use use) {
    Optional<CsvRecord> cells = parse(text);
    if (cells.isEmpty()) {
      use.broken(line);
    } else if (!isBlank(cells.get())) {
      use.cells(line, cells.get());
    }
  }

  /** Nothing when its quotation marks do not pair. */
  private Optional<CsvRecord> parse(String line) {
    try {
      return Optional.of(parser.ofSingleCsvRecord(line));
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }

  private void show(Progress progress, long line, MeasuredInput in, long size) {
    if (line % LINES_BETWEEN_PROGRESS == 0) {
      progress.at("reading " + name, in.count(), size);
    }
  }

  private String ended(Progress progress, MeasuredInput in, long size) {
    progress.at("reading " + name, in.count(), size);
    return "%s %d %s\n".formatted(name, in.count(), in.hash());
  }

  /**
   * Bytes that are not UTF-8 become U+FFFD here, and a row with one of those is set aside: the default of the library
   * would do the same, but in silence.
   */
  private static Reader text(InputStream in) throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private static boolean goesOverLines(CsvRecord cells) {
    for (int place = 0; place < cells.getFieldCount(); place++) {
      String cell = cells.getField(place);
      if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(CsvRecord cells) {
    return cells.getFieldCount() == 0 || cells.getFieldCount() == 1 && cells.getField(0).isBlank();
  }
}
