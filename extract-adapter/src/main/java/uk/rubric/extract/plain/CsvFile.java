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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;

/** One file of the plain extract: its header, looked at on construction, and its rows. */
final class CsvFile {
  private static final int ROWS_BETWEEN_PROGRESS = 10_000;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Layout layout;
  private final Path path;
  private final Header header;

  /**
   * @throws CouldNotRun when the file cannot be read as far as its header
   */
  CsvFile(Path folder, Layout layout) {
    this.layout = layout;
    this.path = folder.resolve(layout.file());
    Header[] found = {new Header(layout, path.toString(), 1, List.of())};
    scan(Progress.NONE, record -> {
      found[0] = new Header(layout, path.toString(), record.getStartingLineNumber(), record.getFields());
      return false;
    });
    this.header = found[0];
  }

  Header header() {
    return header;
  }

  String name() {
    return layout.file();
  }

  /** A place in this file, without a column when it concerns the whole line. */
  Place.InFile place(long line, String column) {
    return new Place.InFile(path.toString(), line, column);
  }

  /**
   * Hands on every row after the header, blank lines left out, and answers the file's name, length and hash as one
   * line.
   *
   * @throws CouldNotRun when the rest of the file cannot be read
   */
  String read(Cells cells, Progress progress, Consumer<Row> use) {
    boolean[] begun = {false};
    return scan(progress, record -> {
      if (begun[0]) {
        use.accept(new Row(this, record, cells));
      }
      begun[0] = true;
      return true;
    });
  }

  /** Hands on every line that is not blank, as long as {@code goesOn} says so. */
  private String scan(Progress progress, Predicate<CsvRecord> goesOn) {
    CsvRecord last = null;
    try (MeasuredInput in = new MeasuredInput(Files.newInputStream(path)); CsvReader<CsvRecord> csv = parser(in)) {
      long size = Files.size(path);
      long rows = 0;
      for (CsvRecord csvRecord : csv) {
        last = csvRecord;
        if (!isBlank(csvRecord) && !goesOn.test(csvRecord)) {
          break;
        }
        if (++rows % ROWS_BETWEEN_PROGRESS == 0) {
          progress.at("reading " + name(), in.count(), size);
        }
      }
      progress.at("reading " + name(), in.count(), size);
      return "%s %d %s\n".formatted(name(), in.count(), in.hash());
    } catch (CsvParseException e) {
      throw new CouldNotRun(ExtractDiagnostic.BROKEN_QUOTES.at(place(lineAfter(last), "")));
    } catch (IOException | UncheckedIOException e) {
      throw new CouldNotRun(
          Diagnostic.at(place(0, ""), RunDiagnostic.MISSING_FILE, "the file `" + name() + "` cannot be read"));
    }
  }

  /**
   * Bytes that are not UTF-8 become U+FFFD here, and a row with one of those is set aside: the default of the library
   * would do the same, but in silence.
   */
  private static CsvReader<CsvRecord> parser(InputStream in) throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return CsvReader.builder()
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text);
  }

  private static boolean isBlank(CsvRecord csvRecord) {
    return csvRecord.getFieldCount() == 0 || csvRecord.getFieldCount() == 1 && csvRecord.getField(0).isBlank();
  }

  private static long lineAfter(CsvRecord last) {
    if (last == null) {
      return 1;
    }
    int breaks = last.getFields().stream().mapToInt(field -> field.split("\r\n|\r|\n", -1).length - 1).sum();
    return last.getStartingLineNumber() + breaks + 1;
  }
}
