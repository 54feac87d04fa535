package uk.rubric.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.diagnostic.Suggestion;

/**
 * The tables of published business rules, each known by its columns, in the words of the documents and in those of
 * their CSV files. A question mark stands behind a column that may be missing.
 */
enum TableKind {
  DATES("NAME: term", "DESCRIPTION: description", "VALUE?: timeframe for this service"),
  CLUSTERS(
      "NAME: cluster name / cluster", "DESCRIPTION: description", "REFSET: snomed ct / refset",
      "VERSION: cluster version"),
  FIELDS(
      "NUMBER?: field number / field", "NAME: field name / name",
      "CLUSTER: code cluster if applicable / code cluster / cluster", "CRITERIA: qualifying criteria",
      "DESCRIPTION: non technical description / description"),
  REGISTERS(
      "NAME: register name", "DESCRIPTION: description",
      "APPLIED_TO: applied to patients defined in / applied to population"),
  COHORTS(
      "NAME: cohort name", "DESCRIPTION: description",
      "APPLIED_TO: applied to patients defined in / applied to population"),
  INDICATORS("NAME: indicator id", "DESCRIPTION: description", "APPLIED_TO: applied to population"),
  /** Rules that stand below the register, cohort or indicator that they are of. */
  RULES(
      "NUMBER?: rule number", "CONDITION: rule", "IF_TRUE: action if true", "IF_FALSE: action if false",
      "DESCRIPTION: rule description or comments"),
  RULES_OF_ALL(
      "OUTPUT: output", "SECTION: section", "NUMBER: rule", "CONDITION: condition", "IF_TRUE: if true",
      "IF_FALSE: if false", "DESCRIPTION: description"),
  REGISTRATION(
      "CONDITION: qualifying criteria", "IF_TRUE: action if true", "IF_FALSE: action if false",
      "DESCRIPTION: non technical description"),
  PROPERTIES("NAME: category", "VALUE: database value"),
  /** Why the rules of an indicator reject: published apart from the rules. */
  REASONS(
      "OUTPUT: indicator", "NAME: reason", "TYPE: type", "SCOPE: general or specific", "DESCRIPTION: description",
      "NUMBER?: rule"),
  /** Which codes give the value of a field, where a cluster holds those of several. */
  CODES("NAME: field", "CODE: code", "TERM: term");

  private final Map<Column, List<String>> columns = new EnumMap<>(Column.class);
  private final Set<Column> optional = new HashSet<>();

  TableKind(String... columns) {
    for (String column : columns) {
      String[] parts = column.split(": ");
      Column name = Column.valueOf(parts[0].replace("?", ""));
      this.columns.put(name, List.of(parts[1].split(" / ")));
      if (parts[0].endsWith("?")) {
        optional.add(name);
      }
    }
  }

  /** The kind of a table with these columns, if it is a known one. */
  static Optional<TableKind> of(List<String> header) {
    return Arrays.stream(values()).filter(kind -> kind.fits(header)).findFirst();
  }

  /** The kind that most of these columns belong to: at least two, and half of its own. */
  static Optional<TableKind> nearest(List<String> header) {
    return Arrays.stream(values())
        .filter(kind -> kind.known(header) >= Math.max(2, (kind.columns.size() - kind.optional.size() + 1) / 2))
        .max((a, b) -> Long.compare(a.known(header), b.known(header)));
  }

  private boolean fits(List<String> header) {
    return columns.keySet().stream().allMatch(column -> optional.contains(column) || place(column, header) >= 0)
        && columns.keySet().stream().mapToInt(column -> place(column, header)).filter(p -> p >= 0).distinct().count()
            >= columns.size() - optional.size();
  }

  private long known(List<String> header) {
    return columns.keySet().stream().mapToInt(column -> place(column, header)).filter(p -> p >= 0).distinct().count();
  }

  /** Where a column stands in a header, or -1. */
  int place(Column column, List<String> header) {
    for (String words : columns.getOrDefault(column, List.of())) {
      for (int i = 0; i < header.size(); i++) {
        if (plain(header.get(i)).equals(words)) {
          return i;
        }
      }
    }
    return -1;
  }

  Set<Column> columns() {
    return columns.keySet();
  }

  /** The columns that a table of this kind needs and has not, in the words of its documents. */
  List<String> missing(List<String> header) {
    return columns.entrySet().stream()
        .filter(column -> !optional.contains(column.getKey()) && place(column.getKey(), header) < 0)
        .map(column -> column.getValue().get(0)).toList();
  }

  /** A column that may be missing and stands there nearly: it would be taken for another one. */
  Optional<String> misspelt(List<String> header) {
    List<String> unknown = header.stream().map(TableKind::plain)
        .filter(name -> columns.values().stream().noneMatch(words -> words.contains(name))).toList();
    return optional.stream().filter(column -> place(column, header) < 0)
        .flatMap(column -> columns.get(column).stream())
        .filter(name -> Suggestion.closest(name, unknown).isPresent())
        .sorted().findFirst();
  }

  /** {@code Applied to population:} and {@code applied_to_population} are one. */
  private static String plain(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
