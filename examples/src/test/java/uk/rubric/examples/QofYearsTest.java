package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.CheckedService.PointsRow;

/** The chain of years: what moves from one to the next is what is published of it. */
class QofYearsTest {
  private static final Map<String, String> OF_2024_25 = Map.of("CHOL001", "CHOL003", "CHOL002", "CHOL004");
  private static final Map<String, String> OF_2025_26 =
      Map.of("AST011", "AST012", "DM022", "DM034", "DM023", "DM035", "DM033", "DM036");

  private final QofYear first = QofYear.Y2023_24;
  private final QofYear second = QofYear.Y2024_25;
  private final QofYear third = QofYear.Y2025_26;

  @Test
  void pointsAreTheSameIn2024AndCholesterolHasNewIndicators() {
    assertThat(second.points())
        .containsExactlyInAnyOrderElementsOf(first.points().stream().map(row -> renamed(row, OF_2024_25)).toList());
  }

  private static String renamed(String row, Map<String, String> names) {
    String name = row.substring(0, row.indexOf(' '));
    return names.getOrDefault(name, name) + row.substring(name.length());
  }

  @Test
  void incomeIsProtectedIn32IndicatorsOf212PointsWhichAreThenRetired() {
    List<PointsRow> frozen = second.rows().filter(PointsRow::isProtected).toList();
    Set<String> retired = names(second);
    retired.removeAll(names(third));
    retired.removeAll(OF_2025_26.keySet());

    assertThat(frozen).hasSize(32);
    assertThat(QofYear.sum(frozen.stream())).isEqualByComparingTo("212");
    assertThat(frozen.stream().map(PointsRow::indicator)).containsExactlyInAnyOrderElementsOf(retired);
    assertThat(third.rows()).noneMatch(PointsRow::isProtected);
  }

  private static Set<String> names(QofYear year) {
    return year.rows().map(PointsRow::indicator).collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void in2025Points141MoveToNineIndicatorsAnd71Leave() {
    Map<String, Integer> before = new TreeMap<>();
    second.rows().forEach(row ->
        before.put(OF_2025_26.getOrDefault(row.indicator(), row.indicator()), row.points().intValueExact()));
    Map<String, Integer> moved = new TreeMap<>();
    third.rows().filter(row -> row.points().intValueExact() != before.get(row.indicator()))
        .forEach(row -> moved.put(row.indicator(), row.points().intValueExact() - before.get(row.indicator())));

    assertThat(moved).hasSize(9);
    assertThat(moved.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(141);
    assertThat(QofYear.sum(second.rows()).subtract(QofYear.sum(third.rows()))).isEqualByComparingTo("71");
  }

  @Test
  void reasonsStayAndComeWithTheirIndicators() {
    assertThat(reasons(second)).isEqualTo(with(reasons(first), OF_2024_25,
        Map.of("CHOL003", Set.of("HSTRK", "CHOLINVITE")), Set.of()));
    Map<String, Set<String>> expected = with(reasons(second), OF_2025_26,
        Map.of("AST012", Set.of("DIAG_DAT25"), "DM036", Set.of("PAT_AGEO79")), Set.of("AST012 DIAG_DAT23"));
    expected.keySet().retainAll(names(third));
    assertThat(reasons(third)).isEqualTo(expected);
  }

  private static Map<String, Set<String>> reasons(QofYear year) {
    Map<String, Set<String>> names = new TreeMap<>();
    year.reasons().forEach((indicator, reasons) ->
        names.put(indicator, reasons.stream().map(Reason::name).collect(Collectors.toCollection(TreeSet::new))));
    return names;
  }

  private static Map<String, Set<String>> with(
      Map<String, Set<String>> before, Map<String, String> names, Map<String, Set<String>> come, Set<String> gone) {
    Map<String, Set<String>> after = new TreeMap<>();
    before.forEach((indicator, reasons) -> {
      String name = names.getOrDefault(indicator, indicator);
      Set<String> all = new TreeSet<>(reasons);
      all.addAll(come.getOrDefault(name, Set.of()));
      all.removeIf(reason -> gone.contains(name + " " + reason));
      after.put(name, all);
    });
    return after;
  }
}
