package uk.rubric.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From which codes the values of fields are read. A cluster may hold the codes of several measurements, as one of blood
 * pressure does; which code gives which field is then said by a table of its own, or by nobody.
 */
final class ReadCodes {
  private final Map<String, List<Row>> codes = new LinkedHashMap<>();
  private final Map<String, String> clusters = new LinkedHashMap<>();
  private final Set<String> taken;
  private final Problems problems;

  /** @param taken the names of clusters that the tables define */
  ReadCodes(List<Row> rows, Set<String> taken, Problems problems) {
    this.taken = new TreeSet<>(taken);
    this.problems = problems;
    rows.forEach(row -> codes.computeIfAbsent(row.cell(Column.NAME).text(), f -> new ArrayList<>()).add(row));
  }

  /** The cluster of a field's own codes, where a table lists them. */
  Optional<String> cluster(String field) {
    return codes.containsKey(field)
        ? Optional.of(clusters.computeIfAbsent(field, this::freeName))
        : Optional.empty();
  }

  private String freeName(String field) {
    String stem = field.replaceAll("_[A-Z]+$", "");
    String name = stem + "_COD";
    for (int i = 2; !taken.add(name); i++) {
      name = stem + i + "_COD";
    }
    return name;
  }

  /** The clusters of fields that have their own codes; codes of what is no field are reported. */
  void addTo(Items items, Map<String, String> titles) {
    codes.forEach((field, rows) -> {
      if (clusters.containsKey(field)) {
        items.add(item(field, rows, titles.getOrDefault(field, field)));
      } else {
        problems.unknown(rows.get(0).cell(Column.NAME), "field that reads a value", field, titles.keySet());
      }
    });
  }

  private Item item(String field, List<Row> rows, String title) {
    String listed = rows.stream().map(this::code).collect(Collectors.joining(", "));
    String name = clusters.get(field);
    return new Item(name, rows.stream().flatMap(row -> row.others().stream()).toList(),
        "cluster " + name + " " + Item.quoted(title) + " = codes { " + listed + " }",
        List.of("assumed \"the published tables do not say which codes give " + field + "\""),
        rows.get(0).cell(Column.CODE).place());
  }

  private String code(Row row) {
    Cell code = row.cell(Column.CODE);
    Reading.of(code, problems, ReadCodes::digits);
    return code.text() + row.text(Column.TERM).map(term -> " |" + term.replace('|', '/') + "|").orElse("");
  }

  static String digits(Cell cell) throws Unreadable {
    if (!cell.text().matches("\\d{6,18}")) {
      throw new Unreadable("expected an identifier of 6 to 18 digits, as a spreadsheet shows one when its column is text");
    }
    return cell.text();
  }
}
