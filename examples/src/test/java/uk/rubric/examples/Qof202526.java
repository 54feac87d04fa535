package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.load.RuleLoader;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.source.SourceText;

/** The rules of QOF 2025/26 as they stand in this module, with what they import, checked; not their tests. */
final class Qof202526 {
  static final Path FOLDER = Path.of("qof-2025-26");
  static final LocalDate YEAR_END = LocalDate.of(2026, 3, 31);

  private Qof202526() {}

  static CheckedRules rules() {
    CheckResult result = RuleLoader.loadRules(files(), file -> Optional.of(text(file))).check();
    assertThat(result.diagnostics()).isEmpty();
    return result.rules().orElseThrow();
  }

  private static List<SourceText> files() {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(f -> f.toString().endsWith(".rubric")).sorted().map(Qof202526::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText text(Path file) {
    try {
      return new SourceText(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CheckedService service(CheckedRules rules) {
    return rules.service("QOF_2025_26").orElseThrow();
  }

  static Plan plan() {
    CheckedRules rules = rules();
    return Planner.plan(
        rules, service(rules), YEAR_END, Mode.YEAR_END, ClusterFolder.open(Path.of("clusters"), "clusters"));
  }
}
