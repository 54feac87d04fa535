package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Checker;
import uk.rubric.check.Ladder;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.snomed.cluster.ClusterFolder;
import uk.rubric.source.SourceText;

/** The rule files of QOF 2021/22 as they stand in this module, checked. */
final class Qof202122 {
  /** The module's own folder, in which its tests run. */
  static final Path FOLDER = Path.of("qof-2021-22");

  static final Path CLUSTERS = Path.of("clusters");
  static final LocalDate YEAR_END = LocalDate.of(2022, 3, 31);

  private Qof202122() {}

  static CheckResult check() {
    return Checker.checkSources(List.of(text("diabetes.rubric"), text("qof.rubric")));
  }

  private static SourceText text(String file) {
    try {
      return new SourceText(file, Files.readString(FOLDER.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CheckedRules rules() {
    CheckResult result = check();
    assertThat(result.diagnostics()).isEmpty();
    return result.rules().orElseThrow();
  }

  static CheckedRuleset diabetes() {
    return rules().ruleset("DM").orElseThrow();
  }

  static Plan plan() {
    return plan(YEAR_END);
  }

  static Plan plan(LocalDate achievementDate) {
    CheckedRules rules = rules();
    CheckedService service = rules.service("QOF_2021_22").orElseThrow();
    return Planner.plan(rules, service, achievementDate, Mode.YEAR_END, ClusterFolder.open(CLUSTERS, "clusters"));
  }

  /** Where a published rule stands. */
  record RuleId(String output, String section, int number) implements Comparable<RuleId> {
    @Override
    public int compareTo(RuleId that) {
      return toString().compareTo(that.toString());
    }

    @Override
    public String toString() {
      return "%s %s %02d".formatted(output, section, number);
    }
  }

  /** The rules of the register and the indicators: those that the published rule tables number. */
  static Map<RuleId, Ladder.Rule> publishedRules() {
    Map<RuleId, Ladder.Rule> found = new TreeMap<>();
    CheckedRuleset rules = diabetes();
    rules.populations().stream()
        .filter(CheckedRuleset.Population::register)
        .forEach(register -> add(found, register.id().name(), "register", Optional.of(register.ladder())));
    for (CheckedRuleset.Indicator indicator : rules.indicators()) {
      add(found, indicator.name(), "denominator", indicator.denominator());
      add(found, indicator.name(), "numerator", indicator.numerator());
    }
    return found;
  }

  private static void add(Map<RuleId, Ladder.Rule> found, String output, String section, Optional<Ladder> ladder) {
    ladder.stream()
        .flatMap(l -> l.rules().stream())
        .forEach(rule -> found.put(new RuleId(output, section, rule.number()), rule));
  }
}
