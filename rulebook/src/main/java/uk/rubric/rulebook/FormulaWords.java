package uk.rubric.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.FigureCondition;
import uk.rubric.check.Formula;
import uk.rubric.check.Formula.Kind;
import uk.rubric.syntax.ExpressionNode.Keeping;
import uk.rubric.syntax.ServiceNode.Every;

/** A measure or payment in plain English. Each figure keeps its name; nothing is computed here. */
final class FormulaWords implements Formula.Visitor<Words> {
  private static final Map<Character, String> SIGNS =
      Map.of('+', " plus ", '-', " minus ", '*', " times ", '/', " divided by ");

  private final CheckedService service;
  private final Places places;
  private final Vocabulary vocabulary;
  private final String page;

  FormulaWords(CheckedService service, Places places, Vocabulary vocabulary) {
    this.service = service;
    this.places = places;
    this.vocabulary = vocabulary;
    this.page = places.service(service).page();
  }

  /** {@code The points … times …, rounded to the nearest £0.01, an exact middle away from nought.} */
  Words sentence(Formula formula, Optional<Rounding> rounding) {
    Words said = Reading.capital(formula.accept(this));
    return said.plus(rounding.map(r -> ", " + rounding(r, formula.kind())).orElse(", not rounded")).plus(".");
  }

  /** {@code For each practice and quarter.} */
  static String each(Each each) {
    String whom = switch (each.level()) {
      case PATIENT, PRACTICE -> each.level().name().toLowerCase(Locale.ROOT);
      case PCN, ICB -> each.level().name();
    };
    return "For each " + whom + (each.every() == Every.YEAR ? "" : " and " + stretch(each.every())) + ".";
  }

  /** What a payment hangs on; nothing when on nothing. */
  Words condition(Optional<FigureCondition> when) {
    return when.map(c -> Words.of(" It is earned only if ").plus(c.accept(new Conditions()))
        .plus("; while that is unknown, it is pending.")).orElse(Words.of(""));
  }

  static String rounding(Rounding rounding, Kind kind) {
    String step = amount(rounding.step(), kind);
    return switch (rounding.kind()) {
      case HALF_UP -> "rounded to the nearest " + step + ", an exact middle away from nought";
      case HALF_EVEN -> "rounded to the nearest " + step + ", an exact middle to the even one";
      case UP -> "rounded away from nought to a whole multiple of " + step;
      case DOWN -> "rounded towards nought to a whole multiple of " + step;
    };
  }

  static String amount(BigDecimal value, Kind kind) {
    return switch (kind) {
      case MONEY -> "£" + value.toPlainString();
      case POINTS -> value.toPlainString() + " points";
      case PATIENTS -> value.toPlainString() + " patients";
      case RATIO -> value.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
      case NUMBER, DATE -> value.toPlainString();
    };
  }

  private static String stretch(Every every) {
    return every.name().toLowerCase(Locale.ROOT);
  }

  private Words named(String title, String name, String anchor) {
    Words link = Words.link(name, Optional.of(new Place(page, anchor, name)));
    return title.isEmpty() ? link : Words.of("“" + title + "” (").plus(link).plus(")");
  }

  private static <T> String title(List<T> all, Predicate<T> which, Function<T, String> title) {
    return all.stream().filter(which).map(title).findFirst().orElse("");
  }

  private Words indicator(String name) {
    return Words.link(name, places.indicator(name));
  }

  @Override
  public Words constant(Formula.Constant formula) {
    return Words.of(amount(formula.value(), formula.kind()));
  }

  @Override
  public Words parameter(Formula.Parameter formula) {
    return named(title(service.parameters(), p -> p.name().equals(formula.name()), CheckedService.Parameter::title),
        formula.name(), "parameter-" + formula.name());
  }

  @Override
  public Words measure(Formula.Measure formula) {
    return named(title(service.measures(), m -> m.name().equals(formula.name()), CheckedService.Measure::title),
        formula.name(), "measure-" + formula.name());
  }

