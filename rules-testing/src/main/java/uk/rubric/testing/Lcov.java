package uk.rubric.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.testing.Coverage.Item;
import uk.rubric.testing.Coverage.Measure;
import uk.rubric.testing.Coverage.OfRule;

/**
 * Coverage in the form of lcov, which editors and build servers read: a line is the first of a rule, a branch an
 * outcome or a condition that comes out true or false. What is proved impossible or marked unreachable counts as taken.
 */
public final class Lcov {
  private Lcov() {}

  /** A record for each rule file. */
  public static String of(Coverage coverage) {
    Map<String, List<OfRule>> files = new LinkedHashMap<>();
    coverage.ladders().forEach(ladder -> ladder.rules().forEach(rule ->
        files.computeIfAbsent(rule.span().source().name(), f -> new ArrayList<>()).add(rule)));
    StringBuilder lcov = new StringBuilder();
    files.forEach((file, rules) -> record(file, rules, lcov));
    return lcov.toString();
  }

  private static void record(String file, List<OfRule> rules, StringBuilder lcov) {
    lcov.append("TN:\nSF:").append(file).append('\n');
    long branches = 0;
    long taken = 0;
    Map<Integer, Boolean> lines = new java.util.TreeMap<>();
    for (int block = 0; block < rules.size(); block++) {
      OfRule rule = rules.get(block);
      int line = rule.span().from().line();
      List<Item> items = rule.items().stream()
          .filter(i -> i.measure() == Measure.OUTCOMES || i.measure() == Measure.CONDITIONS).toList();
      for (int i = 0; i < items.size(); i++) {
        boolean settled = items.get(i).state().isSettled();
        lcov.append("BRDA:").append(line).append(',').append(block).append(',').append(i).append(',')
            .append(settled ? "1" : "0").append('\n');
        branches++;
        taken += settled ? 1 : 0;
      }
      lines.merge(line, isSettled(rule), Boolean::logicalAnd);
    }
    lcov.append("BRF:").append(branches).append("\nBRH:").append(taken).append('\n');
    lines.forEach((line, hit) -> lcov.append("DA:").append(line).append(',').append(hit ? 1 : 0).append('\n'));
    lcov.append("LF:").append(lines.size()).append("\nLH:").append(lines.values().stream().filter(h -> h).count())
        .append("\nend_of_record\n");
  }

  private static boolean isSettled(OfRule rule) {
    return rule.items().stream().filter(i -> i.measure() == Measure.RULES).allMatch(i -> i.state().isSettled());
  }
}
