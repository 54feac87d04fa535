package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.rubric.evidence.History;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;

/**
 * What {@code history.csv} says, if it is there. Two values of one figure are both set aside; a blank value is none.
 */
final class PastFigures {
  // 2024, 2024/25, 2024-25: the period that starts in 2024.
  private static final Pattern YEAR = Pattern.compile("(\\d{4})([/-]\\d{2})?");

  private final Keyed<History.Entry> figures = new Keyed<>();

  void add(Row row) {
    row.need(Column.PRACTICE_CODE, ExtractDiagnostic.BLANK_PRACTICE_CODE);
    row.need(Column.MEASURE, ExtractDiagnostic.BLANK_ITEM);
    String organisation = row.text(Column.PRACTICE_CODE);
    Matcher year = YEAR.matcher(row.text(Column.YEAR));
    row.refuseIf(!year.matches(), ExtractDiagnostic.BAD_YEAR, Column.YEAR);
    String output = row.text(Column.OUTPUT);
    String measure = row.text(Column.MEASURE);
    Optional<BigDecimal> value = row.decimalIfAny(Column.VALUE);
    String start = year.matches() ? year.group(1) : "";
    String key = key(organisation, start, output, measure);
    if (row.isRefused()) {
      figures.spoil(key);
    } else if (value.isPresent()) {
      figures.add(key, new History.Entry(organisation, Integer.parseInt(start), output, measure, value.get()),
          row.line());
    }
  }

  private static String key(String organisation, String start, String output, String measure) {
    return String.join(" ", organisation, start, output, measure);
  }

  /** The line of a figure that is among {@link #entries}. */
  long line(History.Entry entry) {
    return figures.line(key(
        entry.organisation(), "%04d".formatted(entry.year()), entry.output(), entry.measure()));
  }

  /** To be called once, after the last row. */
  void settle(CsvFile file, Tally tally) {
    String column = Column.VALUE.header();
    figures.settle(
        line -> tally.count(ExtractDiagnostic.CONFLICTING_FIGURE, file.layout().file(), file.place(line, column)),
        line -> tally.count(ExtractDiagnostic.REPEATED_ROW, file.layout().file(), file.place(line, column)));
  }

  List<History.Entry> entries() {
    return figures.keys().sorted().map(key -> figures.find(key).orElseThrow()).toList();
  }
}
