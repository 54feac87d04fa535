package uk.rubric.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.extract.ExtractDiagnostic;

/** Where each column of a file stands, by the names in its first line. */
final class Header {
  private final int[] places = new int[Column.values().length];
  private final List<Optional<Column>> columns;
  private final List<Diagnostic> errors = new ArrayList<>();
  private final List<Diagnostic> warnings = new ArrayList<>();
  private int misspelt;

  /**
   * @param path of the file, as the caller gave it
   * @param line of the names, from 1
   * @param cells the names as they stand there; empty for a file without any
   */
  Header(Layout layout, String path, long line, List<String> cells) {
    List<String> names = cells.stream().map(cell -> oneLine(cell).toLowerCase(Locale.ROOT)).toList();
    Arrays.fill(places, -1);
    layout.columns().forEach(column -> places[column.ordinal()] = names.indexOf(column.header()));
    columns = names.stream()
        .map(name -> layout.columns().stream().filter(column -> column.header().equals(name)).findFirst())
        .toList();
    if (layout.columns().stream().noneMatch(this::has)) {
      errors.add(noHeader(layout, path, line));
    } else {
      check(layout, new Names(path, line, cells, names));
    }
  }

  private record Names(String path, long line, List<String> written, List<String> names) {
    Place.InFile place(String column) {
      return new Place.InFile(path, line, column);
    }
  }

  /** Shows nothing of the line: without one known name it may well be a patient's. */
  private static Diagnostic noHeader(Layout layout, String path, long line) {
    Place place = new Place.InFile(path, line, "");
    String message = "expected the names of the columns in the first line: " + list(headers(layout.requiredColumns()));
    return Diagnostic.at(place, ExtractDiagnostic.NO_HEADER, message)
        .withHelp("add the names as the first line, with commas between them, and save the file as UTF-8");
  }

  private void check(Layout layout, Names found) {
    Set<String> known = headers(layout.columns());
    List<String> unknown =
        found.names().stream().filter(name -> !name.isEmpty() && !known.contains(name)).distinct().toList();
    layout.requiredColumns().stream()
        .filter(column -> !has(column))
        .forEach(column -> errors.add(missing(layout, column, found, unknown)));
    findDuplicates(found);
    Set<String> free = layout.columns().stream().filter(c -> !has(c)).map(Column::header).collect(Collectors.toSet());
    unknown.forEach(name -> warnings.add(unknown(name, found, free)));
    if (found.names().contains("")) {
      warnings.add(
          Diagnostic.at(found.place(""), ExtractDiagnostic.UNKNOWN_COLUMN, "a column without a name is not read"));
    }
  }

  private static Diagnostic missing(Layout layout, Column column, Names found, List<String> unknown) {
    String message = "no column `%s`: expected %s; found %s".formatted(
        column.header(), list(headers(layout.requiredColumns())), list(found.written()));
    Diagnostic diagnostic =
        Diagnostic.at(found.place(column.header()), ExtractDiagnostic.MISSING_COLUMN, message);
    return Suggestion.closest(column.header(), unknown)
        .map(near -> diagnostic.withHelp("rename the column `" + near + "`, if that is the one"))
        .orElse(diagnostic);
  }

  private void findDuplicates(Names found) {
    Set<String> seen = new HashSet<>();
    Set<String> told = new HashSet<>();
    for (String name : found.names()) {
      if (!name.isEmpty() && !seen.add(name) && told.add(name)) {
        String message = "two columns have the name `" + name + "`";
        errors.add(Diagnostic.at(found.place(name), ExtractDiagnostic.DUPLICATE_COLUMN, message)
            .withHelp("keep the one that counts, or rename the other"));
      }
    }
  }

  private Diagnostic unknown(String name, Names found, Set<String> free) {
    String message = "the column `" + name + "` is not known and is not read";
    Diagnostic diagnostic = Diagnostic.at(found.place(name), ExtractDiagnostic.UNKNOWN_COLUMN, message);
    Optional<String> near = Suggestion.closest(name, free);
    misspelt += near.isPresent() ? 1 : 0;
    return near.map(known -> diagnostic.withHelp("did you mean `" + known + "`?")).orElse(diagnostic);
  }

  private static Set<String> headers(Collection<Column> columns) {
    return columns.stream().map(Column::header).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private static String list(Collection<String> names) {
    return names.stream().map(name -> "`" + oneLine(name) + "`").collect(Collectors.joining(", "));
  }

  private static String oneLine(String name) {
    return name.strip().replaceAll("\\p{Cntrl}+", " ");
  }

  /** What makes the file unreadable. */
  List<Diagnostic> errors() {
    return errors;
  }

  List<Diagnostic> warnings() {
    return warnings;
  }

  /** How many columns that are not read may be known ones under a wrong name, and so hide data. */
  int misspelt() {
    return misspelt;
  }

  boolean has(Column column) {
    return place(column) >= 0;
  }

  /** Which cell of a row is the column's, from 0; -1 for none. */
  int place(Column column) {
    return places[column.ordinal()];
  }

  /** The known column of a cell, from 0. */
  Optional<Column> column(int place) {
    return columns.get(place);
  }

  /** How many cells a row has. */
  int width() {
    return columns.size();
  }
}
