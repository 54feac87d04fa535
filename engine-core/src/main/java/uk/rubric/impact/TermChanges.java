package uk.rubric.impact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.CheckedService.Thresholds;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.TermChange;
import uk.rubric.impact.ServiceImpact.TermKind;
import uk.rubric.payment.Ledger;
import uk.rubric.payment.Payments;
import uk.rubric.plan.Plan;

/** What the contract changes in its money: each change named, with what it alone makes of the old total. */
final class TermChanges {
  private final Plan old;
  private final Plan fresh;
  private final Pairing pairing;
  private final Ledger ledger;
  private final Optional<BigDecimal> total;
  private final List<TermChange> changes = new ArrayList<>();

  /** @param ledger the counts of the old rules */
  TermChanges(Plan old, Plan fresh, Pairing pairing, Ledger ledger, Optional<BigDecimal> total) {
    this.old = old;
    this.fresh = fresh;
    this.pairing = pairing;
    this.ledger = ledger;
    this.total = total;
  }

  /** By kind, in the order of the contract. */
  List<TermChange> of(List<ItemImpact> items) {
    items.forEach(this::fate);
    rows(old.service()).forEach(this::row);
    CheckedService one = old.service();
    CheckedService other = fresh.service();
    both(TermKind.PARAMETER, "parameter", one.parameters(), other.parameters(), Parameter::name, this::parameter);
    both(TermKind.MEASURE, "measure", one.measures(), other.measures(), Measure::name, this::measure);
    both(TermKind.PAYMENT, "payment", one.pays(), other.pays(), Pay::name, this::payment);
    return changes.stream().sorted(Comparator.comparing(TermChange::kind)).toList();
  }

  /** What came, went or has another name; its pounds are all that was, or would now be, paid for it. */
  private void fate(ItemImpact item) {
    String subject = item.kind() + " " + item.names();
    switch (item.fate()) {
      case RETIRED -> changes.add(new TermChange(TermKind.RETIRED, subject, points(item.available().old(), "was "),
          item.pounds().flatMap(ServiceImpact.Pounds::old).map(BigDecimal::negate)));
      case ADDED -> changes.add(new TermChange(TermKind.ADDED, subject, points(item.available().fresh(), ""),
          item.pounds().flatMap(ServiceImpact.Pounds::fresh)));
      case RENAMED -> changes.add(new TermChange(TermKind.RENAMED, subject, "", Optional.empty()));
      case MERGED -> changes.add(new TermChange(TermKind.MERGED, subject,
          points(item.available().old(), "") + " → " + points(item.available().fresh(), ""), Optional.empty()));
      case KEPT -> { }
    }
  }

  private static String points(Optional<BigDecimal> points, String before) {
    return points.map(p -> before + plain(p) + (p.compareTo(BigDecimal.ONE) == 0 ? " point" : " points")).orElse("");
  }

  private static Stream<PointsRow> rows(CheckedService service) {
    return service.pointsTables().stream().flatMap(table -> table.rows().stream());
  }

  private void row(PointsRow before) {
    Optional<PointsRow> found = pairing.freshName(before.indicator())
        .filter(name -> pairing.oldName(name).isPresent())
        .flatMap(name -> rows(fresh.service()).filter(row -> row.indicator().equals(name)).findFirst());
    found.ifPresent(after -> {
      points(before, after);
      thresholds(before, after);
      protection(before, after);
    });
  }

  private void points(PointsRow before, PointsRow after) {
    if (before.points().compareTo(after.points()) != 0) {
      PointsRow one = new PointsRow(before.indicator(), after.points(), before.thresholds(), before.isProtected(),
          before.notes(), before.span());
      add(TermKind.POINTS, after.indicator(), plain(before.points()) + " → " + plain(after.points()),
          alone(withRow(before, one)));
    }
  }

  private void thresholds(PointsRow before, PointsRow after) {
    String was = text(before.thresholds());
    String is = text(after.thresholds());
    if (!was.equals(is)) {
      PointsRow one = new PointsRow(before.indicator(), before.points(), after.thresholds(), before.isProtected(),
          before.notes(), before.span());
      add(kind(before.thresholds(), after.thresholds()), after.indicator(), was + " → " + is,
          alone(withRow(before, one)));
    }
  }

  private void protection(PointsRow before, PointsRow after) {
    if (before.isProtected() != after.isProtected()) {
      add(TermKind.PROTECTION, after.indicator(), after.isProtected() ? "protected" : "no longer protected",
          alone(withRow(before, new PointsRow(before.indicator(), before.points(), before.thresholds(),
              after.isProtected(), before.notes(), before.span()))));
    }
  }

