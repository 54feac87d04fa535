package uk.rubric.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.PointsRow;
import uk.rubric.check.CheckedService.PointsTable;
import uk.rubric.check.FigureCondition;
import uk.rubric.check.Formula;
import uk.rubric.check.Stretch;
import uk.rubric.evidence.Answer;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * What a formula comes to for one organisation and one part of the period: exact, or why it is not known. Dates are
 * counted in days.
 */
final class Reckoner implements Formula.Visitor<Value>, FigureCondition.Visitor<Truth> {
  private final Books books;
  private final Org org;
  private final Stretch part;
  private final Optional<String> label;
  private final Counted counted;

  Reckoner(Books books, Org org, Stretch part) {
    this(books, org, part, Optional.empty());
  }

  /** {@code label} is that of the patients for whom a figure per patient is computed. */
  Reckoner(Books books, Org org, Stretch part, Optional<String> label) {
    this.books = books;
    this.org = org;
    this.part = part;
    this.label = label;
    this.counted = new Counted(books, org, part);
  }

  private Value of(Formula formula) {
    return formula.accept(this);
  }

  @Override
  public Value constant(Formula.Constant formula) {
    return Value.of(Exact.of(formula.value()));
  }

  /** The value in force on the last day of the part: at PPED for the whole period. */
  @Override
  public Value parameter(Formula.Parameter formula) {
    return Value.ofComputed(
        one(books.service().parameters().stream().filter(p -> p.name().equals(formula.name())).toList())
            .flatMap(p -> p.on(part.end()))
            .map(v -> Exact.of(v.value())));
  }

  @Override
  public Value measure(Formula.Measure formula) {
    Optional<Measure> measure = books.service().measure(formula.name());
    if (measure.isEmpty()) {
      return Value.NOT_COMPUTABLE;
    }
    Level level = measure.get().each().level();
    Optional<Org> reached = level == Level.PATIENT ? Optional.of(org) : books.orgs().above(org, level);
    Stretch around = books.terms().around(part, measure.get().each().every());
    return reached.map(o -> books.measure(measure.get(), o, around)).orElse(Value.NOT_COMPUTABLE);
  }

  @Override
  public Value payment(Formula.Payment formula) {
    Optional<Pay> pay = books.service().pay(formula.name());
    return pay.flatMap(p -> books.orgs().above(org, p.each().level())
            .map(o -> books.payment(p, o, books.terms().around(part, p.each().every()))))
        .orElse(Value.NOT_COMPUTABLE);
  }

  @Override
  public Value listSize(Formula.ListSize formula) {
    return counted.listSize(formula.weighted());
  }

  @Override
  public Value sizeOf(Formula.SizeOf formula) {
    return counted.size(formula.population());
  }

  @Override
  public Value sizeOfClass(Formula.SizeOfClass formula) {
    return counted.size(formula.classification(), formula.label());
  }

  @Override
  public Value pointsOf(Formula.PointsOf formula) {
    return one(books.service().pointsTables().stream().filter(t -> t.name().equals(formula.table())).toList())
        .map(table -> table.rows().stream().map(this::points).reduce(Value.NIL, Value::plus))
        .orElse(Value.NOT_COMPUTABLE);
  }

  @Override
  public Value pointsOfIndicator(Formula.PointsOfIndicator formula) {
    return books.service().pointsTables().stream()
        .map(PointsTable::rows)
        .flatMap(List::stream)
        .filter(row -> row.indicator().equals(formula.indicator()))
        .findFirst()
        .map(this::points)
        .orElse(Value.NOT_COMPUTABLE);
  }

  /** The points that a row earned; of a protected row those of the year before, of an evidence all of them by a yes. */
  Value points(PointsRow row) {
    if (row.isProtected()) {
      return before().points(row.indicator());
    }
    if (isAnswered(row)) {
      Truth truth = answer(new FigureCondition.Answer(row.indicator(), true));
      return truth.isKnown() ? Value.of(truth.holds() ? Exact.of(row.points()) : BigFraction.ZERO) : truth.unknown();
    }
    return counted.points(row);
  }

  /** An indicator comes first where an evidence has its name. */
  boolean isAnswered(PointsRow row) {
    return books.service().evidence(row.indicator()).isPresent()
        && counted.awaited().isKnown() && counted.indicator(row.indicator()).isEmpty();
  }

  private Before before() {
    return new Before(books, org);
  }

  @Override
  public Value achievementOf(Formula.AchievementOf formula) {
    return counted.achievement(formula.indicator());
  }

  @Override
  public Value countOf(Formula.CountOf formula) {
    return counted.count(formula);
  }

  @Override
  public Value binary(Formula.Binary formula) {
    Value left = of(formula.left());
    Value right = of(formula.right());
    if (formula.operator() == '/' && right.isKnown() && right.number().signum() == 0) {
      return Value.NOT_COMPUTABLE;
    }
    return left.join(right, (l, r) -> switch (formula.operator()) {
      case '+' -> l.add(r);
      case '-' -> l.subtract(r);
      case '*' -> l.multiply(r);
      case '/' -> l.divide(r);
      default -> throw new IllegalStateException("no such operator: " + formula.operator());
    });
  }

