package uk.rubric.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.rubric.testing.Coverage.Item;
import uk.rubric.testing.Coverage.Measure;
import uk.rubric.testing.Coverage.OfLadder;
import uk.rubric.testing.Coverage.OfRule;
import uk.rubric.testing.Coverage.State;

/** Coverage as a table, and what is not covered. */
public final class CoverageText {
  private CoverageText() {}

  /** A row for each ladder, the sums, then each part that no test comes to, with a patient who would. */
  public static String of(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    List<List<String>> rows = rows(coverage);
    int width = rows.stream().mapToInt(row -> row.get(0).length()).max().orElse(0);
    rows.forEach(row -> text.append(row(row, width)));
    text.append(settled(coverage));
    coverage.ladders().forEach(ladder -> ladder.rules().forEach(rule -> open(ladder, rule, text)));
    return text.toString();
  }

  private static List<List<String>> rows(Coverage coverage) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells("covered", Stream.of(Measure.values()).map(Measure::word).toList()));
    coverage.ladders().forEach(l -> rows.add(cells(l.name(), counts(l::items))));
    rows.add(cells("all", counts(coverage::items)));
    return rows;
  }

  private static List<String> cells(String name, List<String> others) {
    List<String> cells = new ArrayList<>(List.of(name));
    cells.addAll(others);
    return cells;
  }

  private static List<String> counts(java.util.function.Supplier<Stream<Item>> items) {
    return Stream.of(Measure.values()).map(m -> Coverage.count(items.get(), m).toString()).toList();
  }

  private static String row(List<String> cells, int width) {
    StringBuilder row = new StringBuilder(String.format("%-" + Math.max(width, 1) + "s", cells.get(0)));
    cells.stream().skip(1).forEach(cell -> row.append(String.format("  %10s", cell)));
    return row.append('\n').toString();
  }

  private static String settled(Coverage coverage) {
    return "counted as covered: " + coverage.count(State.IMPOSSIBLE) + " proved impossible, "
        + coverage.count(State.ACKNOWLEDGED) + " marked unreachable; not covered: "
        + coverage.count(State.UNCOVERED) + ", and " + coverage.count(State.UNDECIDED) + " undecided\n";
  }

  private static void open(OfLadder ladder, OfRule rule, StringBuilder text) {
    rule.items().stream().filter(item -> !item.state().isSettled()).forEach(item -> {
      text.append('\n').append(item.span()).append(": ").append(ladder.name()).append(" rule ").append(rule.number())
          .append(", ").append(item.measure().word()).append(": ").append(item.what()).append('\n');
      item.patient().ifPresent(patient -> text.append("  patient: ").append(patient).append('\n'));
      item.why().ifPresent(why -> text.append("  undecided: ").append(why).append('\n'));
    });
  }

  /** Tests that would cover what is not covered, as a rule file; each patient once. */
  public static String suggestions(Coverage coverage) {
    return String.join("\n", coverage.items().flatMap(i -> i.test().stream()).distinct().toList());
  }
}
