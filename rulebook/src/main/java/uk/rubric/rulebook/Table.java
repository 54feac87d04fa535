package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.List;

/**
 * A table. On a narrow screen each row becomes a block whose cells name their columns; the roles keep it a table for
 * those who do not see it.
 */
final class Table {
  private final String caption;
  private final List<String> columns;
  private final String css;
  private final List<Html> rows = new ArrayList<>();

  /** @param caption what a reader who does not see the heading is told */
  Table(String caption, String... columns) {
    this("", caption, List.of(columns));
  }

  private Table(String css, String caption, List<String> columns) {
    this.css = css;
    this.caption = caption;
    this.columns = columns;
  }

  /** With the widths of columns of a ladder, alike for all. */
  static Table ofLadder(String caption, String... columns) {
    return new Table("ladder", caption, List.of(columns));
  }

  /** A row whose first cell is its header. */
  void row(String id, Html... cells) {
    List<Html> parts = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      Html.Element cell = Html.element(i == 0 ? "th" : "td", Html.element("div", cells[i]));
      cell = i == 0 ? cell.with("scope", "row").with("role", "rowheader") : cell.with("role", "cell");
      parts.add(cell.with("data-label", columns.get(i)));
    }
    Html.Element row = Html.element("tr", Html.together(parts)).with("role", "row");
    rows.add(id.isEmpty() ? row : row.id(id));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  Html html() {
    List<Html> heads = columns.stream().<Html>map(column ->
        Html.element("th", column).with("scope", "col").with("role", "columnheader")).toList();
    return Html.element("table",
        Html.element("caption", caption),
        Html.element("thead", Html.element("tr", Html.together(heads)).with("role", "row")).with("role", "rowgroup"),
        Html.element("tbody", Html.together(rows)).with("role", "rowgroup")).with("role", "table").css(css);
  }
}
