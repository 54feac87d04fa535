package uk.rubric.benchmark.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.benchmark.data.Workplace;
import uk.rubric.benchmark.peer.Counts;

/** A command that can be measured. Immutable. */
final class Program {
  private static final String TIME = "/usr/bin/time";

  private final List<String> command;
  private final Map<String, String> environment;

  private Program(List<String> command, Map<String, String> environment) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
  }

  /** The command as its users run it. */
  static Program rubric(int indicators, Path extract, String... options) {
    List<String> command = new ArrayList<>(List.of(
        "./rubric", "run", Workplace.rules(indicators).toString(), "--extract", extract.toString(), "--today",
        "2026-05-01",
        "--format", "json"));
    command.addAll(List.of(options));
    return new Program(command, Map.of());
  }

  /** The command with whatever arguments. */
  static Program rubric(String... arguments) {
    List<String> command = new ArrayList<>(List.of("./rubric"));
    command.addAll(List.of(arguments));
    return new Program(command, Map.of());
  }

  /** A class of this module. */
  static Program java(List<String> flags, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Program(command, Map.of());
  }

  /** The same with options for Rubric's Java. */
  Program withJavaOptions(String options) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("RUBRIC_JAVA_OPTS", options);
    return new Program(command, changed);
  }

  /** Runs it so many times. */
  Measured measure(int runs) {
    List<Measured> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(run());
    }
    return Measured.median(all);
  }

  /** Runs it once. */
  Measured run() {
    try {
      Path figures = Files.createTempFile("measured", ".txt");
      Path output = Files.createTempFile("output", ".txt");
      Path errors = Files.createTempFile("errors", ".txt");
      List<String> timed = new ArrayList<>(List.of(TIME, "-f", "%e %U %S %M", "-o", figures.toString()));
      timed.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(timed).redirectOutput(output.toFile()).redirectError(errors.toFile());
      builder.environment().putAll(environment);
      int exit = builder.start().waitFor();
      if (exit != 0) {
        throw new Failed(String.join(" ", command) + "\nended with " + exit + "\n" + Files.readString(errors));
      }
      return measured(Files.readString(figures).trim().split(" "), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new Failed("could not run " + command + ": " + e);
    }
  }

  private static Measured measured(String[] figures, String output) {
    double cpu = Double.parseDouble(figures[1]) + Double.parseDouble(figures[2]);
    return new Measured(Double.parseDouble(figures[0]), cpu, Double.parseDouble(figures[3]) * 1_024 / 1e6,
        List.of(output));
  }

  /** What a run counted, however it was printed. */
  static Counts counts(Measured run) {
    return run.output().startsWith("{") ? RubricJson.counts(run.output()) : Counts.parse(run.output());
  }

  /** A comparison cannot go on. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }
  }
}
