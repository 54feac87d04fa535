package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.patient.Practice;

/** What {@code practices.csv} says, if it is there. */
final class Practices {
  /** One row; all its cells are kept only to see whether two rows of one code agree. */
  private record Described(Practice practice, List<String> cells) {}

  private final Keyed<Described> practices = new Keyed<>();

  void add(Row row) {
    row.need(Column.PRACTICE_CODE, ExtractDiagnostic.BLANK_PRACTICE_CODE);
    String code = row.text(Column.PRACTICE_CODE);
    Optional<Long> listSize = row.wholeNumberIfAny(Column.LIST_SIZE);
    Optional<BigDecimal> weighted = row.decimalIfAny(Column.WEIGHTED_LIST);
    row.refuseIf(weighted.map(w -> w.signum() < 0).orElse(false), ExtractDiagnostic.BAD_VALUE, Column.WEIGHTED_LIST);
    if (!row.isRefused()) {
      practices.add(code, describe(row, code, listSize, weighted), row.line());
    } else if (!code.isEmpty()) {
      practices.spoil(code);
    }
  }

  private static Described describe(Row row, String code, Optional<Long> listSize, Optional<BigDecimal> weighted) {
    OptionalLong size = listSize.map(OptionalLong::of).orElse(OptionalLong.empty());
    return new Described(
        new Practice(code, given(row, Column.NAME), size, weighted, given(row, Column.PCN_CODE),
            given(row, Column.ICB_CODE)),
        Arrays.stream(Column.values()).map(row::text).toList());
  }

  private static Optional<String> given(Row row, Column column) {
    return Optional.of(row.text(column)).filter(Predicate.not(String::isEmpty));
  }

  /** To be called once, after the last row. */
  void settle(CsvFile file, Tally tally) {
    String column = Column.PRACTICE_CODE.header();
    practices.settle(
        line -> tally.count(ExtractDiagnostic.CONFLICTING_PRACTICE, file.layout().file(), file.place(line, column)),
        line -> tally.count(ExtractDiagnostic.REPEATED_ROW, file.layout().file(), file.place(line, column)));
  }

  /** Counts practices whose PCN belongs to the ICB of another of its practices. */
  void countDivided(CsvFile file, Tally tally) {
    Map<String, String> icbs = new HashMap<>();
    with(Set.of()).forEach(practice -> {
      Optional<String> first = practice.pcn().flatMap(
          pcn -> practice.icb().map(icb -> Optional.ofNullable(icbs.putIfAbsent(pcn, icb)).orElse(icb)));
      if (first.isPresent() && !first.equals(practice.icb())) {
        tally.count(ExtractDiagnostic.DIVIDED_PCN, file.layout().file(),
            file.place(practices.line(practice.code()), Column.ICB_CODE.header()));
      }
    });
  }

  /** Whether some row has this code, even one that was set aside. */
  boolean isListed(String code) {
    return practices.contains(code);
  }

  /** These practices and all others that registrations name, by rising code. */
  List<Practice> with(Set<String> registered) {
    Set<String> codes = practices.keys().collect(Collectors.toCollection(TreeSet::new));
    codes.addAll(registered);
    return codes.stream().map(this::practice).toList();
  }

  private Practice practice(String code) {
    return practices.find(code)
        .map(Described::practice)
        .orElseGet(() -> new Practice(code, Optional.empty(), OptionalLong.empty()));
  }
}
