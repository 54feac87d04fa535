package uk.rubric.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.service.ServiceRun;

/** What a command that runs rules over an extract is told of how: the day, the codes, the evaluator. */
class EvaluationOptions {
  /** The place of an option of a subclass that stands before these in the help. */
  static final int FIRST = -2;

  /** The two evaluators. */
  enum Engine {
    DROOLS,
    REFERENCE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      description = "ACHV_DAT: nothing later is seen. Default: the end of the service's period.")
  private LocalDate asAt;

  @Option(
      names = "--clusters",
      paramLabel = "DIR",
      description = "The folder of code clusters, one NAME.csv each. Default: the folder that the service names.")
  private Path clusters;

  @Option(names = "--service", paramLabel = "ID", description = "Which service, when the rules hold several.")
  private String service;

  @Option(
      names = "--rolling",
      description = "The twelve months that end on ACHV_DAT, instead of the service's own period.")
  private boolean rolling;

  @Option(
      names = "--engine",
      defaultValue = "drools",
      paramLabel = "NAME",
      description = "Which evaluator decides: ${COMPLETION-CANDIDATES}. Default: drools.")
  private Engine engine;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads at most work at once; the result is the same. Default: all processors.")
  private Integer threads;

  @Option(
      names = "--today",
      paramLabel = "DATE",
      description = "The day of the command, after which a record lies in the future. Default: the clock's.")
  private LocalDate today;

  Optional<LocalDate> asAt() {
    return Optional.ofNullable(asAt);
  }

  Optional<Path> clusters() {
    return Optional.ofNullable(clusters);
  }

  Optional<String> service() {
    return Optional.ofNullable(service);
  }

  LocalDate today() {
    return today == null ? LocalDate.now() : today;
  }

  /** The day of the command, when it was given. */
  Optional<LocalDate> todayGiven() {
    return Optional.ofNullable(today);
  }

  Mode mode() {
    return rolling ? Mode.ROLLING : Mode.YEAR_END;
  }

  Evaluator evaluator(Plan plan) {
    return engine == Engine.DROOLS ? new DroolsEvaluator(plan) : new ReferenceEvaluator(plan);
  }

  int threads() {
    return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
  }

  ServiceRun run(Plan plan) {
    return new ServiceRun(plan, evaluator(plan), threads());
  }

  /**
   * Sees what cannot be seen in one argument as it is read.
   *
   * @throws ParameterException when an option has a value that makes no sense
   */
  void check(CommandLine command) {
    if (threads != null && threads < 1) {
      throw new ParameterException(command, "`--threads` is at least 1, and " + threads + " was given");
    }
  }
}
