package uk.rubric.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Columns that line up, two spaces apart, headed by their names. A column without a name and without a cell is left
 * out. A last column of running text is folded, so that lines keep to a terminal's width.
 */
final class TextTable {
  private static final int LINE = 120;
  private static final int NARROWEST_TEXT = 40;

  private final String indent;
  private final List<String> heads = new ArrayList<>();
  private final List<Align> aligns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  private enum Align {
    LEFT,
    RIGHT,
    FOLDED
  }

  TextTable(String indent) {
    this.indent = indent;
  }

  /** A column of words. */
  TextTable words(String head) {
    return column(head, Align.LEFT);
  }

  /** A column of figures. */
  TextTable figures(String head) {
    return column(head, Align.RIGHT);
  }

  /** The last column, of running text. */
  TextTable text(String head) {
    return column(head, Align.FOLDED);
  }

  private TextTable column(String head, Align align) {
    heads.add(head);
    aligns.add(align);
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
    int[] widths = IntStream.range(0, heads.size()).map(this::width).toArray();
    StringBuilder text = new StringBuilder();
    line(text, heads, widths);
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
  }

  private int width(int column) {
    int widest = rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    return Math.max(length(heads.get(column)), widest);
  }

  private void line(StringBuilder text, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(indent);
    for (int column = 0; column < widths.length; column++) {
      if (widths[column] > 0) {
        line.append(line.length() == indent.length() ? "" : "  ");
        line.append(cell(cells.get(column), aligns.get(column), widths[column], line.length()));
      }
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String cell(String cell, Align align, int width, int start) {
    return switch (align) {
      case LEFT -> cell + " ".repeat(width - length(cell));
      case RIGHT -> " ".repeat(width - length(cell)) + cell;
      case FOLDED -> fold(cell, start);
    };
  }

  private static String fold(String text, int start) {
    int width = Math.max(NARROWEST_TEXT, LINE - start);
    StringBuilder folded = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ")) {
      boolean fits = used + 1 + length(word) <= width;
      folded.append(used == 0 ? "" : fits ? " " : "\n" + " ".repeat(start)).append(word);
      used = used > 0 && fits ? used + 1 + length(word) : length(word);
    }
    return folded.toString();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
