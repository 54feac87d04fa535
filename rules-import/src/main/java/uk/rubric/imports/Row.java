package uk.rubric.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A row of a table of a known kind. */
final class Row {
  private final Map<Column, Cell> cells = new EnumMap<>(Column.class);
  private final List<String> others = new ArrayList<>();
  private final String heading;

  Row(TableKind kind, RawTable table, List<String> header, List<Cell> row) {
    this.heading = table.heading();
    Set<Integer> known = new HashSet<>();
    for (Column column : kind.columns()) {
      int place = kind.place(column, header);
      if (place >= 0) {
        cells.put(column, row.get(place));
        known.add(place);
      }
    }
    for (int i = 0; i < row.size(); i++) {
      if (!known.contains(i) && !row.get(i).isBlank()) {
        others.add(header.get(i).replaceAll(":$", "") + ": " + row.get(i).text());
      }
    }
  }

  /** A cell of a column that each table of the kind has. */
  Cell cell(Column column) {
    return cells.get(column);
  }

  /** The text of a column that may be missing; empty when it is blank. */
  Optional<String> text(Column column) {
    return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isBlank()).map(Cell::text);
  }

  /** The cells of columns that the language has no place for, each with the name of its column. */
  List<String> others() {
    return List.copyOf(others);
  }

  /** The heading above its table. */
  String heading() {
    return heading;
  }
}