  @Override
  public Value slide(Formula.Slide formula) {
    // As for points: an empty denominator earns nothing.
    boolean nobody = formula.value() instanceof Formula.AchievementOf a && counted.isOfNobody(a.indicator());
    Value value = nobody ? Value.NIL : of(formula.value());
    Value lower = of(formula.lower());
    Value upper = of(formula.upper());
    Value range = upper.join(lower, BigFraction::subtract);
    if (range.isKnown() && range.number().signum() <= 0) {
      return Value.NOT_COMPUTABLE;
    }
    if (nobody) {
      return range.map(r -> BigFraction.ZERO);
    }
    return value.join(lower, BigFraction::subtract).join(range, BigFraction::divide).map(Slide::clamp);
  }

  @Override
  public Value bestOf(Formula.BestOf formula) {
    return formula.parts().stream().map(this::of)
        .reduce((a, b) -> a.join(b, (x, y) -> x.compareTo(y) >= 0 == formula.highest() ? x : y))
        .orElseThrow();
  }

  @Override
  public Value choice(Formula.Choice formula) {
    Truth truth = formula.condition().accept(this);
    if (!truth.isKnown()) {
      return truth.unknown();
    }
    return of(truth.holds() ? formula.whenTrue() : formula.whenFalse());
  }

  @Override
  public Value rounded(Formula.Rounded formula) {
    return of(formula.value()).map(v -> Rounded.of(v, formula.rounding()).value());
  }

  @Override
  public Value previous(Formula.Previous formula) {
    return before().of(formula.figure());
  }

  @Override
  public Value evidence(Formula.Evidence formula) {
    Optional<Answer> answer = answer(formula.name());
    return answer.flatMap(a -> a.number().map(Exact::of).or(() -> a.day().map(Reckoner::days)))
        .map(Value::of)
        .orElseGet(() -> Value.pending(formula.name()));
  }

  private Optional<Answer> answer(String name) {
    return books.service().evidence(name).flatMap(evidence -> {
      Stretch around = books.terms().around(part, evidence.each().every());
      return books.orgs().above(org, evidence.each().level()).flatMap(o ->
          books.answers().find(o.level(), o.code(), name, around.start(), around.end()));
    });
  }

  private static BigFraction days(LocalDate date) {
    return Exact.of(date.toEpochDay());
  }

  @Override
  public Value sumOver(Formula.SumOver formula) {
    return switch (formula.over()) {
      case PATIENTS -> new PatientSum(books, formula).of(org, part);
      case PRACTICES -> books.orgs().within(org, Level.PRACTICE).stream()
          .map(o -> formula.figure().accept(new Reckoner(books, o, part)))
          .reduce(Value.NIL, Value::plus);
      case MONTHS -> overTime(formula.figure(), Every.MONTH);
      case QUARTERS -> overTime(formula.figure(), Every.QUARTER);
    };
  }

  private Value overTime(Formula figure, Every every) {
    return books.terms().parts(every).stream()
        .filter(part::contains)
        .map(p -> figure.accept(new Reckoner(books, org, p)))
        .reduce(Value.NIL, Value::plus);
  }

  /** A share is all of a figure, whose rounding it needs. */
  @Override
  public Value shareOf(Formula.ShareOf formula) {
    throw new IllegalStateException("a share within a formula");
  }

  @Override
  public Value day(Formula.Day formula) {
    return Value.ofComputed(Optional.ofNullable(books.terms().days().get(formula.name())).map(Reckoner::days));
  }

  @Override
  public Value fixedDay(Formula.FixedDay formula) {
    return Value.of(days(formula.date()));
  }

  @Override
  public Value edge(Formula.Edge formula) {
    Stretch around = books.terms().around(part, formula.stretch());
    return Value.of(days(formula.start() ? around.start() : around.end()));
  }

  @Override
  public Value shifted(Formula.Shifted formula) {
    return of(formula.base()).map(
        d -> days(formula.unit().shift(LocalDate.ofEpochDay(d.longValue()), formula.amount())));
  }

  @Override
  public Truth allOf(FigureCondition.AllOf condition) {
    return condition.parts().stream().map(p -> p.accept(this)).reduce(Truth.YES, Truth::and);
  }

  @Override
  public Truth anyOf(FigureCondition.AnyOf condition) {
    return condition.parts().stream().map(p -> p.accept(this)).reduce(Truth.NO, Truth::or);
  }

  @Override
  public Truth comparison(FigureCondition.Comparison condition) {
    Value left = of(condition.left());
    Value right = of(condition.right());
    return left.isKnown() && right.isKnown()
        ? Truth.of(condition.comparator().holds(left.number().compareTo(right.number())))
        : Truth.unknown(left.worse(right));
  }

  @Override
  public Truth recorded(FigureCondition.Recorded condition) {
    boolean known = condition.figure() instanceof Formula.Evidence evidence
        ? answer(evidence.name()).isPresent() : of(condition.figure()).isKnown();
    return Truth.of(known == condition.recorded());
  }

  @Override
  public Truth answer(FigureCondition.Answer condition) {
    return answer(condition.evidence())
        .filter(a -> a.reply() == Answer.Reply.YES || a.reply() == Answer.Reply.NO)
        .map(a -> Truth.of((a.reply() == Answer.Reply.YES) == condition.yes()))
        .orElseGet(() -> Truth.unknown(Value.pending(condition.evidence())));
  }

  @Override
  public Truth label(FigureCondition.Label condition) {
    return Truth.of(label.orElseThrow().equals(condition.label()) == condition.equal());
  }

  /** A name that stands for two things stands for none. */
  private static <T> Optional<T> one(List<T> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
