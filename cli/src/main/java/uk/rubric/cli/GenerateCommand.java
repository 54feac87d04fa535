package uk.rubric.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.generate.ExtractGenerator;
import uk.rubric.generate.GeneratedExtract;
import uk.rubric.generate.GeneratorOptions;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.snomed.cluster.ClusterFolder;

/** {@code rubric generate}: a synthetic extract. */
@Command(
    name = "generate",
    description = "Writes a synthetic extract: it looks like general practice and belongs to nobody.",
    sortOptions = false)
final class GenerateCommand implements Callable<Integer> {
  @Option(
      names = "--patients",
      paramLabel = "N",
      description = "How many patients. Default: 3000; with --for, lists as they are in England, of 10,000 on average.")
  private Integer patients;

  @Option(
      names = "--practices",
      paramLabel = "N",
      description = "How many invented practices. Default: 3; with --for, 5, which are one network.")
  private Integer practices;

  @Mixin private PopulationOptions population;

  @Option(
      names = "--seed",
      defaultValue = "46",
      paramLabel = "N",
      description = "The same seed gives the same bytes. Default: 46.")
  private long seed;

  @Option(
      names = "--clusters",
      required = true,
      paramLabel = "DIR",
      description = "The folder of code clusters to draw codes from.")
  private Path clusters;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder to write; it is made when missing.")
  private Path out;

  @Mixin private ErrorOption errors;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    ClusterFolder codes = ClusterFolder.open(clusters, clusters.toString());
    Optional<BiFunction<Path, Progress, GeneratedExtract>> writer =
        population.isForRules(spec) ? contract(codes) : Optional.of(diabetes(codes));
    if (writer.isEmpty()) {
      return ExitCode.INVALID_RULES;
    }
    refuseToOverwrite();
    GeneratedExtract made;
    try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr())) {
      made = writer.get().apply(out, progress);
    }
    spec.commandLine().getOut().println(made.patients() + " patients and " + made.events() + " entries in " + out);
    return ExitCode.DONE;
  }

  private BiFunction<Path, Progress, GeneratedExtract> diabetes(ClusterFolder codes) {
    ExtractGenerator generator = new ExtractGenerator(options(), codes);
    return generator::write;
  }

  private Optional<BiFunction<Path, Progress, GeneratedExtract>> contract(ClusterFolder codes) {
    return population.generator(codes, patients, practices, seed, spec, errors.messages(spec)).map(generator -> {
      if (!generator.leftOut().isEmpty()) {
        spec.commandLine().getErr().println("not recorded, since the rules have no codes of them: "
            + String.join(", ", generator.leftOut()));
      }
      return generator::write;
    });
  }

  // An extract that is there may be of real people: what it was could not be had again.
  private void refuseToOverwrite() {
    for (String file : List.of("patients.csv", "registrations.csv", "events.csv", "practices.csv")) {
      if (Files.exists(out.resolve(file))) {
        throw new CouldNotRun(
            Diagnostic.at(
                    Place.of(out.resolve(file).toString()), RunDiagnostic.NOT_WRITTEN, "there is an extract already")
                .withHelp("name another folder, or take away the extract that is in this one"));
      }
    }
  }

  private GeneratorOptions options() {
    try {
      return new GeneratorOptions(patients == null ? 3_000 : patients, practices == null ? 3 : practices, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }
}
