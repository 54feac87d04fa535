package uk.rubric.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.difference.Change.Kind;

/** Compares figures and payments by content: formulas that are written differently count as different. */
final class FigureComparison {
  private static final int MOST_SHOWN = 160;

  private final List<Change> changes = new ArrayList<>();

  FigureComparison(CheckedService old, CheckedService fresh) {
    content(Kind.TEXT, "service", old, fresh, s -> s.name() + " “" + s.title() + "”, " + s.status());
    content(Kind.PARAMETER, "period", old, fresh, s -> s.periodStart() + " to " + s.periodEnd());
    content(Kind.PARAMETER, "days", old, fresh, s -> Fingerprint.of(s.days()));
    items(Kind.PARAMETER, "parameter", old.parameters(), fresh.parameters(), Parameter::name, FigureComparison::values);
    items(Kind.PAYMENT, "measure", old.measures(), fresh.measures(), Measure::name,
        m -> Fingerprint.of(m.formula()) + Fingerprint.of(m.rounding()));
    items(Kind.PAYMENT, "points", old.pointsTables(), fresh.pointsTables(), PointsTable::name, FigureComparison::rows);
    items(Kind.PAYMENT, "pay", old.pays(), fresh.pays(), Pay::name,
        p -> Fingerprint.of(p.formula()) + Fingerprint.of(p.rounding()) + p.sharedBy());
  }

  List<Change> changes() {
    return changes;
  }

  private static String values(Parameter parameter) {
    return parameter.values().stream()
        .map(v -> v.value().toPlainString() + v.start().map(d -> " from " + d).orElse("")
            + v.end().map(d -> " to " + d).orElse(""))
        .toList()
        .toString();
  }

  private static String rows(PointsTable table) {
    return table.rows().stream()
        .map(row -> row.indicator() + ": " + row.points().toPlainString()
            + row.thresholds().map(t -> " from " + t.lower().toPlainString() + " to " + t.upper().toPlainString())
                .orElse("")
            + (row.isProtected() ? " protected" : ""))
        .toList()
        .toString();
  }

  private <T> void content(Kind kind, String subject, T old, T fresh, Function<T, String> content) {
    String before = content.apply(old);
    String after = content.apply(fresh);
    if (!before.equals(after)) {
      boolean isLong = before.length() + after.length() > MOST_SHOWN;
      changes.add(Change.of(kind, subject, isLong ? "differs" : before + " → " + after));
    }
  }

  private <T> void items(
      Kind kind, String word, List<T> old, List<T> fresh, Function<T, String> name, Function<T, String> content) {
    Items.of(old, fresh, name).each(
        retired -> changes.add(Change.of(kind, word + " " + name.apply(retired), "no longer there")),
        added -> changes.add(Change.of(kind, word + " " + name.apply(added), "new")),
        (one, other) -> content(kind, word + " " + name.apply(one), one, other, content));
  }
}