  @Override
  public Words payment(Formula.Payment formula) {
    String title = title(service.pays(), p -> p.name().equals(formula.name()), CheckedService.Pay::title);
    return Words.of("the payment ").plus(named(title, formula.name(), "pay-" + formula.name()));
  }

  @Override
  public Words evidence(Formula.Evidence formula) {
    return evidence(formula.name());
  }

  private Words evidence(String name) {
    String title = title(service.evidence(), e -> e.name().equals(name), CheckedService.Evidence::title);
    return Words.of("the evidence ").plus(named(title, name, "evidence-" + name));
  }

  @Override
  public Words listSize(Formula.ListSize formula) {
    return Words.of(formula.weighted() ? "the weighted list size" : "the list size");
  }

  @Override
  public Words sizeOf(Formula.SizeOf formula) {
    return Words.of("the number of patients in ")
        .plus(Words.link(formula.population().name(), Optional.of(places.population(formula.population()))));
  }

  @Override
  public Words sizeOfClass(Formula.SizeOfClass formula) {
    Words name = Words.link(
        formula.classification().name(), Optional.of(places.population(formula.classification())));
    return Words.of("the number of patients to whom ").plus(name).plus(" gives " + Vocabulary.label(formula.label()));
  }

  @Override
  public Words pointsOf(Formula.PointsOf formula) {
    return Words.of("the points that the indicators of ")
        .plus(Words.link(formula.table(), Optional.of(new Place(page, "points-" + formula.table(), formula.table()))))
        .plus(" earn together");
  }

  @Override
  public Words pointsOfIndicator(Formula.PointsOfIndicator formula) {
    return Words.of("the points that ").plus(indicator(formula.indicator())).plus(" earns");
  }

  @Override
  public Words achievementOf(Formula.AchievementOf formula) {
    return Words.of("the achievement (numerator over denominator) of ").plus(indicator(formula.indicator()));
  }

  @Override
  public Words countOf(Formula.CountOf formula) {
    String what = switch (formula.counted()) {
      case NUMERATOR -> "the numerator of ";
      case DENOMINATOR -> "the denominator of ";
      case PCAS -> "the number of PCAs of ";
      case EXCLUSIONS -> "the number of exclusions of ";
    };
    return Words.of(what).plus(indicator(formula.indicator()));
  }

  /** Brackets show the order of working, but for sums and products of several. */
  @Override
  public Words binary(Formula.Binary formula) {
    boolean chain = (formula.operator() == '*' || formula.operator() == '+')
        && formula.left() instanceof Formula.Binary left && left.operator() == formula.operator();
    Words first = chain ? formula.left().accept(this) : side(formula.left());
    return first.plus(SIGNS.get(formula.operator())).plus(side(formula.right()));
  }

  private Words side(Formula side) {
    Words said = side.accept(this);
    boolean whole = !(side instanceof Formula.Binary || side instanceof Formula.Choice
        || side instanceof Formula.BestOf || side instanceof Formula.Rounded || side instanceof Formula.SumOver
        || side instanceof Formula.Slide || side instanceof Formula.ShareOf);
    return whole ? said : Words.of("(").plus(said).plus(")");
  }

  @Override
  public Words slide(Formula.Slide formula) {
    return Words.of("how far ").plus(side(formula.value())).plus(" lies from ").plus(side(formula.lower()))
        .plus(" to ").plus(side(formula.upper())).plus(", as a part of that way from 0 to 1");
  }

  @Override
  public Words bestOf(Formula.BestOf formula) {
    return Words.of(formula.highest() ? "the highest of " : "the lowest of ")
        .plus(Words.series(formula.parts().stream().map(this::side).toList(), "and"));
  }

  @Override
  public Words choice(Formula.Choice formula) {
    return side(formula.whenTrue()).plus(" if ").plus(formula.condition().accept(new Conditions()))
        .plus(", otherwise ").plus(side(formula.whenFalse()));
  }

