package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;

/** QOF 2023/24 as a service: points, thresholds, what prevalence adjusts, and in which order reasons stand. */
class Qof202324Test {
  private static final String POINTS = "qof_points_thresholds.csv";

  private final QofYear year = QofYear.Y2023_24;

  @Test
  void all76IndicatorsComeTo635Points() {
    assertThat(year.rows()).hasSize(76);
    assertThat(QofYear.sum(year.rows())).isEqualByComparingTo("635");
  }

  @Test
  void pointsAndThresholdsAreThoseOfTheTable() {
    List<String> published =
        PublishedTables.rows(POINTS).stream()
            .filter(row -> row.getField("year").equals("2023/24"))
            .map(row -> row.getField("indicator") + " " + row.getField("points")
                + (row.getField("lower_pct").isEmpty()
                    ? "" : " " + row.getField("lower_pct") + "% " + row.getField("upper_pct") + "%"))
            .toList();
    // The table gives no thresholds of MH021; those that stand here are marked.
    assertThat(year.points().stream().map(row -> row.replace("MH021 6 50% 90%", "MH021 6")))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void whatPrevalenceAdjustsIsAsPublished() {
    Map<String, Boolean> published = new TreeMap<>();
    PublishedTables.rows(POINTS).stream()
        .filter(row -> row.getField("year").equals("2023/24"))
        .forEach(row -> published.put(row.getField("indicator"), row.getField("prevalence_adjusted").equals("Y")));
    Map<String, Boolean> written = new TreeMap<>();
    for (PointsTable table : year.service().pointsTables()) {
      table.rows().forEach(row -> written.put(row.indicator(), year.isAdjusted(table)));
    }
    assertThat(written).isEqualTo(published);
  }

  /** What has no source says so: thresholds, but those of childhood vaccination. */
  @Test
  void everyThresholdThatIsNotPublishedIsMarked() {
    assertThat(year.rows().filter(row -> row.thresholds().isPresent() && !row.indicator().matches("VI00[123]")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.notes())
            .anyMatch(note -> Set.of("ASSUMED", "PLACEHOLDER").contains(note.kind().name())));
  }

  /** No table gives the order; where it is published, exclusions come first, and the end is always this. */
  @Test
  void reasonsStandInTheOrderOfTheTemplate() {
    year.reasons().forEach((indicator, reasons) -> {
      List<Integer> ranks = reasons.stream().map(Qof202324Test::rank).filter(rank -> rank >= 0).toList();
      assertThat(ranks).as(indicator + " " + reasons.stream().map(Reason::name).toList()).isSorted();
    });
  }

  private static int rank(Reason reason) {
    List<String> end = List.of(".*PCADEC", ".*INV.*", "DIAG1_.*", "REG1_.*");
    if (reason.kindWord().equals("exclusion")) {
      return 0;
    }
    int place = Stream.of(0, 1, 2, 3).filter(i -> reason.name().matches(end.get(i))).findFirst().orElse(-1);
    return place < 0 ? -1 : place + 1;
  }
}
