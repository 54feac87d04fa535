package uk.rubric.conformance.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of a case, and each command over them with what comes of it. */
final class RunPieces {
  private RunPieces() {}

  static String of(Example example) {
    StringBuilder text = new StringBuilder();
    example.tree().path("files").properties().forEach(file -> text.append(file(file)));
    int number = 1;
    for (JsonNode step : example.tree().path("steps")) {
      text.append(step(step, number++));
    }
    return text.toString();
  }

  private static String file(Map.Entry<String, JsonNode> file) {
    String kind = file.getKey().endsWith(".rubric") ? "rubric" : "text";
    return "<details><summary>" + file.getKey() + "</summary>\n\n"
        + Markdown.fenced(kind, file.getValue().asString()) + "\n</details>\n\n";
  }

  private static String step(JsonNode step, int number) {
    List<String> said = new ArrayList<>();
    said.add("exit code " + step.path("exit").asString());
    step.path("codes").forEach(code -> said.add(
        Markdown.link(code.asString(), "../errors/" + code.asString() + ".md")));
    ObjectNode rest = (ObjectNode) step.deepCopy();
    rest.remove(List.of("command", "exit", "codes"));
    return number + ". `" + step.path("command").asString() + "`\n\n   " + String.join(", ", said) + "\n\n"
        + (rest.isEmpty() ? "" : Markdown.fenced("yaml", Example.yaml(rest)) + "\n");
  }
}
