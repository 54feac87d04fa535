package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.Thresholds;
import uk.rubric.check.Ladder;

/** Names, kinds and texts of reasons, and points, against the publications that the rule files name. */
class PublishedReasonsTest {
  private static final String REASONS = "qof-2023-24/indicator_reject_reasons_2324.csv";
  private static final String POINTS = "qof_points_thresholds.csv";

  /** DM019 is of 2021/22 alone: its successor, but for the reason that came with readings taken at home. */
  private static final Map<String, String> SUCCESSOR = Map.of("DM033", "DM019");
  private static final Map<String, String> REASON_OF_ITS_OWN = Map.of("DM019 BPORHBPDEC", "DM019 BPDEC");

  @Test
  void indicatorsRejectForThePublishedReasons() {
    Map<String, Set<String>> published = new TreeMap<>();
    PublishedTables.rows(REASONS).stream()
        .filter(row -> row.getField("indicator").startsWith("DM"))
        .forEach(row -> {
          String indicator = SUCCESSOR.getOrDefault(row.getField("indicator"), row.getField("indicator"));
          String reason = indicator + " " + row.getField("reason");
          String kind = kind(row.getField("type"), row.getField("general_or_specific"));
          published.computeIfAbsent(indicator, i -> new TreeSet<>())
              .add(REASON_OF_ITS_OWN.getOrDefault(reason, reason) + " " + kind);
        });
    assertThat(written()).isEqualTo(published);
  }

  private static String kind(String type, String generalOrSpecific) {
    return type.equals("Exclusion") ? "exclusion" : "pca-" + generalOrSpecific.toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, Set<String>> written() {
    Map<String, Set<String>> written = new TreeMap<>();
    Qof202122.publishedRules().forEach((id, rule) -> reasons(rule).forEach(
        reason -> written.computeIfAbsent(id.output(), i -> new TreeSet<>())
            .add(id.output() + " " + reason.name() + " " + reason.kindWord())));
    return written;
  }

  private static Stream<Reason> reasons(Ladder.Rule rule) {
    return Stream.of(rule.whenTrue(), rule.whenFalse()).map(Ladder.Action::reason).flatMap(Optional::stream);
  }

  @Test
  void reasonsSayWhatThePublicationSays() {
    Set<String> published = new TreeSet<>();
    PublishedTables.rows(REASONS)
        .forEach(row -> published.add(row.getField("reason") + ": " + plain(row.getField("description"))));
    assertThat(Qof202122.publishedRules().values().stream().flatMap(PublishedReasonsTest::reasons))
        .allSatisfy(reason -> assertThat(published).contains(reason.name() + ": " + reason.title()));
  }

  /** Without its full stop, doubled spaces and one slip of the pen. */
  private static String plain(String text) {
    return text.strip().replace("  ", " ").replace("Patent for", "Patient for").replaceAll("\\.$", "");
  }

  @Test
  void pointsAreThoseOfTheYear() {
    List<String> published =
        PublishedTables.rows(POINTS).stream()
            .filter(row -> row.getField("year").equals("2021/22") && row.getField("indicator").startsWith("DM"))
            .map(row -> "%s %s %s %s".formatted(row.getField("indicator"), row.getField("points"),
                row.getField("lower_pct"), row.getField("upper_pct")).strip())
            .toList();
    assertThat(points().stream().map(PublishedReasonsTest::text)).containsExactlyElementsOf(published);
  }

  private static List<PointsRow> points() {
    return Qof202122.rules().service("QOF_2021_22").orElseThrow().pointsTables().get(0).rows();
  }

  private static String text(PointsRow row) {
    String bounds = row.thresholds().map(t -> " " + percent(t.lower()) + " " + percent(t.upper())).orElse("");
    return row.indicator() + " " + row.points().toPlainString() + bounds;
  }

  private static String percent(BigDecimal fraction) {
    return fraction.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  @Test
  void everyThresholdSaysThatItIsUnverified() {
    assertThat(points()).allSatisfy(
        row -> assertThat(row.thresholds().map(Thresholds::lower).isPresent()).isEqualTo(!row.notes().isEmpty()));
  }

  @Test
  void diabetesIsWorth76Points() {
    assertThat(points().stream().map(PointsRow::points).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("76");
  }
}
