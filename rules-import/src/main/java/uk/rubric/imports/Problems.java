package uk.rubric.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Suggestion;

/** What was found wrong so far. For one import, by one thread. */
final class Problems {
  private static final Set<DiagnosticCode> LOSSES = Set.of(
      ImportDiagnostic.BROKEN_TABLE, ImportDiagnostic.UNKNOWN_TABLE, ImportDiagnostic.MISSING_TABLE);

  private final List<Diagnostic> found = new ArrayList<>();

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void add(Place place, ImportDiagnostic code, String message, String help) {
    found.add(Diagnostic.at(place, code, message).withHelp(help));
  }

  /** In silence where a row or table was lost: it may have defined the name. */
  void unknown(Cell cell, String what, String name, Collection<String> known) {
    if (found.stream().anyMatch(each -> LOSSES.contains(each.code()))) {
      return;
    }
    Optional<String> close = Suggestion.closest(name, known);
    add(cell.place(), ImportDiagnostic.UNKNOWN_IN_TABLES, "the tables define no " + what + " " + quote(name),
        close.map(c -> "did you mean " + quote(c) + "?").orElse("add its row, or give the table that has it too"));
  }

  List<Diagnostic> found() {
    return List.copyOf(found);
  }

  boolean anyError() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** A reader's text in backticks. */
  static String quote(String text) {
    return "`" + text.replace('`', '\'') + "`";
  }
}
