package uk.rubric.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.conformance.CommandLine.Ended;
import uk.rubric.conformance.RunCase.Comparison;
import uk.rubric.conformance.RunCase.Step;

/** Runs a run case in a folder of its own, which is gone afterwards. */
final class RunCaseRun {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RunCase run;
  private final CommandLine commands;
  private final List<String> differences = new ArrayList<>();
  private final List<JsonNode> results = new ArrayList<>();

  RunCaseRun(RunCase run, CommandLine commands) {
    this.run = run;
    this.commands = commands;
  }

  List<String> differences() {
    try {
      Path folder = Files.createTempDirectory("conformance");
      try {
        write(folder);
        run.steps().forEach(step -> take(step, folder));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return differences;
  }

  private void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : run.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void take(Step step, Path folder) {
    List<String> words = new ArrayList<>(step.words());
    words.addAll(List.of("--errors", "json"));
    Ended ended = commands.run(folder, words);
    String where = "step " + (results.size() + 1) + ": ";
    expect(where + "exit code", String.valueOf(step.exit()), String.valueOf(ended.code()));
    expect(where + "codes", String.join(", ", step.codes()), String.join(", ", codes(ended)));
    step.says().forEach(text -> holds(where + "messages", text, ended.err()));
    step.shows().forEach(text -> holds(where + "output", text, ended.out()));
    step.hides().forEach(text -> lacks(where, text, ended));
    JsonNode result = step.isJson() ? json(ended.out()) : JSON.nullNode();
    results.add(result);
    step.result().ifPresent(part -> differences.addAll(JsonPart.differences(where, part, result)));
    step.absent().stream().filter(place -> !result.at(place).isMissingNode())
        .forEach(place -> differences.add(where + place + ": expected nothing, found " + result.at(place)));
    step.comparison().ifPresent(comparison -> compare(where, comparison, result));
  }

  private void expect(String what, String expected, String found) {
    if (!expected.equals(found)) {
      differences.add(what + ": expected `" + expected + "`, found `" + found + "`");
    }
  }

  private void holds(String what, String text, String found) {
    if (!found.contains(text)) {
      differences.add(what + ": expected `" + text + "`, found `" + found + "`");
    }
  }

  private void lacks(String where, String text, Ended ended) {
    if (ended.out().contains(text) || ended.err().contains(text)) {
      differences.add(where + "expected no `" + text + "`");
    }
  }

  /** Messages come in documents of one line each. */
  private static List<String> codes(Ended ended) {
    List<String> codes = new ArrayList<>();
    ended.err().lines().forEach(
        line -> json(line).path("diagnostics").forEach(each -> codes.add(each.path("code").asString())));
    return codes;
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException e) {
      throw new Prepared.UnusableCase("expected JSON, found `" + text + "`");
    }
  }

  private void compare(String where, Comparison comparison, JsonNode result) {
    JsonNode other = results.get(comparison.step() - 1);
    Stream.of(comparison.same(), comparison.differ()).flatMap(List::stream)
        .filter(place -> result.at(place).isMissingNode())
        .forEach(place -> differences.add(where + place + ": nothing stands there"));
    comparison.same().stream().filter(place -> !result.at(place).equals(other.at(place)))
        .forEach(place -> differences.add(where + place + ": expected as in step " + comparison.step()));
    comparison.differ().stream().filter(place -> result.at(place).equals(other.at(place)))
        .forEach(place -> differences.add(where + place + ": expected another than in step " + comparison.step()));
  }
}
