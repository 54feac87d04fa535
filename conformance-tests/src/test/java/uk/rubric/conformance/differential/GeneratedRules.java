package uk.rubric.conformance.differential;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.rubric.value.SctId;

/**
 * A service with its rule sets as text, and what patients are made from so that they stand near its boundaries.
 *
 * @param codes of the clusters, and some that no cluster has
 * @param boundaries days that conditions compare with
 * @param values numbers that conditions compare with
 */
record GeneratedRules(
    String text, LocalDate achievementDate, List<SctId> codes, List<LocalDate> boundaries, List<String> values) {
  static final LocalDate PERIOD_START = LocalDate.of(2021, 4, 1);
  static final LocalDate PERIOD_END = LocalDate.of(2022, 3, 31);

  /** Numbers that conditions compare values with: few, so that values meet them. */
  static final List<String> NUMBERS = List.of("10", "58", "58.5", "140");

  /** The days that practices chose; a practice that is not here chose none. */
  static final Map<String, LocalDate> OWN_DAYS =
      new TreeMap<>(Map.of("X1", LocalDate.of(2021, 8, 31), "X2", LocalDate.of(2021, 9, 29)));

  static final List<String> PRACTICES = List.of("X1", "X1", "X2", "X3");

  static final List<Integer> AGES = List.of(17, 18, 40, 65);

  SctId codeOfNoCluster() {
    return codes.get(codes.size() - 1);
  }
}
