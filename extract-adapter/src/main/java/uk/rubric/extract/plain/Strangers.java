package uk.rubric.extract.plain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Rows of one file that answer what is asked, of organisations that the extract lacks. Most are in order, as of a file
 * for a whole ICB. A row looks like a slip when its code differs from one of the extract in its writing alone, when it is
 * one of another level, or when no more organisations are unknown than wait for an answer to the same question.
 */
final class Strangers {
  private record Row(Object question, Level level, String organisation, long line) {}

  /** A row that looks like a slip, with what to do. */
  record Slip(long line, String help) {}

  private final Map<Level, Set<String>> organisations;
  private final Map<Object, Set<String>> answered = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  Strangers(Map<Level, Set<String>> organisations) {
    this.organisations = organisations;
  }

  /** A row of an organisation of the extract: it waits no longer. */
  void answered(Object question, String organisation) {
    answered.computeIfAbsent(question, q -> new HashSet<>()).add(organisation);
  }

  /** A row of another one. */
  void add(Object question, Level level, String organisation, long line) {
    rows.add(new Row(question, level, organisation, line));
  }

  List<Slip> slips() {
    return rows.stream().filter(this::isSlip).map(row -> new Slip(row.line(), help(row))).toList();
  }

  /** How many rows are of organisations outside the extract. */
  long others() {
    return rows.stream().filter(row -> !isSlip(row)).count();
  }

  private boolean isSlip(Row row) {
    return elsewhere(row) || ofLevel(row).anyMatch(code -> written(code).equals(written(row.organisation())))
        || unknown(row.question()) <= waiting(row).size();
  }

  private boolean elsewhere(Row row) {
    return organisations.values().stream().anyMatch(codes -> codes.contains(row.organisation()));
  }

  private Stream<String> ofLevel(Row row) {
    return organisations.get(row.level()).stream();
  }

  /** Without what is taken for one another in writing: case, spaces, O and 0, I and L and 1. */
  private static String written(String code) {
    return code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1').replace('L', '1');
  }

  private long unknown(Object question) {
    return rows.stream().filter(row -> row.question().equals(question)).map(Row::organisation).distinct().count();
  }

  private Set<String> waiting(Row row) {
    Set<String> waiting = new TreeSet<>(organisations.get(row.level()));
    waiting.removeAll(answered.getOrDefault(row.question(), Set.of()));
    return waiting;
  }

  private String help(Row row) {
    if (elsewhere(row)) {
      return "this code is of another level than " + quote(row.level().name().toLowerCase(Locale.ROOT));
    }
    Set<String> waiting = waiting(row);
    return Suggestion.closest(row.organisation(), waiting.isEmpty() ? ofLevel(row).toList() : waiting)
        .map(near -> "did you mean " + quote(near) + "?")
        .orElseGet(() -> quote(waiting.iterator().next()) + " waits for this: write the code that the extract has");
  }

  private static String quote(String text) {
    return "`" + text + "`";
  }
}
