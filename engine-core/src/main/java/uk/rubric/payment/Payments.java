package uk.rubric.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.CheckedService.Thresholds;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;
import uk.rubric.check.Stretch;
import uk.rubric.plan.Plan;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.syntax.ExpressionNode.Over;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Counts to points and money. All arithmetic is exact; a figure is rounded only where the service says so (language,
 * meaning 9). What cannot be computed, such as a share of a list of nobody, has no value, and with it all that depends on
 * it; what waits for an answer, or is not due yet, says so.
 *
 * <p>Immutable and thread-safe.
 */
public final class Payments {
  private final Terms terms;
  private final Dependencies dependencies;

  /**
   * @param service each of its indicators stands in one table of points
   * @param periodEnd PPED: where parameters are looked up
   */
  public Payments(CheckedService service, LocalDate periodEnd) {
    this(Terms.of(service, periodEnd));
  }

  private Payments(Terms terms) {
    this.terms = terms;
    this.dependencies = new Dependencies(terms.service());
  }

  /** The payments of a plan's service at its PPED. */
  public static Payments of(Plan plan) {
    return new Payments(Terms.of(plan));
  }

  /**
   * All incomes of a run.
   *
   * @param practices in the order of the ledger
   * @param groups PCNs and ICBs of the practices, as far as the extract says to which they belong, by level and code
   */
  public record Incomes(List<PracticeIncome> practices, List<GroupIncome> groups) {
    public Incomes {
      practices = List.copyOf(practices);
      groups = List.copyOf(groups);
    }
  }

  /** Points, measures and payments for the counts of one practice, of which nothing else is known. */
  public PracticeIncome income(PracticeCounts counts) {
    return incomes(Ledger.of(List.of(counts))).practices().get(0);
  }

  /** Points, measures and payments of all practices and of the organisations above them. */
  public Incomes incomes(Ledger ledger) {
    Books books = new Books(terms, ledger);
    return new Incomes(ledger.practices().stream().map(p -> income(books, p)).toList(), groups(books));
  }

  /** As {@link #incomes}, with payments and totals alone: nothing of measures and single indicators. */
  public Incomes totals(Ledger ledger) {
    Books books = new Books(terms, ledger);
    return new Incomes(ledger.practices().stream().map(p -> totals(books, p)).toList(), groups(books));
  }

  private PracticeIncome totals(Books books, PracticeCounts counts) {
    List<Figure> payments = payments(books, Org.practice(counts.practice()));
    return new PracticeIncome(List.of(), List.of(), payments, total(payments));
  }

  private List<GroupIncome> groups(Books books) {
    return Stream.of(Level.PCN, Level.ICB)
        .flatMap(level -> books.orgs().all(level).stream())
        .map(org -> group(books, org))
        .toList();
  }

  /** What further achievers would add to what these counts pay. */
  public Gains gains(Ledger ledger) {
    return new Gains(new Books(terms, ledger), dependencies);
  }

  /**
   * The months and quarters that need counts of their own, each as of its last day: those that have ended, of figures
   * that count patients in them.
   */
  public List<Stretch> partsToCount() {
    return Stream.concat(
            service().measures().stream().filter(m -> counts(FormulaParts.of(m.formula()))).map(m -> m.each().every()),
            service().pays().stream().filter(p -> counts(FormulaParts.of(p))).map(p -> p.each().every()))
        .filter(every -> every != Every.YEAR)
        .distinct()
        .flatMap(every -> terms.parts(every).stream())
        .filter(part -> !part.end().isAfter(terms.achievementDate()))
        .distinct()
        .toList();
  }

  private static boolean counts(FormulaParts parts) {
    return parts.formulas().stream().anyMatch(part ->
        part instanceof Formula.SizeOf || part instanceof Formula.SizeOfClass || part instanceof Formula.CountOf
            || part instanceof Formula.AchievementOf || part instanceof Formula.PointsOf
            || part instanceof Formula.PointsOfIndicator
            || part instanceof Formula.SumOver sum && sum.over() == Over.PATIENTS);
  }

  private CheckedService service() {
    return terms.service();
  }

  private PracticeIncome income(Books books, PracticeCounts counts) {
    Org org = Org.practice(counts.practice());
    List<Figure> payments = payments(books, org);
    Map<String, Shared> incomes = new HashMap<>();
    for (Pay pay : service().pays()) {
      pay.sharedBy().ifPresent(table -> share(books, org, pay, rows(table), incomes));
    }
    List<IndicatorIncome> indicators =
        counts.indicators().stream().map(count -> indicator(books, counts, count, incomes)).toList();
    return new PracticeIncome(
        indicators, answered(books, org, incomes), measures(books, org), payments, total(payments));
  }

  /** The rows of points that name an evidence. */
  private List<IndicatorIncome> answered(Books books, Org org, Map<String, Shared> incomes) {
    Reckoner reckoner = new Reckoner(books, org, terms.period());
    return service().pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(reckoner::isAnswered)
        .map(row -> answered(row, reckoner.points(row), incomes.getOrDefault(row.indicator(), Shared.NONE)))
        .toList();
  }

  private static IndicatorIncome answered(PointsRow row, Value points, Shared share) {
    return new IndicatorIncome(row.indicator(), points.known(), Optional.of(row.points()), share.amount(),
        OptionalLong.empty(), OptionalLong.empty(), points.state(), share.state(), Optional.empty());
  }

  private List<Figure> measures(Books books, Org org) {
    List<Figure> figures = new ArrayList<>();
    for (Measure measure : service().measures()) {
      parts(measure.each(), org).forEach(
          part -> figures.add(figure(measure.name(), measure.each(), part, books.measure(measure, org, part))));
    }
    return figures;
  }

