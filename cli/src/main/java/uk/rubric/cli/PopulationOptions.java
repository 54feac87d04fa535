package uk.rubric.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.generate.CareList;
import uk.rubric.generate.GeneratorOptions;
import uk.rubric.generate.Organisations;
import uk.rubric.generate.PopulationGenerator;
import uk.rubric.snomed.cluster.ClusterFolder;

/** What {@code generate} is told about an extract for a contract: a network, a board, a country. */
final class PopulationOptions {
  @Option(
      names = "--for",
      paramLabel = "RULES",
      description = "Makes an extract for these rules, by practice, network and board, with care from a list.")
  private Path rules;

  @Option(
      names = "--care",
      paramLabel = "FILE",
      description = "With --for: what care patients have, as CSV. Default: what QOF asks about, as often as is usual.")
  private Path care;

  @Option(
      names = "--organisations",
      paramLabel = "FILE",
      description = "With --for: practices with network and board, as CSV, instead of invented ones.")
  private Path organisations;

  @Option(names = "--pcn", paramLabel = "CODE", description = "With --organisations: of this network alone.")
  private String pcn;

  @Option(names = "--icb", paramLabel = "CODE", description = "With --organisations: of this board alone.")
  private String icb;

  @Option(
      names = "--year-end",
      paramLabel = "DATE",
      description = "With --for: the last day of the service year. Default: the latest end of the services.")
  private LocalDate yearEnd;

  /** Whether the extract is one for rules; the options that go with that are refused without it. */
  boolean isForRules(CommandSpec spec) {
    boolean others = Stream.of(care, organisations, pcn, icb, yearEnd).anyMatch(Objects::nonNull);
    if (rules == null && others) {
      throw new ParameterException(
          spec.commandLine(), "--care, --organisations, --pcn, --icb and --year-end go with `--for RULES`");
    }
    return rules != null;
  }

  /** The generator, or nothing when the rule text is invalid, which has been shown. */
  Optional<PopulationGenerator> generator(
      ClusterFolder clusters, Integer patients, Integer practices, long seed, CommandSpec spec, Messages messages) {
    if (patients != null && (patients < 1 || patients > GeneratorOptions.MOST_PATIENTS)) {
      throw new ParameterException(spec.commandLine(), "patients: from 1 to " + GeneratorOptions.MOST_PATIENTS);
    }
    Organisations all = organisations(practices, spec);
    CareList list = care == null ? CareList.qof() : CareList.of(care);
    return LoadedRules.loadRules(rules, messages).rules().map(checked -> new PopulationGenerator(
        all, list, codes(checked, clusters), patients == null ? 0 : patients, end(checked, spec), seed));
  }

  private Organisations organisations(Integer practices, CommandSpec spec) {
    if (organisations != null) {
      return Organisations.of(organisations, Optional.ofNullable(pcn), Optional.ofNullable(icb));
    }
    if (pcn != null || icb != null) {
      throw new ParameterException(spec.commandLine(), "--pcn and --icb choose from the file of --organisations");
    }
    try {
      return Organisations.invented(practices == null ? 5 : practices);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private LocalDate end(CheckedRules checked, CommandSpec spec) {
    return Optional.ofNullable(yearEnd)
        .or(() -> checked.services().stream().map(service -> service.periodEnd()).max(LocalDate::compareTo))
        .orElseThrow(() -> new ParameterException(spec.commandLine(), "the rules hold no service: give `--year-end`"));
  }

  private static Map<String, long[]> codes(CheckedRules checked, ClusterFolder clusters) {
    Map<String, long[]> codes = new TreeMap<>();
    checked.rulesets().stream().flatMap(ruleset -> ruleset.clusters().stream()).forEach(cluster -> {
      long[] found = codes(cluster, clusters);
      if (found.length > 0) {
        codes.put(cluster.id().name(), found);
      }
    });
    return codes;
  }

  private static long[] codes(Cluster cluster, ClusterFolder clusters) {
    return cluster.listed().isEmpty()
        ? clusters.find(cluster.id().name()).map(found -> found.codes().codes().sorted().toArray()).orElse(new long[0])
        : cluster.listed().stream().mapToLong(code -> code.code().value()).sorted().toArray();
  }
}
