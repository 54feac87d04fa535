package uk.rubric.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;

/** The rows of all tables by their kind, in the order in which they stand. */
final class PublishedTables {
  private static final Set<String> SECTIONS = Set.of("register", "cohort", "denominator", "numerator");

  private static final Pattern END = Pattern.compile(
      "(?i)End of (?:denominator |numerator )?(?:rules|fields|clusters|dates|registers|cohorts|indicators)");

  private final Problems problems;
  private final Map<TableKind, List<Row>> rows = new EnumMap<>(TableKind.class);
  private final List<PublishedRule> rules = new ArrayList<>();
  /** What a table of rules in a document is of: the row of the register, cohort or indicator above it. */
  private Optional<Cell> above = Optional.empty();
  private String section = "";
  private final Map<String, Integer> counted = new HashMap<>();

  private PublishedTables(Problems problems) {
    this.problems = problems;
  }

  static PublishedTables read(List<SourceText> files, Problems problems) {
    PublishedTables tables = new PublishedTables(problems);
    files.forEach(tables::file);
    return tables;
  }

  List<Row> rows(TableKind kind) {
    return List.copyOf(rows.getOrDefault(kind, List.of()));
  }

  List<PublishedRule> rules() {
    return List.copyOf(rules);
  }

  private void file(SourceText file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      CsvTable.read(file, problems).ifPresent(table -> sort(table, true));
    } else if (name.endsWith(".md")) {
      above = Optional.empty();
      MarkdownTables.read(file, problems).forEach(table -> sort(table, false));
    } else {
      problems.add(Place.of(file.name()), ImportDiagnostic.UNKNOWN_TABLE,
          "the file is neither CSV (`.csv`) nor Markdown (`.md`)", "save the tables as one of these");
    }
  }

  private void sort(RawTable table, boolean alone) {
    List<String> header = texts(table.header());
    // In a document the name of a ladder stands in the header, and the columns in the row below.
    String title = header.isEmpty() ? "" : header.get(0).toLowerCase(Locale.ROOT);
    if (SECTIONS.contains(title) && header.stream().skip(1).allMatch(String::isBlank) && !table.rows().isEmpty()) {
      section = title;
      List<List<Cell>> below = table.rows().subList(1, table.rows().size());
      known(new RawTable(table.heading(), table.rows().get(0), below), alone, texts(table.rows().get(0)));
    } else {
      known(table, alone, header);
    }
  }

  private static List<String> texts(List<Cell> cells) {
    return cells.stream().map(Cell::text).toList();
  }

  private void known(RawTable table, boolean alone, List<String> header) {
    Optional<TableKind> kind = TableKind.of(header);
    if (kind.isEmpty()) {
      unknown(table, alone, header);
      return;
    }
    kind.get().misspelt(header).ifPresent(column -> problems.add(table.header().get(0).place(),
        ImportDiagnostic.UNKNOWN_TABLE,
        "no column is named `" + column + "`, and one nearly so: "
            + Problems.quote(String.join(" | ", header)),
        "name the column " + Problems.quote(column)));
    int position = 0;
    for (List<Cell> cells : table.rows()) {
      if (!isEnd(cells)) {
        add(kind.get(), new Row(kind.get(), table, header, named(cells, header)), ++position);
      }
    }
    if (kind.get() != TableKind.RULES && position > 1) {
      // Of several it would not be plain which one the rules below belong to.
      above = Optional.empty();
    }
  }

  /** Below a title that spans the table, the columns are those of the second row. */
  private static List<Cell> named(List<Cell> cells, List<String> header) {
    List<Cell> named = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Place.InFile place = cells.get(i).place();
      named.add(new Cell(cells.get(i).text(),
          new Place.InFile(place.path(), place.line(), header.get(i))));
    }
    return named;
  }

  /** {@code End of rules}: the last row of a printed table. */
  private static boolean isEnd(List<Cell> cells) {
    return END.matcher(cells.get(0).text()).matches() && cells.stream().skip(1).allMatch(Cell::isBlank);
  }

  private void unknown(RawTable table, boolean alone, List<String> header) {
    Cell first = table.header().get(0);
    Place place = new Place.InFile(first.place().path(), first.place().line(), "");
    Optional<TableKind> near = TableKind.nearest(header);
    String columns = Problems.quote(String.join(" | ", header));
    if (near.isPresent() || alone) {
      problems.add(place, ImportDiagnostic.UNKNOWN_TABLE, "no known table has the columns " + columns,
          near.map(kind -> "it lacks `" + String.join("`, `", kind.missing(header)) + "` of a table of "
                  + kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
              .orElse("leave the file out, or name the columns as the published tables do"));
    } else {
      problems.add(place, ImportDiagnostic.TABLE_NOT_READ,
          "the table with the columns " + columns + " holds no rules and is left out",
          "nothing is lost when it is no table of rules, fields, clusters, dates or indicators");
    }
  }

  private void add(TableKind kind, Row row, int position) {
    switch (kind) {
      case RULES -> ruleBelow(row, position);
      case RULES_OF_ALL -> ruleOfAll(row, position);
      default -> {
        rows.computeIfAbsent(kind, k -> new ArrayList<>()).add(row);
        remember(kind, row);
      }
    }
  }

  private void remember(TableKind kind, Row row) {
    switch (kind) {
      case REGISTERS -> {
        above = Optional.of(row.cell(Column.NAME));
        section = "register";
      }
      case COHORTS -> {
        above = Optional.of(row.cell(Column.NAME));
        section = "cohort";
      }
      case INDICATORS -> {
        above = Optional.of(row.cell(Column.NAME));
        section = "";
      }
      default -> above = Optional.empty();
    }
  }

  private void ruleBelow(Row row, int position) {
    if (above.isEmpty() || section.isEmpty()) {
      problems.add(row.cell(Column.CONDITION).place(), ImportDiagnostic.UNREADABLE_CELL,
          "nothing above the table says what " + Problems.quote(row.cell(Column.CONDITION).text()) + " is a rule of",
          "the table of a register, a cohort or an indicator stands above those of its rules");
    } else {
      rules.add(new PublishedRule(above.get(), section, position, row));
    }
  }

  private void ruleOfAll(Row row, int position) {
    String of = row.cell(Column.SECTION).text().toLowerCase(Locale.ROOT);
    if (SECTIONS.contains(of)) {
      int place = counted.merge(row.cell(Column.OUTPUT).text() + " " + of, 1, Integer::sum);
      rules.add(new PublishedRule(row.cell(Column.OUTPUT), of, place, row));
    } else {
      problems.add(row.cell(Column.SECTION).place(), ImportDiagnostic.UNREADABLE_CELL,
          "expected `register`, `cohort`, `denominator` or `numerator` and found " + Problems.quote(of),
          "say which ladder the rule is of");
    }
  }
}
