package uk.rubric.imports;

import java.util.List;

/**
 * A table as it stands in a file.
 *
 * @param heading the heading above it, empty in a file that is one table
 * @param rows those below the header, blank ones left out; each has as many cells as the header
 */
record RawTable(String heading, List<Cell> header, List<List<Cell>> rows) {
  RawTable {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
