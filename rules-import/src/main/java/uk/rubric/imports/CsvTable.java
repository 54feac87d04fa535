package uk.rubric.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;

/** Reads a CSV file: one table, its columns in the first line. A cell may go on over lines. */
final class CsvTable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final SourceText file;
  private final Problems problems;
  private List<String> columns = List.of();

  private CsvTable(SourceText file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Nothing after a report. */
  static Optional<RawTable> read(SourceText file, Problems problems) {
    return new CsvTable(file, problems).read();
  }

  private Optional<RawTable> read() {
    List<CsvRecord> records = records();
    if (records.isEmpty()) {
      broken(0, "the file holds no table",
          "put the names of the columns in the first line and a row on each line below");
      return Optional.empty();
    }
    CsvRecord first = records.get(0);
    columns = first.getFields().stream().map(String::strip).toList();
    List<Cell> header = cells(first);
    List<List<Cell>> rows = records.stream().skip(1).filter(this::isWhole).map(this::cells).toList();
    return Optional.of(new RawTable("", header, rows));
  }

  private List<CsvRecord> records() {
    String text = file.text().startsWith(BYTE_ORDER_MARK) ? file.text().substring(1) : file.text();
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder()
        .skipEmptyLines(true)
        .allowUnclosedQuote(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text)) {
      csv.stream().filter(each -> each.getFields().stream().anyMatch(cell -> !cell.isBlank())).forEach(records::add);
    } catch (CsvParseException | java.io.IOException e) {
      broken(records.isEmpty() ? 1 : records.get(records.size() - 1).getStartingLineNumber() + 1,
          "a quotation mark is opened and not closed, or text follows the closing one",
          "put the whole cell between quotation marks and double those inside it");
    }
    return records;
  }

  private boolean isWhole(CsvRecord row) {
    if (row.getFieldCount() == columns.size()) {
      return true;
    }
    broken(row.getStartingLineNumber(),
        "expected " + columns.size() + " cells, as there are columns, and found " + row.getFieldCount() + ": "
            + Problems.quote(String.join(",", row.getFields())),
        "put a text that has a comma in it between quotation marks");
    return false;
  }

  private void broken(long line, String message, String help) {
    problems.add(new Place.InFile(file.name(), line, ""), ImportDiagnostic.BROKEN_TABLE, message, help);
  }

  private List<Cell> cells(CsvRecord row) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(Cell.of(row.getField(i), new Place.InFile(file.name(), row.getStartingLineNumber(), columns.get(i))));
    }
    return cells;
  }
}
