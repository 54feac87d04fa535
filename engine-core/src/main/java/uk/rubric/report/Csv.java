package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;

/** The one dialect that is written: commas, quotes where they are needed, LF. */
final class Csv {
  private Csv() {}

  static CsvWriter writer(Writer writer) {
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
  }
}
