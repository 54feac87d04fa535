package uk.rubric.extract.plain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Rows of one file that answer what is asked, of organisations that the extract lacks. Most are in order, as of a file
 * for a whole ICB. A row looks like a slip when its code differs from one of the extract in its writing alone, when it
 * is one of another level, or when no more organisations are unknown than wait for an answer to the same question.
 */
final class Strangers {
  private record Row(Object question, Level level, String organisation, long line) {}

  /** A row that looks like a slip, with what to do. */
  record Slip(long line, String help) {}

  private final Map<Level, Set<String>> organisations;
  private final Map<Level, Map<String, String>> codes = new EnumMap<>(Level.class);
  private final Map<Object, Set<String>> answered = new HashMap<>();
  private final Map<Object, Set<String>> unknown = new HashMap<>();
  private final Map<Object, SortedSet<String>> waiting = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  Strangers(Map<Level, Set<String>> organisations) {
    this.organisations = organisations;
    organisations.forEach((level, all) -> {
      codes.put(level, new HashMap<>());
      new TreeSet<>(all).forEach(code -> codes.get(level).putIfAbsent(written(code), code));
    });
  }

  /** A row of an organisation of the extract: it waits no longer. */
  void answered(Object question, String organisation) {
    answered.computeIfAbsent(question, q -> new HashSet<>()).add(organisation);
  }

  /** A row of another one. */
  void add(Object question, Level level, String organisation, long line) {
    rows.add(new Row(question, level, organisation, line));
    unknown.computeIfAbsent(question, q -> new HashSet<>()).add(organisation);
  }

  /** To be called when all rows are there, as is {@link #others}. */
  List<Slip> slips() {
    return rows.stream().filter(this::isSlip).map(row -> new Slip(row.line(), help(row))).toList();
  }

  /** How many rows are of organisations outside the extract. */
  long others() {
    return rows.stream().filter(row -> !isSlip(row)).count();
  }

  private boolean isSlip(Row row) {
    return elsewhere(row) || sameInWriting(row).isPresent()
        || unknown.get(row.question()).size() <= waiting(row).size();
  }

  private boolean elsewhere(Row row) {
    return organisations.values().stream().anyMatch(codes -> codes.contains(row.organisation()));
  }

  private Optional<String> sameInWriting(Row row) {
    return Optional.ofNullable(codes.get(row.level()).get(written(row.organisation())));
  }

  /** Without what is taken for one another in writing: case, spaces, O and 0, I and L and 1. */
  private static String written(String code) {
    return code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replace('I', '1').replace('L', '1');
  }

  /** The organisations of the extract of which no row answers the same question; known when all rows are there. */
  private SortedSet<String> waiting(Row row) {
    return waiting.computeIfAbsent(row.question(), question -> {
      SortedSet<String> without = new TreeSet<>(organisations.get(row.level()));
      without.removeAll(answered.getOrDefault(question, Set.of()));
      return without;
    });
  }

  private String help(Row row) {
    if (elsewhere(row)) {
      return "this code is of another level than " + quote(row.level().name().toLowerCase(Locale.ROOT));
    }
    return sameInWriting(row).or(() -> Suggestion.closest(row.organisation(), waiting(row)))
        .map(near -> "did you mean " + quote(near) + "?")
        .orElseGet(() -> quote(waiting(row).first()) + " waits for this: write the code that the extract has");
  }

  private static String quote(String text) {
    return "`" + text + "`";
  }
}
