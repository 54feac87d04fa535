package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.Formula.Counted;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode.Level;
import uk.rubric.syntax.Text;
import uk.rubric.value.DateUnit;

/** Gives a formula of a service its kind; empty after a report. */
final class FormulaChecker implements ExpressionNode.Visitor<Optional<Formula>> {
  private static final String JOINING =
      "like is added to like, points are multiplied by the value of a point, anything by a number";

  private final Figures figures;
  private final Problems problems;
  private final Each site;
  private final Map<String, Set<String>> tablesOfFigures;
  private final Set<String> tables;

  /**
   * @param site for whom the figure is
   * @param tablesOfFigures on which tables of points the figures so far depend
   */
  FormulaChecker(Figures figures, Problems problems, Each site, Map<String, Set<String>> tablesOfFigures) {
    this(figures, problems, site, tablesOfFigures, new HashSet<>());
  }

  private FormulaChecker(
      Figures figures,
      Problems problems,
      Each site,
      Map<String, Set<String>> tablesOfFigures,
      Set<String> tables) {
    this.figures = figures;
    this.problems = problems;
    this.site = site;
    this.tablesOfFigures = tablesOfFigures;
    this.tables = tables;
  }

  /** A checker of a part of the same figure that speaks of another organisation or time. */
  FormulaChecker at(Each other) {
    return new FormulaChecker(figures, problems, other, tablesOfFigures, tables);
  }

  /** The tables of points on which the formula depends, through other figures too. */
  Set<String> tables() {
    return tables;
  }

  Figures figures() {
    return figures;
  }

  Problems problems() {
    return problems;
  }

  Each site() {
    return site;
  }

  /** A kind as a message says it. */
  static String words(Kind kind) {
    return FormulaKinds.words(kind);
  }

  Optional<Formula> refuse(Span span, RuleDiagnostic code, String message, String help) {
    problems.add(Diagnostic.at(span, code, message).withHelp(help));
    return Optional.empty();
  }

  void dependsOn(String figure) {
    tables.addAll(tablesOfFigures.getOrDefault(figure, Set.of()));
  }

  @Override
  public Optional<Formula> binary(ExpressionNode.Binary expression) {
    Optional<Formula> left = expression.left().accept(this);
    Optional<DateUnit> unit = dateUnit(expression.right());
    if (left.isPresent() && left.get().kind() == Kind.DATE && unit.isPresent()) {
      return shifted(expression, left.get(), unit.get());
    }
    if (left.isEmpty() && unit.isPresent()) {
      return left;
    }
    Optional<Formula> right = expression.right().accept(this);
    return left.flatMap(l -> right.flatMap(r -> join(expression, l, r)));
  }

  private static Optional<DateUnit> dateUnit(ExpressionNode expression) {
    return expression instanceof ExpressionNode.Number n
        ? n.unit().flatMap(u -> ShiftChecker.dateUnit(u.text())) : Optional.empty();
  }

  private Optional<Formula> shifted(ExpressionNode.Binary expression, Formula base, DateUnit unit) {
    Optional<Integer> amount = ShiftChecker.whole(((ExpressionNode.Number) expression.right()).digits());
    if (base instanceof Formula.Shifted) {
      return refuse(expression.span(), RuleDiagnostic.CHAINED_SHIFT, "a date is moved twice here",
          "move it once: twice six months is not always twelve");
    }
    if (amount.isEmpty() || expression.operator() == '*' || expression.operator() == '/') {
      return refuse(expression.span(), RuleDiagnostic.INVALID_SHIFT,
          quote(expression.span().text()) + " does not move a date by a whole number of days, weeks, months or years",
          "write for instance `end of quarter + 28 days`");
    }
    int signed = expression.operator() == '-' ? -amount.get() : amount.get();
    return Optional.of(new Formula.Shifted(base, signed, unit));
  }

