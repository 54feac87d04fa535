package uk.rubric.payment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService;
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
 * meaning 9). What cannot be computed, such as a share of a list of nobody, has no value, and with it all that depends
 * on it; what waits for an answer, or is not due yet, says so.
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
   * @param total of all that is known of all of them, each pound once; empty when one payment cannot be computed
   */
  public record Incomes(List<PracticeIncome> practices, List<GroupIncome> groups, Optional<BigDecimal> total) {
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
    return new Incomes(ledger.practices().stream().map(p -> income(books, p)).toList(), groups(books),
        new OrgFigures(books).total());
  }

  /** The total of {@link #incomes}, and nothing else of them. */
  public Optional<BigDecimal> total(Ledger ledger) {
    return new OrgFigures(new Books(terms, ledger)).total();
  }

  /**
   * The measures and payments of {@link #incomes}, of each practice, then of each PCN and ICB; nothing of indicators.
   *
   * @param wanted the names of those that are asked for: nothing else is reckoned
   */
  public List<Figure> figures(Ledger ledger, Predicate<String> wanted) {
    Books books = new Books(terms, ledger);
    OrgFigures figures = new OrgFigures(books);
    return Stream.of(Level.PRACTICE, Level.PCN, Level.ICB)
        .flatMap(level -> books.orgs().all(level).stream())
        .flatMap(org -> Stream.of(figures.measures(org, wanted), figures.payments(org, wanted)).flatMap(List::stream))
        .toList();
  }

  private static List<GroupIncome> groups(Books books) {
    return Stream.of(Level.PCN, Level.ICB)
        .flatMap(level -> books.orgs().all(level).stream())
        .map(org -> group(books, org))
        .toList();
  }

  private static GroupIncome group(Books books, Org org) {
    OrgFigures figures = new OrgFigures(books);
    return new GroupIncome(org.level(), org.code(), books.orgs().practices(org).stream().map(Org::code).toList(),
        figures.measures(org), figures.payments(org), figures.total(org));
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
    OrgFigures figures = new OrgFigures(books);
    Map<String, Shared> incomes = new HashMap<>();
    for (Pay pay : service().pays()) {
      pay.sharedBy().ifPresent(table -> share(books, org, pay, rows(table), incomes));
    }
    List<IndicatorIncome> indicators =
        counts.indicators().stream().map(count -> indicator(books, counts, count, incomes)).toList();
    return new PracticeIncome(
        indicators, answered(books, org, incomes), figures.measures(org), figures.payments(org), figures.total(org));
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
