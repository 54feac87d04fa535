package uk.rubric.imports;

import java.util.Optional;

/** Reads a cell, and reports it when that cannot be done in full. */
final class Reading {
  private Reading() {}

  /** What makes something of a cell. */
  interface Reader<T> {
    T read(Cell cell) throws Unreadable;
  }

  static <T> Optional<T> of(Cell cell, Problems problems, Reader<T> reader) {
    try {
      return Optional.of(reader.read(cell));
    } catch (Unreadable e) {
      String whole = cell.isBlank() ? "the cell is blank" : Problems.quote(cell.text()) + " cannot be read";
      problems.add(cell.place(), ImportDiagnostic.UNREADABLE_CELL, whole + ": " + e.getMessage(),
          "nothing is guessed and nothing left out: put the cell into one of the published forms");
      return Optional.empty();
    }
  }
}