  private Optional<Formula> join(ExpressionNode.Binary expression, Formula left, Formula right) {
    Optional<Kind> kind = FormulaKinds.join(left.kind(), expression.operator(), right.kind());
    if (kind.isEmpty()) {
      return refuse(expression.span(), RuleDiagnostic.FORMULA_KIND,
          doing(left.kind(), expression.operator(), right.kind()), JOINING);
    }
    if (expression.operator() == '/' && figures.isEverZero(right)) {
      return refuse(expression.right().span(), RuleDiagnostic.DIVISION_BY_ZERO,
          quote(expression.right().span().text()) + " is nought, and nothing is divided by nought",
          "divide by a figure above nought");
    }
    return Optional.of(new Formula.Binary(left, expression.operator(), right, kind.get()));
  }

  private static String doing(Kind left, char operator, Kind right) {
    String a = words(left);
    String b = words(right);
    return switch (operator) {
      case '+' -> "cannot add " + b + " to " + a;
      case '-' -> "cannot subtract " + b + " from " + a;
      case '*' -> "cannot multiply " + a + " by " + b;
      default -> "cannot divide " + a + " by " + b;
    };
  }

  @Override
  public Optional<Formula> number(ExpressionNode.Number expression) {
    return Literals.read(expression).map(Optional::of).orElseGet(() -> refuse(
        expression.span(), RuleDiagnostic.NOT_IN_FORMULAS,
        quote(expression.span().text()) + " has a unit that a formula cannot reckon with",
        "write a plain number, a percentage, an amount of money, or a number of `patients`"));
  }

  @Override
  public Optional<Formula> percent(ExpressionNode.Percent expression) {
    return Literals.read(expression);
  }

  @Override
  public Optional<Formula> money(ExpressionNode.Money expression) {
    return Literals.read(expression);
  }

  @Override
  public Optional<Formula> date(ExpressionNode.DateLiteral expression) {
    return Dates.read(expression.date(), problems).map(Formula.FixedDay::new);
  }

  private Optional<Formula> ofPatients(Span span) {
    return refuse(span, RuleDiagnostic.NOT_IN_FORMULAS,
        quote(span.text()) + " belongs to conditions on patients, and a formula is on a practice",
        "use numbers, parameters, measures, and `size of`, `points of` or `achievement of`");
  }

  @Override
  public Optional<Formula> reference(ExpressionNode.Reference expression) {
    if (expression.name().array() || expression.on().isPresent()) {
      return ofPatients(expression.span());
    }
    Optional<Formula> found = figures.find(expression.name(), site);
    found.filter(f -> f instanceof Formula.Measure).ifPresent(f -> dependsOn(expression.name().text()));
    return found;
  }

  @Override
  public Optional<Formula> entryDate(ExpressionNode.EntryDate expression) {
    return ofPatients(expression.span());
  }

  @Override
  public Optional<Formula> entryValue(ExpressionNode.EntryValue expression) {
    return ofPatients(expression.span());
  }

  @Override
  public Optional<Formula> entryEpisode(ExpressionNode.EntryEpisode expression) {
    return ofPatients(expression.span());
  }

  @Override
  public Optional<Formula> attained(ExpressionNode.Attained expression) {
    return ofPatients(expression.span());
  }

  @Override
  public Optional<Formula> countOf(ExpressionNode.CountOf expression) {
    return ofPatients(expression.span());
  }

  @Override
  public Optional<Formula> label(ExpressionNode.Label expression) {
    return ofPatients(expression.span());
  }

  @Override
  public Optional<Formula> of(ExpressionNode.Of expression) {
    return switch (expression.kind()) {
      case SIZE -> figures.used().population(expression.name()).map(Formula.SizeOf::new);
      case POINTS -> points(expression);
      case ACHIEVEMENT -> withDenominator(expression).map(i -> new Formula.AchievementOf(i));
      case NUMERATOR -> count(expression, Counted.NUMERATOR);
      case DENOMINATOR -> count(expression, Counted.DENOMINATOR);
      case PCAS -> count(expression, Counted.PCAS);
      case EXCLUSIONS -> count(expression, Counted.EXCLUSIONS);
    };
  }

