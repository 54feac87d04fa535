package uk.rubric.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Columns that line up, two spaces apart, headed by their names. A column without a name and without a cell is left
 * out.
 */
final class TextTable {
  private final String indent;
  private final List<String> heads = new ArrayList<>();
  private final List<Boolean> rightAligned = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String indent) {
    this.indent = indent;
  }

  /** A column of words. */
  TextTable words(String head) {
    return column(head, false);
  }

  /** A column of figures. */
  TextTable figures(String head) {
    return column(head, true);
  }

  private TextTable column(String head, boolean right) {
    heads.add(head);
    rightAligned.add(right);
    return this;
  }

  /** A row with a cell for each column. */
  TextTable row(String... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException("a cell for each column");
    }
    rows.add(List.of(cells));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, each with its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, heads);
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells) {
    StringJoiner line = new StringJoiner("  ", indent, "");
    for (int column = 0; column < cells.size(); column++) {
      int width = width(column);
      if (width > 0) {
        String padding = " ".repeat(width - length(cells.get(column)));
        line.add(rightAligned.get(column) ? padding + cells.get(column) : cells.get(column) + padding);
      }
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private int width(int column) {
    int width = length(heads.get(column));
    for (List<String> row : rows) {
      width = Math.max(width, length(row.get(column)));
    }
    return width;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
