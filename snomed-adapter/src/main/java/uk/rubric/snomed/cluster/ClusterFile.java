package uk.rubric.snomed.cluster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.SctId;

/**
 * One file of a code cluster, read in full or not at all. A column of any other name than code and term is refused too:
 * it may say which of the codes still count.
 */
final class ClusterFile {
  private static final int LINES_SHOWN = 5;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final char REPLACEMENT = '\uFFFD';
  private static final String CODE = "code";
  private static final String TERM = "term";

  private final Path file;
  private final String shown;
  private final Map<Long, String> terms = new LinkedHashMap<>();
  private final List<Diagnostic> errors = new ArrayList<>();
  private CsvRecord last;
  private long bad;

  /**
   * @param shown the file as messages name it
   */
  ClusterFile(Path file, String shown) {
    this.file = file;
    this.shown = shown;
  }

  CodeSet read() {
    try (CsvReader<CsvRecord> csv = open()) {
      readLines(csv.stream().peek(line -> last = line).filter(line -> !isBlank(line)).iterator());
    } catch (CsvParseException e) {
      refuse(lineAfterLast(), "", "a quotation mark is opened and not closed, or text follows the closing one");
    } catch (IOException | UncheckedIOException e) {
      throw new CouldNotRun(unreadable(shown));
    }
    if (bad > errors.size()) {
      errors.add(error(0, "", "and %d more lines".formatted(bad - errors.size())));
    }
    if (!errors.isEmpty()) {
      throw new CouldNotRun(errors);
    }
    return new CodeSet(
        terms.keySet().stream().mapToLong(Long::longValue).toArray(), terms.values().toArray(String[]::new));
  }

  private CsvReader<CsvRecord> open() throws IOException {
    Reader text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
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

  private long lineAfterLast() {
    if (last == null) {
      return 1;
    }
    int breaks = last.getFields().stream().mapToInt(field -> field.split("\r\n|\r|\n", -1).length - 1).sum();
    return last.getStartingLineNumber() + breaks + 1;
  }

  private static boolean isBlank(CsvRecord line) {
    return line.getFieldCount() == 0 || line.getFieldCount() == 1 && line.getField(0).isBlank();
  }

  private void readLines(Iterator<CsvRecord> lines) {
    List<String> header = lines.hasNext() ? names(lines.next()) : List.of();
    boolean known = header.stream().allMatch(name -> name.equals(CODE) || name.equals(TERM));
    if (!header.contains(CODE) || !known || header.stream().distinct().count() < header.size()) {
      refuse(1, "", "expected the columns `code` and `term`, and no others, in the first line");
      return;
    }
    lines.forEachRemaining(line -> readLine(line, header));
  }

  private static List<String> names(CsvRecord line) {
    return line.getFields().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
  }

  private void readLine(CsvRecord line, List<String> header) {
    long number = line.getStartingLineNumber();
    if (line.getFieldCount() != header.size()) {
      refuse(number, "", "expected as many cells as there are columns; a term with a comma needs quotation marks");
      return;
    }
    if (line.getFields().stream().anyMatch(ClusterFile::goesOverLines)) {
      refuse(number, "", "expected a cell on one line; a quotation mark too many hides the codes that follow it");
      return;
    }
    String code = line.getField(header.indexOf(CODE)).strip();
    String term = header.contains(TERM) ? line.getField(header.indexOf(TERM)).strip() : "";
    if (!SctId.isValid(code)) {
      refuse(number, CODE, "expected the identifier of a SNOMED CT concept: 6 to 18 digits with a right check digit");
    } else if (term.indexOf(REPLACEMENT) >= 0) {
      refuse(number, TERM, "expected text in UTF-8");
    } else {
      terms.putIfAbsent(Long.valueOf(code), term);
    }
  }

  private static boolean goesOverLines(String cell) {
    return cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0;
  }

  private void refuse(long line, String column, String message) {
    bad++;
    if (bad <= LINES_SHOWN) {
      Diagnostic error = error(line, column, message);
      errors.add(column.equals(CODE)
          ? error.withHelp("a spreadsheet rounds numbers of more than 15 digits: keep the column as text")
          : error);
    }
  }

  private Diagnostic error(long line, String column, String message) {
    return Diagnostic.at(new Place.InFile(shown, line, column), RunDiagnostic.UNREADABLE_CLUSTER, message);
  }

  /** For a file that the system does not let be read. */
  static Diagnostic unreadable(String shown) {
    return Diagnostic.at(Place.of(shown), RunDiagnostic.UNREADABLE_CLUSTER, "this code cluster cannot be read");
  }
}