  private List<Figure> payments(Books books, Org org) {
    List<Figure> figures = new ArrayList<>();
    for (Pay pay : service().pays()) {
      parts(pay.each(), org).forEach(
          part -> figures.add(figure(pay.name(), pay.each(), part, books.payment(pay, org, part))));
    }
    return figures;
  }

  /** The parts of the period for which a figure is; none when it is for organisations of another level. */
  private List<Stretch> parts(Each each, Org org) {
    return each.level() == org.level() ? terms.parts(each.every()) : List.of();
  }

  private static Figure figure(String name, Each each, Stretch part, Value value) {
    Optional<Stretch> shown = each.every() == Every.YEAR ? Optional.empty() : Optional.of(part);
    return new Figure(name, shown, value.known(), value.state(), value.awaits());
  }

  /** Of what is known; empty when something never will be. */
  private static Optional<BigDecimal> total(List<Figure> payments) {
    if (payments.stream().anyMatch(p -> p.state() == State.NOT_COMPUTABLE)) {
      return Optional.empty();
    }
    BigFraction sum =
        payments.stream().flatMap(p -> p.value().stream()).reduce(BigFraction.ZERO, BigFraction::add);
    return Optional.of(Rounded.decimal(sum));
  }

  private GroupIncome group(Books books, Org org) {
    List<Figure> payments = payments(books, org);
    List<Figure> within = new ArrayList<>(payments);
    for (Level level : Level.values()) {
      if (level != Level.PATIENT && level.compareTo(org.level()) < 0) {
        books.orgs().within(org, level).forEach(o -> within.addAll(ownPayments(books, o, org.level())));
      }
    }
    return new GroupIncome(org.level(), org.code(), books.orgs().practices(org).stream().map(Org::code).toList(),
        measures(books, org), payments, total(within));
  }

  /** Payments that are no share of one at that level or below: the whole is counted there. */
  private List<Figure> ownPayments(Books books, Org org, Level level) {
    return payments(books, org).stream()
        .filter(figure -> sharedFrom(figure.name()).map(l -> l.compareTo(level) > 0).orElse(true))
        .toList();
  }

  private Optional<Level> sharedFrom(String pay) {
    return service().pay(pay)
        .filter(p -> p.formula() instanceof Formula.ShareOf share && share.whole() instanceof Formula.Payment)
        .map(p -> (Formula.Payment) ((Formula.ShareOf) p.formula()).whole())
        .flatMap(whole -> service().pay(whole.name()))
        .map(whole -> whole.each().level());
  }

  private List<PointsRow> rows(String table) {
    return service().pointsTables().stream()
        .filter(t -> t.name().equals(table))
        .map(PointsTable::rows)
        .findFirst()
        .orElseThrow();
  }

  /** An indicator's share of amounts, or why it has none. */
  private record Shared(Optional<BigDecimal> amount, State state) {
    private static final Shared NONE = new Shared(Optional.empty(), State.KNOWN);

    private Shared plus(Shared other) {
      return new Shared(amount.flatMap(a -> other.amount.map(a::add)), state.with(other.state));
    }
  }

  /** Adds each row's part of an amount to the incomes; a part that is not known leaves its income empty. */
  private void share(Books books, Org org, Pay pay, List<PointsRow> rows, Map<String, Shared> incomes) {
    Reckoner reckoner = new Reckoner(books, org, terms.period());
    Value value = books.payment(pay, org, terms.period());
    Value all = rows.stream().map(reckoner::points).reduce(value, Value::plus);
    List<BigFraction> points = rows.stream().flatMap(row -> reckoner.points(row).known().stream()).toList();
    Optional<Rounded> amount = value.known().map(v -> Rounded.of(v, pay.rounding()));
    Optional<List<BigInteger>> shares =
        points.size() < rows.size() ? Optional.empty() : amount.flatMap(a -> Shares.of(a.steps(), points));
    State state = all.isKnown() && shares.isEmpty() ? State.NOT_COMPUTABLE : all.state();
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      Optional<BigDecimal> share = shares.map(s -> amount.get().amount(s.get(row)));
      incomes.merge(rows.get(row).indicator(), new Shared(share, state), Shared::plus);
    }
  }

  private IndicatorIncome indicator(
      Books books, PracticeCounts counts, IndicatorCount count, Map<String, Shared> incomes) {
    Optional<PointsRow> row = row(count.id());
    Optional<Thresholds> thresholds = row.flatMap(PointsRow::thresholds);
    Reckoner reckoner = new Reckoner(books, Org.practice(counts.practice()), terms.period());
    Optional<Value> points = row.map(reckoner::points);
    Shared share = incomes.getOrDefault(count.id(), Shared.NONE);
    return new IndicatorIncome(
        count.id(),
        points.flatMap(Value::known),
        row.map(PointsRow::points),
        share.amount(),
        patientsTo(thresholds.map(Thresholds::lower), count.fraction()),
        patientsTo(thresholds.map(Thresholds::upper), count.fraction()),
        points.map(Value::state).orElse(State.KNOWN),
        share.state(),
        new Worths(books, dependencies).of(counts, count.id()));
  }

  private Optional<PointsRow> row(String indicator) {
    return service().pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .filter(row -> row.indicator().equals(indicator))
        .findFirst();
  }

  private static OptionalLong patientsTo(Optional<BigDecimal> threshold, Optional<Fraction> fraction) {
    return threshold.isPresent() && fraction.isPresent()
        ? Slide.patientsTo(threshold.get(), fraction.get())
        : OptionalLong.empty();
  }
}