  private static TermKind kind(Optional<Thresholds> before, Optional<Thresholds> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return TermKind.THRESHOLDS_CHANGED;
    }
    int lower = after.get().lower().compareTo(before.get().lower());
    int upper = after.get().upper().compareTo(before.get().upper());
    return lower >= 0 && upper >= 0 ? TermKind.THRESHOLDS_RAISED
        : lower <= 0 && upper <= 0 ? TermKind.THRESHOLDS_LOWERED : TermKind.THRESHOLDS_CHANGED;
  }

  private static String text(Optional<Thresholds> thresholds) {
    return thresholds.map(t -> percent(t.lower()) + " to " + percent(t.upper())).orElse("none");
  }

  private static String percent(BigDecimal fraction) {
    return plain(fraction.movePointRight(2)) + "%";
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private void parameter(Parameter before, Parameter after) {
    Optional<ParameterValue> was = before.on(old.periodEnd());
    Optional<ParameterValue> is = after.on(fresh.periodEnd());
    // A plan is not made without a value for each.
    if (was.get().value().compareTo(is.get().value()) != 0) {
      Parameter one = new Parameter(before.name(), before.title(), before.kind(),
          List.of(new ParameterValue(is.get().value(), Optional.empty(), Optional.empty(), List.of(), before.span())),
          before.span());
      add(TermKind.PARAMETER, before.name(), plain(was.get().value()) + " → " + plain(is.get().value()),
          alone(service -> with(service,
              replaced(service.parameters(), before, one), service.measures(), service.pointsTables(),
              service.pays())));
    }
  }

  private void measure(Measure before, Measure after) {
    if (!before.formula().equals(after.formula()) || !before.rounding().equals(after.rounding())
        || !before.each().equals(after.each())) {
      add(TermKind.MEASURE, before.name(), "its formula or rounding differs", Optional.empty());
    }
  }

  private void payment(Pay before, Pay after) {
    boolean same = Stream.<Function<Pay, Object>>of(
            Pay::formula, Pay::rounding, Pay::each, Pay::when, Pay::sharedBy, Pay::notBefore)
        .allMatch(part -> Objects.equals(part.apply(before), part.apply(after)));
    if (!same) {
      add(TermKind.PAYMENT, before.name(), "its formula, rounding or conditions differ", Optional.empty());
    }
  }

  private <T> void both(
      TermKind kind, String word, List<T> old, List<T> fresh, Function<T, String> name, Both<T> compare) {
    for (T one : old) {
      Optional<T> other = fresh.stream().filter(f -> name.apply(f).equals(name.apply(one))).findFirst();
      other.ifPresentOrElse(
          o -> compare.of(one, o),
          () -> changes.add(new TermChange(kind, word + " " + name.apply(one), "no longer there", Optional.empty())));
    }
    for (T one : fresh) {
      if (old.stream().noneMatch(o -> name.apply(o).equals(name.apply(one)))) {
        changes.add(new TermChange(kind, word + " " + name.apply(one), "new", Optional.empty()));
      }
    }
  }

  /** Told of what both sides have. */
  @FunctionalInterface
  private interface Both<T> {
    void of(T old, T fresh);
  }

  private void add(TermKind kind, String name, String text, Optional<BigDecimal> alone) {
    String word = kind == TermKind.PARAMETER || kind == TermKind.MEASURE || kind == TermKind.PAYMENT
        ? kind.word() + " " : "indicator ";
    changes.add(new TermChange(kind, word + name, text, alone));
  }

  /** What the old service with one change pays for the old counts, less what it paid. */
  private Optional<BigDecimal> alone(UnaryOperator<CheckedService> change) {
    Plan changed = with(old, change.apply(old.service()));
    return Payments.of(changed).total(ledger).flatMap(after -> total.map(after::subtract));
  }

  private static Plan with(Plan plan, CheckedService service) {
    return new Plan(service, plan.mode(), plan.achievementDate(), plan.periodEnd(), plan.days(), plan.clusters(),
        plan.fields(), plan.slots(), plan.patientFields(), plan.ladders(), plan.eaches(), plan.outputs(), plan.notes(),
        plan.chosen());
  }

  private static UnaryOperator<CheckedService> withRow(PointsRow row, PointsRow other) {
    return service -> with(service, service.parameters(), service.measures(),
        service.pointsTables().stream()
            .map(t -> new PointsTable(t.name(), t.title(), replaced(t.rows(), row, other), t.span())).toList(),
        service.pays());
  }

  private static <T> List<T> replaced(List<T> all, T one, T other) {
    return all.stream().map(each -> each == one ? other : each).toList();
  }

  private static CheckedService with(
      CheckedService s, List<Parameter> parameters, List<Measure> measures, List<PointsTable> tables, List<Pay> pays) {
    return new CheckedService(s.name(), s.title(), s.authority(), s.status(), s.periodStart(), s.periodEnd(), s.days(),
        s.uses(), s.clusterFolder(), parameters, measures, tables, pays, s.notes(), s.dividedBy(), s.evidence(),
        s.span());
  }
}
