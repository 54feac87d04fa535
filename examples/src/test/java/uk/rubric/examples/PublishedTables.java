package uk.rubric.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published tables, which are no part of the project: they are read where they stand beside it. */
final class PublishedTables {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data");

  private PublishedTables() {}

  /** The rows of a table; the test that asks is skipped where the tables are not at hand. */
  static List<NamedCsvRecord> rows(String file) {
    assumeAtHand();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String document(String file) {
    assumeAtHand();
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assumeAtHand() {
    assumeTrue(Files.isDirectory(FOLDER), "the published tables are not beside the project, in ../shared");
  }
}
