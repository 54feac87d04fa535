package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.Formula.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;

/** Gives a formula of a service its kind; empty after a report. */
final class FormulaChecker implements ExpressionNode.Visitor<Optional<Formula>> {
  private final Figures figures;
  private final Problems problems;
  private final Map<String, Set<String>> tablesOfMeasures;
  private final Set<String> tables = new HashSet<>();

  /** {@code tablesOfMeasures} says on which tables of points the measures so far depend. */
  FormulaChecker(Figures figures, Problems problems, Map<String, Set<String>> tablesOfMeasures) {
    this.figures = figures;
    this.problems = problems;
    this.tablesOfMeasures = tablesOfMeasures;
  }

  /** The tables of points on which the formula depends, through measures too. */
  Set<String> tables() {
    return tables;
  }

  /** A kind as a message says it. */
  static String words(Kind kind) {
    return switch (kind) {
      case NUMBER -> "a number";
      case POINTS -> "points";
      case MONEY -> "money";
    };
  }

  private Optional<Formula> refuse(Span span, RuleDiagnostic code, String message, String help) {
    problems.add(Diagnostic.at(span, code, message).withHelp(help));
    return Optional.empty();
  }

  @Override
  public Optional<Formula> binary(ExpressionNode.Binary expression) {
    Optional<Formula> left = expression.left().accept(this);
    Optional<Formula> right = expression.right().accept(this);
    return left.flatMap(l -> right.flatMap(r -> join(expression, l, r)));
  }

  private Optional<Formula> join(ExpressionNode.Binary expression, Formula left, Formula right) {
    Optional<Kind> kind = join(left.kind(), expression.operator(), right.kind());
    if (kind.isEmpty()) {
      return refuse(expression.span(), RuleDiagnostic.FORMULA_KIND, doing(left.kind(), expression.operator(),
              right.kind()),
          "like is added to like, points are multiplied by the value of a point, anything by a number");
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

  private static Optional<Kind> join(Kind left, char operator, Kind right) {
    return switch (operator) {
      case '*' -> product(left, right);
      case '/' -> quotient(left, right);
      default -> left == right ? Optional.of(left) : Optional.empty();
    };
  }

  private static Optional<Kind> product(Kind left, Kind right) {
    if (left == Kind.NUMBER) {
      return Optional.of(right);
    }
    if (right == Kind.NUMBER) {
      return Optional.of(left);
    }
    return left == right ? Optional.empty() : Optional.of(Kind.MONEY);
  }

  private static Optional<Kind> quotient(Kind left, Kind right) {
    if (right == Kind.NUMBER) {
      return Optional.of(left);
    }
    if (left == right) {
      return Optional.of(Kind.NUMBER);
    }
    return left == Kind.MONEY ? Optional.of(Kind.MONEY) : Optional.empty();
  }

  @Override
  public Optional<Formula> number(ExpressionNode.Number expression) {
    return Literals.read(expression).map(Optional::of).orElseGet(() -> refuse(
        expression.span(), RuleDiagnostic.NOT_IN_FORMULAS,
        quote(expression.span().text()) + " has a unit that a formula cannot reckon with",
        "write a plain number, a percentage or an amount of money"));
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
    return ofPatients(expression.span());
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
    Optional<Formula> found = figures.find(expression.name());
    found.filter(f -> f instanceof Formula.Measure)
        .ifPresent(f -> tables.addAll(tablesOfMeasures.getOrDefault(expression.name().text(), Set.of())));
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
      case POINTS -> figures.points().table(expression.name()).map(table -> {
        tables.add(table);
        return new Formula.PointsOf(table);
      });
      case ACHIEVEMENT -> figures.used().indicator(expression.name()).flatMap(i -> achievement(expression, i));
    };
  }

  private Optional<Formula> achievement(ExpressionNode.Of expression, RulesetNode.Indicator indicator) {
    if (indicator.denominator().isPresent()) {
      return Optional.of(new Formula.AchievementOf(indicator.name().text()));
    }
    return refuse(expression.name().span(), RuleDiagnostic.NO_ACHIEVEMENT,
        quote(expression.name()) + " has no denominator, and so no achievement",
        "use the size of its register");
  }

  /** Figures that are written out. */
  static final class Literals {
    private Literals() {}

    /** A number, or a percentage as a fraction of one; empty for other units. */
    static Optional<Formula> read(ExpressionNode.Number node) {
      Optional<String> unit = node.unit().map(Text::text);
      BigDecimal value = new BigDecimal(node.digits().text());
      if (unit.isEmpty()) {
        return Optional.of(new Formula.Constant(value, Kind.NUMBER));
      }
      return unit.get().equals("%")
          ? Optional.of(new Formula.Constant(value.movePointLeft(2), Kind.NUMBER))
          : Optional.empty();
    }

    static Optional<Formula> read(ExpressionNode.Percent node) {
      return Optional.of(new Formula.Constant(new BigDecimal(node.digits().text()).movePointLeft(2), Kind.NUMBER));
    }

    static Optional<Formula> read(ExpressionNode.Money node) {
      return Optional.of(new Formula.Constant(new BigDecimal(node.digits().text()), Kind.MONEY));
    }
  }
}
