package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.Ladder;

/** QOF 2025/26 against what is published of it: points, thresholds, and the reasons of 2023/24. */
class Qof202526Test {
  private static final Path EXTRACT = Path.of("extracts", "two-practices");

  /** Under which indicator of 2023/24 the publication gives the reasons of one that came later. */
  private static final Map<String, String> BEFORE =
      Map.of("CHOL003", "CHOL001", "CHOL004", "CHOL002", "AST012", "AST011", "DM034", "DM022", "DM035", "DM023",
          "DM036", "DM033");

  /** What came after the publication: each is marked in its rule file. */
  private static final Map<String, Set<String>> SINCE =
      Map.of("CHOL003", Set.of("HSTRK", "CHOLINVITE"), "AST012", Set.of("DIAG_DAT25"), "DM036", Set.of("PAT_AGEO79"));

  private static final Map<String, Set<String>> NO_LONGER = Map.of("AST012", Set.of("DIAG_DAT23"));

  private final CheckedRules rules = Qof202526.rules();
  private final CheckedService service = Qof202526.service(rules);

  @Test
  void pointsAddUpToThePublishedSumsOfAllAndOfThoseThatPrevalenceAdjusts() {
    assertThat(points(service.pointsTables().stream())).isEqualByComparingTo("564");
    assertThat(points(service.pointsTables().stream().filter(this::isAdjusted))).isEqualByComparingTo("462");
  }

  private static BigDecimal points(Stream<PointsTable> tables) {
    return tables.flatMap(table -> table.rows().stream()).map(PointsRow::points)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private boolean isAdjusted(PointsTable table) {
    return service.measures().stream().anyMatch(measure -> measure.name().equals("APDF_" + table.name()));
  }

  @Test
  void pointsAndThresholdsAreThoseOfTheYear() {
    List<String> published =
        PublishedTables.rows("qof_points_thresholds.csv").stream()
            .filter(row -> row.getField("year").equals("2025/26"))
            .map(row -> "%s %s %s%% %s%%".formatted(row.getField("indicator"), row.getField("points"),
                row.getField("lower_pct"), row.getField("upper_pct")))
            .toList();
    assertThat(service.pointsTables().stream().flatMap(table -> table.rows().stream()).map(Qof202526Test::row))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  private static String row(PointsRow row) {
    CheckedService.Thresholds thresholds = row.thresholds().orElseThrow();
    return "%s %s %s%% %s%%".formatted(row.indicator(), row.points().toPlainString(),
        percent(thresholds.lower()), percent(thresholds.upper()));
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  @Test
  void indicatorsRejectForThePublishedReasonsAndThoseThatAreMarked() {
    Map<String, Set<String>> published = new TreeMap<>();
    PublishedTables.rows("qof-2023-24/indicator_reject_reasons_2324.csv").forEach(row ->
        published.computeIfAbsent(row.getField("indicator"), i -> new TreeSet<>()).add(row.getField("reason")));
    written().forEach((indicator, reasons) -> {
      Set<String> expected = new TreeSet<>(published.get(BEFORE.getOrDefault(indicator, indicator)));
      expected.removeAll(NO_LONGER.getOrDefault(indicator, Set.of()));
      expected.addAll(SINCE.getOrDefault(indicator, Set.of()));
      assertThat(reasons).as(indicator).isEqualTo(expected);
    });
  }

  private Map<String, Set<String>> written() {
    Map<String, Set<String>> written = new TreeMap<>();
    paid().forEach(indicator -> written.put(indicator, new TreeSet<>()));
    rules.rulesets().stream()
        .filter(ruleset -> ruleset.version().equals("50.0"))
        .flatMap(ruleset -> ruleset.indicators().stream())
        .forEach(indicator -> indicator.denominator().stream()
            .flatMap(ladder -> ladder.rules().stream())
            .flatMap(rule -> Stream.of(rule.whenTrue(), rule.whenFalse()))
            .map(Ladder.Action::reason)
            .flatMap(Optional::stream)
            .forEach(reason -> written.get(indicator.name()).add(reason.name())));
    return written;
  }

  private List<String> paid() {
    return service.pointsTables().stream().flatMap(table -> table.rows().stream()).map(PointsRow::indicator).toList();
  }

  @Test
  void twoPracticesAreAsMade(@TempDir Path folder) throws IOException {
    if (!System.getProperty("golden.update", "").isEmpty()) {
      TwoPractices.write(Qof202526.plan(), EXTRACT);
    }
    TwoPractices.write(Qof202526.plan(), folder);
    for (String file : List.of("patients.csv", "registrations.csv", "events.csv", "practices.csv")) {
      assertThat(Files.readString(EXTRACT.resolve(file))).isEqualTo(Files.readString(folder.resolve(file)));
    }
  }
}
