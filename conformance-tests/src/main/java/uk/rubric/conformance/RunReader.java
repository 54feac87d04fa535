package uk.rubric.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.conformance.ConformanceCase.Heading;
import uk.rubric.conformance.RunCase.Comparison;
import uk.rubric.conformance.RunCase.Step;

/** Reads what a run case has. */
final class RunReader {
  private static final String PROGRAM = "rubric ";

  private final CaseNode node;

  RunReader(CaseNode node) {
    this.node = node;
  }

  RunCase read(Heading heading) {
    Map<String, String> files = node.mapping("files").entries(RunReader::file);
    List<Step> steps = new ArrayList<>();
    for (CaseNode step : node.mappings("steps")) {
      steps.add(step(step, steps.size() + 1));
    }
    if (files.isEmpty() || steps.isEmpty()) {
      throw node.malformed(files.isEmpty() ? "files" : "steps", "expected at least one");
    }
    return new RunCase(heading, files, steps);
  }

  private static String file(CaseNode files, String path) {
    Path relative = Path.of(path);
    if (relative.isAbsolute() || !relative.normalize().equals(relative) || relative.startsWith("..")) {
      throw files.malformed(path, "expected a path within the folder of the case");
    }
    return files.text(path);
  }

  private static Step step(CaseNode step, int number) {
    Step read = new Step(
        words(step),
        exit(step),
        step.words("codes"),
        step.words("says"),
        step.words("shows"),
        step.words("hides"),
        step.tree("result"),
        step.words("absent"),
        comparison(step, number));
    step.refuseTheRest();
    return read;
  }

  private static List<String> words(CaseNode step) {
    String command = step.text("command");
    if (!command.startsWith(PROGRAM)) {
      throw step.malformed("command", "expected `rubric …`");
    }
    return List.of(command.substring(PROGRAM.length()).strip().split("\\s+"));
  }

  private static int exit(CaseNode step) {
    String code = step.text("exit");
    if (!code.matches("[0-3]")) {
      throw step.malformed("exit", "expected a number from 0 to 3");
    }
    return Integer.parseInt(code);
  }

  private static Optional<Comparison> comparison(CaseNode step, int number) {
    if (!step.has("beside")) {
      return Optional.empty();
    }
    CaseNode beside = step.mapping("beside");
    String other = beside.text("step");
    if (!other.matches("[1-9]") || Integer.parseInt(other) >= number) {
      throw beside.malformed("step", "expected the number of an earlier step");
    }
    Comparison read = new Comparison(Integer.parseInt(other), beside.words("same"), beside.words("differ"));
    beside.refuseTheRest();
    return Optional.of(read);
  }
}