  /** Of a table, or of an indicator that has a row in one. */
  private Optional<Formula> points(ExpressionNode.Of expression) {
    Optional<String> table = figures.points().tableOf(expression.name().text());
    if (!figures.points().isTable(expression.name().text()) && table.isPresent()) {
      tables.add(table.get());
      return Optional.of(new Formula.PointsOfIndicator(expression.name().text()));
    }
    return figures.points().table(expression.name()).map(found -> {
      tables.add(found);
      return new Formula.PointsOf(found);
    });
  }

  private Optional<Formula> count(ExpressionNode.Of expression, Counted counted) {
    return withDenominator(expression).map(indicator -> new Formula.CountOf(counted, indicator));
  }

  private Optional<String> withDenominator(ExpressionNode.Of expression) {
    Optional<RulesetNode.Indicator> indicator = figures.used().indicator(expression.name());
    if (indicator.isPresent() && indicator.get().denominator().isEmpty()) {
      refuse(expression.name().span(), RuleDiagnostic.NO_ACHIEVEMENT,
          quote(expression.name()) + " has no denominator, and so no achievement", "use the size of its register");
      return Optional.empty();
    }
    return indicator.map(i -> i.name().text());
  }

  @Override
  public Optional<Formula> slide(ExpressionNode.Slide expression) {
    Optional<Formula> value = expression.value().accept(this);
    Optional<Formula> lower = expression.lower().accept(this);
    Optional<Formula> upper = expression.upper().accept(this);
    if (value.isEmpty() || lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    if (!alike(List.of(value.get(), lower.get(), upper.get()), expression.span())) {
      return Optional.empty();
    }
    if (figures.everReaches(lower.get(), upper.get())) {
      return refuse(expression.lower().span().through(expression.upper().span()), RuleDiagnostic.INVALID_THRESHOLDS,
          quote(expression.lower().span().text()) + " is not below " + quote(expression.upper().span().text()),
          "write the lower threshold first, and below the upper one");
    }
    return Optional.of(new Formula.Slide(value.get(), lower.get(), upper.get()));
  }

  /** Whether figures can be compared with one another; if not, that is reported. */
  private boolean alike(List<Formula> parts, Span span) {
    return likeKind(parts, span).isPresent();
  }

  private Optional<Kind> likeKind(List<Formula> parts, Span span) {
    Optional<Kind> kind = Optional.of(parts.get(0).kind());
    for (Formula part : parts) {
      Optional<Kind> next = kind.flatMap(k -> FormulaKinds.like(k, part.kind()));
      if (next.isEmpty()) {
        refuse(span, RuleDiagnostic.FORMULA_KIND,
            "cannot compare " + words(kind.orElseThrow()) + " with " + words(part.kind()), JOINING);
        return Optional.empty();
      }
      kind = next;
    }
    return kind;
  }

  /** Both sides of a comparison; empty after a report. */
  Optional<FigureCondition> compare(Formula left, uk.rubric.syntax.Comparator sign, Formula right, Span span) {
    return alike(List.of(left, right), span)
        ? Optional.of(new FigureCondition.Comparison(left, sign, right)) : Optional.empty();
  }

  @Override
  public Optional<Formula> bestOf(ExpressionNode.BestOf expression) {
    List<Formula> parts = new ArrayList<>();
    expression.parts().forEach(part -> part.accept(this).ifPresent(parts::add));
    return parts.size() < expression.parts().size()
        ? Optional.empty()
        : likeKind(parts, expression.span()).map(kind -> new Formula.BestOf(expression.highest(), parts, kind));
  }

  @Override
  public Optional<Formula> choice(ExpressionNode.Choice expression) {
    Optional<FigureCondition> condition = condition(expression.condition());
    Optional<Formula> whenTrue = expression.whenTrue().accept(this);
    Optional<Formula> whenFalse = expression.whenFalse().accept(this);
    if (condition.isEmpty() || whenTrue.isEmpty() || whenFalse.isEmpty()) {
      return Optional.empty();
    }
    return likeKind(List.of(whenTrue.get(), whenFalse.get()), expression.span())
        .map(kind -> new Formula.Choice(condition.get(), whenTrue.get(), whenFalse.get(), kind));
  }

  /** A condition on figures; empty after a report. */
  Optional<FigureCondition> condition(uk.rubric.syntax.ConditionNode condition) {
    return condition.accept(new FigureConditionChecker(this));
  }

  @Override
  public Optional<Formula> sizeOfClass(ExpressionNode.SizeOfClass expression) {
    Optional<PopulationId> found =
        figures.used().classification(expression.classification(), expression.label(), problems);
    return found.map(id -> new Formula.SizeOfClass(id, expression.label().text()));
  }

  @Override
  public Optional<Formula> sumOver(ExpressionNode.SumOver expression) {
    return new AggregateChecker(this).sum(expression);
  }

  @Override
  public Optional<Formula> shareOf(ExpressionNode.ShareOf expression) {
    return refuse(expression.span(), RuleDiagnostic.SHARE_NOT_ALONE,
        "a share stands alone: with more arithmetic, shares would not add up to the whole",
        "give the share a `measure` or `pay` of its own, with its rounding");
  }

  /** The whole formula of a figure, which alone may be a share. */
  Optional<Formula> whole(ExpressionNode expression, boolean rounded) {
    return expression instanceof ExpressionNode.ShareOf share
        ? new AggregateChecker(this).share(share, rounded) : expression.accept(this);
  }

  @Override
  public Optional<Formula> previousOf(ExpressionNode.PreviousOf expression) {
    return new AggregateChecker(this).previous(expression);
  }

  @Override
  public Optional<Formula> edge(ExpressionNode.Edge expression) {
    if (expression.stretch().compareTo(site.every()) < 0) {
      return refuse(expression.span(), RuleDiagnostic.FIGURE_LEVEL,
          quote(expression.span().text()) + " has no meaning in a figure for a longer time",
          "write the figure `per " + expression.stretch().name().toLowerCase(java.util.Locale.ROOT) + "`");
    }
    return Optional.of(new Formula.Edge(expression.start(), expression.stretch()));
  }

  @Override
  public Optional<Formula> call(ExpressionNode.Call expression) {
    // Every call was replaced by its block; one that is left was reported.
    return Optional.empty();
  }

  @Override
  public Optional<Formula> rounded(ExpressionNode.Rounded expression) {
    Optional<Formula> value = expression.value().accept(this);
    Optional<Rounding> rounding =
        new RoundingChecker(problems).check(expression.rounding(), value.map(Formula::kind));
    return value.flatMap(v -> rounding.map(r -> new Formula.Rounded(v, r)));
  }

  /** Whether the figure is one of a single patient. */
  boolean ofPatient() {
    return site.level() == Level.PATIENT;
  }

  /** Figures that are written out. */
  static final class Literals {
    private Literals() {}

    /** A number, a percentage as a fraction of one, or a number of patients; empty for other units. */
    static Optional<Formula> read(ExpressionNode.Number node) {
      Optional<String> unit = node.unit().map(Text::text);
      BigDecimal value = new BigDecimal(node.digits().text());
      return switch (unit.orElse("")) {
        case "" -> Optional.of(new Formula.Constant(value, Kind.NUMBER));
        case "%" -> Optional.of(new Formula.Constant(value.movePointLeft(2), Kind.RATIO));
        case "patients" -> Optional.of(new Formula.Constant(value, Kind.PATIENTS));
        default -> Optional.empty();
      };
    }

    static Optional<Formula> read(ExpressionNode.Percent node) {
      return Optional.of(new Formula.Constant(new BigDecimal(node.digits().text()).movePointLeft(2), Kind.RATIO));
    }

    static Optional<Formula> read(ExpressionNode.Money node) {
      return Optional.of(new Formula.Constant(new BigDecimal(node.digits().text()), Kind.MONEY));
    }
  }
}
