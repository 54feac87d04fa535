package uk.rubric.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.rubric.imports.Operand.Shape;

/** What the tables define by name, and which dates of the service are used. */
final class Names {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9_]*");

  /** The dates that every published rule set may use, for tables that come without their list. */
  private static final Map<String, String> DATES_OF_ALL = datesOfAll();

  private final Map<String, PublishedField> plain = new LinkedHashMap<>();
  private final Map<String, PublishedField> days = new LinkedHashMap<>();
  private final Map<String, PublishedField> values = new LinkedHashMap<>();
  private final Map<String, String> dates = new HashMap<>();
  /** With those whose rows cannot be read: these are reported, and not unknown. */
  private final Set<String> listed = new HashSet<>();
  private final Set<String> usedDates = new LinkedHashSet<>();
  private final Problems problems;

  Names(Collection<PublishedField> fields, PublishedTables tables, Problems problems) {
    this.problems = problems;
    fields.forEach(field -> of(field.name().shape()).putIfAbsent(field.name().name(), field));
    tables.rows(TableKind.FIELDS).forEach(row -> listed.add(row.cell(Column.NAME).text().replaceAll("[{}\\[\\]]", "")));
    List<Row> dates = tables.rows(TableKind.DATES);
    dates.forEach(row -> this.dates.put(row.cell(Column.NAME).text(), row.cell(Column.DESCRIPTION).text()));
    if (dates.isEmpty()) {
      this.dates.putAll(DATES_OF_ALL);
    }
  }

  private static Map<String, String> datesOfAll() {
    return Map.of(
        "QSSD", "Quality Service Start Date", "QSED", "Quality Service End Date",
        "PPSD", "Payment Period Start Date", "PPED", "Payment Period End Date",
        "RPSD", "Reporting Period Start Date", "RPED", "Reporting Period End Date",
        "ACHV_DAT", "Achievement Date");
  }

  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  private Map<String, PublishedField> of(Shape shape) {
    return switch (shape) {
      case PLAIN -> plain;
      case DAYS -> days;
      case VALUES -> values;
    };
  }

  Optional<PublishedField> field(Operand.Named name) {
    return Optional.ofNullable(of(name.shape()).get(name.name()));
  }

  /** Says so when the tables define neither such a field nor, without brackets, such a date. */
  void require(Operand.Named name, Cell cell) {
    boolean date = name.shape() == Shape.PLAIN && !plain.containsKey(name.name()) && dates.containsKey(name.name());
    if (date) {
      usedDates.add(name.name());
    } else if (field(name).isEmpty() && !(unread(name) && listed.contains(name.name()))) {
      Set<String> known = new TreeSet<>(of(name.shape()).keySet());
      known.addAll(name.shape() == Shape.PLAIN ? dates.keySet() : Set.of());
      problems.unknown(cell, name.shape() == Shape.PLAIN ? "field or date" : "array", name.name(), known);
    }
  }

  private boolean unread(Operand.Named name) {
    return !plain.containsKey(name.name()) && !days.containsKey(name.name()) && !values.containsKey(name.name());
  }

  /** The dates that fields and rules use, each with what it is called, in the order of their first use. */
  Map<String, String> usedDates() {
    Map<String, String> used = new LinkedHashMap<>();
    new ArrayList<>(usedDates).stream().sorted().forEach(name -> used.put(name, dates.get(name)));
    return used;
  }
}
