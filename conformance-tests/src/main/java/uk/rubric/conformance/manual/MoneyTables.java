package uk.rubric.conformance.manual;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The counts of a practice, and the figures that follow from them. */
final class MoneyTables {
  private static final Set<String> IN_POUNDS = Set.of("pays", "shares", "total");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final JsonNode practice;
  private final JsonNode expected;

  private MoneyTables(Example example) {
    this.practice = example.tree().path("practice");
    this.expected = example.tree().path("expect");
  }

  static String of(Example example) {
    return example.tree().has("practice") ? new MoneyTables(example).tables() : "";
  }

  private String tables() {
    List<List<String>> figures = new ArrayList<>();
    expected.properties().forEach(heading ->
        heading.getValue().properties().forEach(figure -> figures.add(row(heading.getKey(), figure))));
    return "A practice with a list of " + practice.path("list").asString() + registers() + ":\n\n"
        + indicators()
        + Markdown.table(List.of("figure", "", "comes to"), figures) + "\n";
  }

  private String registers() {
    return practice.path("registers").properties().stream()
        .map(register -> ", `" + register.getKey() + "` " + register.getValue().asString())
        .collect(Collectors.joining());
  }

  private String indicators() {
    List<List<String>> rows =
        practice.path("indicators").properties().stream().map(MoneyTables::counts).toList();
    List<String> header = List.of("indicator", "population", "denominator", "numerator");
    return rows.isEmpty() ? "" : Markdown.table(header, rows) + "\n";
  }

  private static List<String> counts(Map.Entry<String, JsonNode> indicator) {
    JsonNode counts = indicator.getValue();
    return List.of(
        "`" + indicator.getKey() + "`",
        counts.path("population").asString(""),
        counts.path("denominator").asString(""),
        counts.path("numerator").asString(""));
  }

  private static List<String> row(String heading, Map.Entry<String, JsonNode> figure) {
    String value = figure.getValue().asString();
    boolean pounds = IN_POUNDS.contains(heading) && DECIMAL.matcher(value).matches();
    String shown = pounds ? String.format(Locale.ROOT, "£%,.2f", new BigDecimal(value)) : value;
    return List.of(heading, figure.getKey().equals("income") ? "" : "`" + figure.getKey() + "`", shown);
  }
}
