package uk.rubric.extract.plain;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.plain.CsvLines.First;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;

/** One file of the plain extract: its header, looked at on construction, and its rows. */
final class CsvFile {
  private final Layout layout;
  private final Path path;
  private final CsvLines lines;
  private final Header header;
  private final long headerLine;

  /**
   * @throws CouldNotRun when the file cannot be read as far as its header
   */
  CsvFile(Path folder, Layout layout) {
    this.layout = layout;
    this.path = folder.resolve(layout.file());
    this.lines = new CsvLines(path, layout.file());
    Optional<First> first = first();
    this.headerLine = first.map(First::line).orElse(1L);
    if (first.isPresent() && first.get().cells().isEmpty()) {
      throw new CouldNotRun(ExtractDiagnostic.BROKEN_HEADER.at(place(headerLine, "")));
    }
    List<String> names = first.flatMap(First::cells).map(CsvRecord::getFields).orElse(List.of());
    this.header = new Header(layout, path.toString(), headerLine, names);
  }

  private Optional<First> first() {
    try {
      return lines.first();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable();
    }
  }

  private CouldNotRun unreadable() {
    return new CouldNotRun(
        Diagnostic.at(place(0, ""), RunDiagnostic.MISSING_FILE, "the file `" + name() + "` cannot be read"));
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
   * line. A line that is not a row is counted, and so is a file without any.
   *
   * @throws CouldNotRun when the rest of the file cannot be read
   */
  String read(Cells cells, Progress progress, Consumer<Row> use) {
    Rows rows = new Rows(cells, use);
    try {
      String read = lines.read(progress, rows);
      if (!rows.any) {
        cells.tally().count(ExtractDiagnostic.NO_RECORDS, name(), place(0, ""));
      }
      return read;
    } catch (IOException | UncheckedIOException e) {
      throw unreadable();
    }
  }

  private final class Rows implements CsvLines.Use {
    private final Cells cells;
    private final Consumer<Row> use;
    private boolean any;

    Rows(Cells cells, Consumer<Row> use) {
      this.cells = cells;
      this.use = use;
    }

    @Override
    public void cells(long line, CsvRecord csv) {
      if (line > headerLine) {
        any = true;
        use.accept(new Row(CsvFile.this, line, csv, cells));
      }
    }

    @Override
    public void broken(long line) {
      any = true;
      cells.tally().count(ExtractDiagnostic.BAD_QUOTES, name(), place(line, ""));
    }
  }
}
