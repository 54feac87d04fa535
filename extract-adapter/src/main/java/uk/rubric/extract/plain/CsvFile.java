package uk.rubric.extract.plain;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.extract.UnreadableTable;
import uk.rubric.extract.plain.CsvLines.First;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;

/** One file of the plain extract: its header, looked at on construction, and its rows. */
final class CsvFile {
  private static final int LINES_BETWEEN_PROGRESS = 10_000;

  private final Layout layout;
  private final Path path;
  private final String shown;
  private final Packing packing;
  private final Header header;
  private final long headerLine;

  /**
   * @throws CouldNotRun when the file cannot be read as far as its header
   */
  CsvFile(Path folder, Layout layout, Packing packing) {
    this(folder.resolve(packing.name(layout)), folder.resolve(packing.name(layout)).toString(), layout, packing);
  }

  /**
   * @param shown what messages call the file, when it is a copy of another
   * @throws CouldNotRun when the file cannot be read as far as its header
   */
  CsvFile(Path path, String shown, Layout layout, Packing packing) {
    this.layout = layout;
    this.path = path;
    this.shown = shown;
    this.packing = packing;
    requireFile();
    Optional<First> first = first();
    this.headerLine = first.map(First::line).orElse(1L);
    if (first.isPresent() && first.get().cells().isEmpty()) {
      throw new CouldNotRun(ExtractDiagnostic.BROKEN_HEADER.at(place(headerLine, "")));
    }
    List<String> names = first.flatMap(First::cells).map(CsvRecord::getFields).orElse(List.of());
    this.header = new Header(layout, shown, headerLine, names);
  }

  // It is read more than once, and waiting for whoever fills a pipe may take forever.
  private void requireFile() {
    if (!Files.isRegularFile(path)) {
      throw new CouldNotRun(
          Diagnostic.at(place(0, ""), RunDiagnostic.MISSING_FILE, "`" + name() + "` is no file that can be read")
              .withHelp("put a file there, or a link to one: what comes through a pipe is written to a file first"));
    }
  }

  private Optional<First> first() {
    try (InputStream stored = Files.newInputStream(path); InputStream in = text(stored)) {
      return CsvLines.first(in);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    }
  }

  /**
   * Its text, from the start; {@code stored} gives its bytes, which a caller may measure, and is closed by the caller.
   */
  InputStream text(InputStream stored) throws IOException {
    return packing.text(stored, path, layout);
  }

  /** What to say when reading failed, as exactly as the failure tells. */
  CouldNotRun unreadable(IOException failure) {
    return failure instanceof UnreadableTable table
        ? new CouldNotRun(
            Diagnostic.at(place(0, table.column()), ExtractDiagnostic.UNREADABLE_PARQUET, table.getMessage())
                .withHelp(table.help()))
        : unreadable();
  }

  CouldNotRun unreadable() {
    return new CouldNotRun(
        Diagnostic.at(place(0, ""), RunDiagnostic.MISSING_FILE, "the file `" + name() + "` cannot be read"));
  }

  Header header() {
    return header;
  }

  /** The line with the names of the columns, from 1. */
  long headerLine() {
    return headerLine;
  }

  Layout layout() {
    return layout;
  }

  Path path() {
    return path;
  }

  Packing packing() {
    return packing;
  }

  /** Its name in the folder. */
  String name() {
    return packing.name(layout);
  }

  /** A place in this file, without a column when it concerns the whole line. */
  Place.InFile place(long line, String column) {
    return new Place.InFile(shown, line, column);
  }

  /** One line for the fingerprint: the file's name, length and hash. */
  String fingerprint(MeasuredInput in) {
    return "%s %d %s\n".formatted(name(), in.count(), in.hash());
  }

  /** Counts a file without a row. */
  void countIfEmpty(boolean any, Tally tally) {
    if (!any) {
      tally.count(ExtractDiagnostic.NO_RECORDS, layout.file(), place(0, ""));
    }
  }

  /**
   * Hands on every row after the header, blank lines left out, and answers the file's fingerprint. A line that is not a
   * row is counted, and so is a file without any.
   *
   * @throws CouldNotRun when the rest of the file cannot be read
   */
  String read(int today, Tally tally, Progress progress, Consumer<Row> use) {
    try (MeasuredInput measured = new MeasuredInput(Files.newInputStream(path));
        InputStream in = text(measured)) {
      long size = Files.size(path);
      Row row = new Row(this, tally, today);
      LineReader lines = new LineReader(in, 0, 1);
      boolean any = false;
      while (lines.next()) {
        if (lines.line() > headerLine) {
          Cells.Kind kind = row.read(lines);
          any |= kind != Cells.Kind.BLANK;
          if (kind == Cells.Kind.ROW) {
            use.accept(row);
          }
        }
        if (lines.line() % LINES_BETWEEN_PROGRESS == 0) {
          progress.at("reading " + name(), measured.count(), size);
        }
      }
      measured.drain();
      progress.at("reading " + name(), measured.count(), size);
      countIfEmpty(any, tally);
      return fingerprint(measured);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    }
  }
}
