package uk.rubric.conformance.manual;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.rubric.conformance.ConformanceCase;
import uk.rubric.conformance.MustFailCase;

/**
 * A case as the manual shows it: in the order of its file, which the case itself does not keep.
 *
 * @param tree the file as it stands
 */
record Example(ConformanceCase read, JsonNode tree) {
  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  /** Keys that are shown in a way of their own; any other is shown as it stands. */
  private static final Set<String> SHOWN = Set.of(
      "id", "title", "paragraph", "quote", "since", "kind", "at", "mode", "clusters", "rules", "text", "file", "served",
      "patients", "expect", "counts", "diagnostics", "practice", "happened", "sources", "files", "steps");

  static Example of(ConformanceCase read) {
    return new Example(read, YAML.readTree(read.heading().file()));
  }

  String id() {
    return read.id();
  }

  String chapter() {
    return read.heading().chapter();
  }

  String title() {
    return Markdown.names(read.heading().title());
  }

  /** Where the example is found from another page of the manual. */
  String target() {
    return chapter() + ".md#" + id();
  }

  Optional<String> text(String key) {
    return tree.has(key) ? Optional.of(tree.get(key).asString()) : Optional.empty();
  }

  /** What the case shows of rules; a case that takes them from a file shows none. */
  String rules() {
    return text("rules").or(() -> text("text")).orElse("");
  }

  /** The example below its heading, without its quotation. */
  String body() {
    String comesOut = OutcomeTables.of(this) + MoneyTables.of(this) + Refusals.of(this) + RunPieces.of(this);
    return Citation.happened(read.heading()) + rulesBlock() + circumstances() + comesOut + others();
  }

  private String rulesBlock() {
    if (text("file").isPresent() || rules().isEmpty()) {
      return "";
    }
    int service = rules().indexOf("\nservice ") + 1;
    if (!tree.has("practice") || !rules().startsWith("ruleset ") || service == 0) {
      return Markdown.fenced("rubric", rules()) + "\n";
    }
    return Markdown.fenced("rubric", rules().substring(service))
        + "\n<details><summary>The rule set</summary>\n\n"
        + Markdown.fenced("rubric", rules().substring(0, service))
        + "\n</details>\n\n";
  }

  private String circumstances() {
    String at = text("at").map(day -> "Achievement date " + day + ". ").orElse("");
    String mode = text("mode").map(word -> "Run as `" + word + "`. ").orElse("");
    String served =
        tree.path("served").properties().stream()
            .map(cluster -> "The code cluster `" + cluster.getKey() + "` is " + served(cluster.getValue()) + ". ")
            .collect(Collectors.joining());
    String all = (at + mode + served).strip();
    return all.isEmpty() ? "" : all + "\n\n";
  }

  private static String served(JsonNode how) {
    String word = how.asString();
    return Set.of("missing", "empty").contains(word) ? word : "at hand in version " + word;
  }

  /** What a later format adds is shown as it is written. */
  private String others() {
    return tree.properties().stream()
        .filter(property -> !SHOWN.contains(property.getKey()))
        .map(Example::asItStands)
        .collect(Collectors.joining());
  }

  private static String asItStands(Map.Entry<String, JsonNode> property) {
    JsonNode value = property.getValue();
    boolean lines = value.isString() && value.asString().contains("\n");
    String body = lines ? Markdown.fenced("rubric", value.asString()) : Markdown.fenced("yaml", yaml(value));
    return Markdown.sentence(property.getKey()) + ":\n\n" + body + "\n";
  }

  static String yaml(JsonNode value) {
    return YAML.writeValueAsString(value).replaceFirst("^---\\s", "");
  }

  /** What is said of the rules, as it is printed; empty for a case that is no refusal. */
  Optional<MustFailCase> refusal() {
    return read instanceof MustFailCase mustFail ? Optional.of(mustFail) : Optional.empty();
  }

  /** The names of the patients, in order. */
  List<String> patients() {
    return tree.path("patients").properties().stream().map(Map.Entry::getKey).toList();
  }
}
