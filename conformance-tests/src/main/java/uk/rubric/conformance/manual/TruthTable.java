package uk.rubric.conformance.manual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A table of which each cell is a case, so that none can be wrong: {@code columns} gives the headings, {@code rows} the
 * cells, as {@code CASE}, {@code CASE/PATIENT} or {@code CASE/PATIENT/LADDER}; {@code *} in place of the patient gives
 * each a cell of its own. The heading of a row is the condition which its cases ask.
 */
final class TruthTable {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  private final String file;
  private final JsonNode table;
  private final Function<String, Example> examples;

  TruthTable(String file, String text, Function<String, Example> examples) {
    this.file = file;
    this.examples = examples;
    try {
      this.table = YAML.readTree(text);
    } catch (JacksonException e) {
      throw new MalformedIntroduction(file, "a table is no YAML: " + e.getOriginalMessage());
    }
  }

  String markdown() {
    List<String> header = new ArrayList<>(List.of(""));
    table.path("columns").forEach(column -> header.add(column.asString()));
    List<List<String>> rows = new ArrayList<>();
    table.path("rows").forEach(row -> rows.add(row(row, header.size() - 1)));
    return Markdown.table(header, rows);
  }

  private List<String> row(JsonNode cells, int width) {
    Set<String> conditions = new LinkedHashSet<>();
    List<String> row = new ArrayList<>();
    cells.valueStream().flatMap(cell -> each(cell.asString()))
        .forEach(cell -> row.add(cell(cell.split("/"), conditions)));
    if (row.size() != width) {
      throw new MalformedIntroduction(file, "a row of " + row.size() + " cells in a table of " + width + ": " + cells);
    }
    if (conditions.size() != 1) {
      throw new MalformedIntroduction(file, "a row asks several conditions: " + conditions);
    }
    row.add(0, "`" + conditions.iterator().next() + "`");
    return row;
  }

  private Stream<String> each(String cell) {
    if (!cell.contains("/*")) {
      return Stream.of(cell);
    }
    Example example = examples.apply(cell.substring(0, cell.indexOf('/')));
    return example.patients().stream().map(patient -> cell.replace("*", patient));
  }

  private String cell(String[] path, Set<String> conditions) {
    Example example = examples.apply(path[0]);
    List<String> patients = path.length > 1 ? List.of(path[1]) : example.patients();
    List<String> lines = new ArrayList<>();
    for (String patient : patients) {
      Map.Entry<String, JsonNode> decision = decision(example, patient, path);
      conditions.add(condition(example, decision.getKey()));
      String words = patients.size() > 1 ? Markdown.words(patient) + ": " : "";
      lines.add(words + Markdown.link(truth(decision.getValue().asString()), "#" + example.id()));
    }
    return String.join("\n", lines);
  }

  private Map.Entry<String, JsonNode> decision(Example example, String patient, String[] path) {
    return example.tree().path("expect").path(patient).properties().stream()
        .filter(ladder -> path.length < 3 || ladder.getKey().equals(path[2]))
        .findFirst()
        .orElseThrow(() -> new MalformedIntroduction(file, "no such cell: " + String.join("/", path)));
  }

  /** The condition of a ladder of one rule that selects when it is true and rejects when it is false. */
  private String condition(Example example, String ladder) {
    Matcher matcher =
        Pattern.compile(
                "\\b" + ladder + "\\b[^{]*\\{\\s*1:\\s*if\\s+([^}]+?)\\s+then\\s+select\\s+else\\s+reject\\s*}")
            .matcher(example.rules());
    if (!matcher.find()) {
      throw new MalformedIntroduction(
          file, "`" + example.id() + "`, " + ladder + ": a cell needs `1: if … then select else reject` alone");
    }
    return matcher.group(1).replaceAll("\\s+", " ");
  }

  private String truth(String decision) {
    return switch (decision) {
      case "select by 1" -> "true";
      case "reject by 1" -> "false";
      default -> throw new MalformedIntroduction(file, "neither true nor false: " + decision);
    };
  }
}