  @Override
  public Words rounded(Formula.Rounded formula) {
    return side(formula.value()).plus(", " + rounding(formula.rounding(), formula.kind()));
  }

  @Override
  public Words previous(Formula.Previous formula) {
    return Words.of("what ").plus(side(formula.figure())).plus(" came to in the year before");
  }

  @Override
  public Words sumOver(Formula.SumOver formula) {
    String over = formula.over().name().toLowerCase(Locale.ROOT);
    Words sum = Words.of("the sum of ").plus(side(formula.figure())).plus(" over " + over);
    return formula.cap().map(cap -> sum.plus(", of at most ").plus(cap.most().accept(this))
        .plus(cap.keeping().map(FormulaWords::keeping).orElse(""))).orElse(sum);
  }

  private static String keeping(Keeping keeping) {
    return switch (keeping) {
      case HIGHEST -> ", keeping the highest amounts";
      case LOWEST -> ", keeping the lowest amounts";
      case SHARE -> ", keeping the same share of each amount";
    };
  }

  @Override
  public Words shareOf(Formula.ShareOf formula) {
    return Words.of("a share of ").plus(side(formula.whole()))
        .plus(formula.weight().map(w -> Words.of(" in proportion to ").plus(side(w)))
            .orElse(Words.of(" in equal parts")))
        .plus(", such that all shares add up to it");
  }

  @Override
  public Words day(Formula.Day formula) {
    return vocabulary.day(formula.name(), false);
  }

  @Override
  public Words fixedDay(Formula.FixedDay formula) {
    return Words.of(formula.date().toString());
  }

  @Override
  public Words edge(Formula.Edge formula) {
    String part = formula.stretch() == Every.YEAR ? "period" : stretch(formula.stretch());
    return Words.of("the " + (formula.start() ? "first" : "last") + " day of the " + part);
  }

  @Override
  public Words shifted(Formula.Shifted formula) {
    return Words.of("the day " + Vocabulary.amount(Math.abs(formula.amount()), formula.unit())
        + (formula.amount() < 0 ? " before " : " after ")).plus(formula.base().accept(this));
  }

  private final class Conditions implements FigureCondition.Visitor<Words> {
    private Words joined(List<FigureCondition> parts, String word) {
      return Words.series(parts.stream().map(part -> {
        Words said = part.accept(this);
        boolean single = !(part instanceof FigureCondition.AllOf || part instanceof FigureCondition.AnyOf);
        return single ? said : Words.of("(").plus(said).plus(")");
      }).toList(), word);
    }

    @Override
    public Words allOf(FigureCondition.AllOf condition) {
      return joined(condition.parts(), "and");
    }

    @Override
    public Words anyOf(FigureCondition.AnyOf condition) {
      return joined(condition.parts(), "or");
    }

    @Override
    public Words comparison(FigureCondition.Comparison condition) {
      boolean date = condition.left().kind() == Kind.DATE;
      Words right = side(condition.right());
      return side(condition.left()).plus(date ? " falls " : " is ").plus(date
          ? Words.of(ComparisonWords.date(condition.comparator())).plus(" ").plus(right)
          : ComparisonWords.rest(condition.comparator(), right, condition.right() instanceof Formula.Constant));
    }

    @Override
    public Words recorded(FigureCondition.Recorded condition) {
      return side(condition.figure()).plus(condition.recorded() ? " is recorded" : " is not recorded");
    }

    @Override
    public Words answer(FigureCondition.Answer condition) {
      return evidence(condition.evidence()).plus(condition.yes() ? " is yes" : " is no");
    }

    @Override
    public Words label(FigureCondition.Label condition) {
      Words name = Words.link(
          condition.classification().name(), Optional.of(places.population(condition.classification())));
      return name.plus(condition.equal() ? " is " : " is something other than ")
          .plus(Vocabulary.label(condition.label()));
    }
  }
}
