package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.Ladder;
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;

/** One year of the Quality and Outcomes Framework: its folder, with what that amends, checked. */
record QofYear(CheckedRules rules, CheckedService service) {
  static final QofYear Y2023_24 = of("2023-24");
  static final QofYear Y2024_25 = of("2024-25");
  static final QofYear Y2025_26 = of("2025-26");

  /** The rules alone. */
  private static QofYear of(String year) {
    return of(year, RuleLoader.loadRules(files(year), file -> Optional.of(text(file))));
  }

  static QofYear withTests(String year) {
    return of(year, RuleLoader.load(files(year), file -> Optional.of(text(file))));
  }

  private static QofYear of(String year, RuleLoader.Loaded loaded) {
    CheckResult result = loaded.check();
    assertThat(result.diagnostics()).isEmpty();
    CheckedRules rules = result.rules().orElseThrow();
    return new QofYear(rules, rules.service("QOF_" + year.replace('-', '_')).orElseThrow());
  }

  private static List<SourceText> files(String year) {
    try (Stream<Path> all = Files.list(Path.of("qof-" + year))) {
      return all.filter(f -> f.toString().endsWith(".rubric")).sorted().map(QofYear::text).toList();
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

  Stream<PointsRow> rows() {
    return service.pointsTables().stream().flatMap(table -> table.rows().stream());
  }

  /** Rows as {@code HYP008 14 40% 77%}. */
  List<String> points() {
    return rows().map(QofYear::row).toList();
  }

  static String row(PointsRow row) {
    String bounds = row.thresholds().map(t -> " " + percent(t.lower()) + " " + percent(t.upper())).orElse("");
    return row.indicator() + " " + row.points().toPlainString() + bounds;
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  static BigDecimal sum(Stream<PointsRow> rows) {
    return rows.map(PointsRow::points).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Whether what a table of points pays rests on the prevalence. */
  boolean isAdjusted(PointsTable table) {
    return service.pays().stream().filter(pay -> pay.name().equals(table.name()))
        .anyMatch(pay -> pay.formula().toString().contains("APDF_"));
  }

  /** The reasons of each paid indicator with a denominator, in the order of its rules, each once. */
  Map<String, List<Reason>> reasons() {
    Map<String, List<Reason>> reasons = new TreeMap<>();
    List<String> paid = rows().map(PointsRow::indicator).toList();
    rules.used(service).stream()
        .flatMap(ruleset -> ruleset.indicators().stream())
        .filter(indicator -> paid.contains(indicator.name()) && indicator.denominator().isPresent())
        .forEach(indicator -> reasons.put(indicator.name(), reasons(indicator)));
    return reasons;
  }

  private static List<Reason> reasons(Indicator indicator) {
    List<Reason> reasons = new ArrayList<>();
    indicator.denominator().orElseThrow().rules().stream()
        .flatMap(rule -> Stream.of(rule.whenTrue(), rule.whenFalse()))
        .map(Ladder.Action::reason)
        .flatMap(Optional::stream)
        .filter(reason -> reasons.stream().noneMatch(r -> r.name().equals(reason.name())))
        .forEach(reasons::add);
    return reasons;
  }
}
