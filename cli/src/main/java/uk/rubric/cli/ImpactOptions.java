package uk.rubric.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.rubric.check.CheckedService;
import uk.rubric.impact.ServiceImpact.Whose;

/** What {@code diff} is told beside the rules when it runs both over an extract. */
final class ImpactOptions extends EvaluationOptions {
  private static final List<String> WITHOUT_EXTRACT = List.of("--format", "--out", "--errors", "--fail-on", "--help");

  @Option(
      names = "--extract",
      order = FIRST,
      paramLabel = "DIR",
      description = "Runs both over this extract, and tells who moves and what it pays. Takes the options of `run`:")
  Path extract;

  @Option(
      names = "--dates",
      paramLabel = "WHOSE",
      description = {
        "The same patients on the same day: old or new says whose dates both services are given. own: each at the end of its",
        "own period, so that the passing of time is a part of every difference. Default: old when `--as-at` lies in the old",
        "period, and else new."
      })
  private Whose dates;

  @Option(
      names = "--clusters-new",
      paramLabel = "DIR",
      description = "The folder of code clusters for the new rules. Default: that of `--clusters`, or the service's.")
  private Path clustersNew;

  @Option(
      names = "--service-new",
      paramLabel = "ID",
      description = "Which service of the new rules. Default: that of `--service`.")
  private String serviceNew;

  @Option(
      names = "--map",
      split = ",",
      paramLabel = "OLD=NEW",
      description = "Says which new register or indicator replaces which old one; several old ones are merged.")
  private Map<String, String> replaced = new LinkedHashMap<>();

  @Option(
      names = "--patients",
      paramLabel = "FILE",
      description = "Writes a CSV of those who move, with both rules that decided. It names patients.")
  Path patients;

  Optional<Path> clustersNew() {
    return Optional.ofNullable(clustersNew).or(this::clusters);
  }

  Optional<String> serviceNew() {
    return Optional.ofNullable(serviceNew).or(this::service);
  }

  Map<String, String> replaced() {
    return replaced;
  }

  /** Whose dates both are given: as was asked, else of the period that the day lies in. */
  Whose dates(CheckedService old, CheckedService fresh) {
    if (dates != null) {
      return dates;
    }
    return asAt().filter(day -> contains(old, day) && !contains(fresh, day)).isPresent() ? Whose.OLD : Whose.NEW;
  }

  private static boolean contains(CheckedService service, LocalDate day) {
    return !day.isBefore(service.periodStart()) && !day.isAfter(service.periodEnd());
  }

  @Override
  void check(CommandLine command) {
    super.check(command);
    if (extract == null) {
      refuseWithoutExtract(command);
    } else if (dates == Whose.OWN && asAt().isPresent()) {
      throw new ParameterException(command, "`--as-at` is one day for both, and `--dates own` means two");
    }
  }

  private static void refuseWithoutExtract(CommandLine command) {
    Optional<String> needing = command.getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !WITHOUT_EXTRACT.contains(name))
        .findFirst();
    needing.ifPresent(name -> {
      throw new ParameterException(command, "`" + name
          + "` needs `--extract`: without patients rules are compared alone");
    });
  }
}
