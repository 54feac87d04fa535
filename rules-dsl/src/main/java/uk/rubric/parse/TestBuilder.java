package uk.rubric.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.TakeNode;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.Text;

/** Tests beside the rules. */
final class TestBuilder extends RubricBaseVisitor<TestNode.Expectation> {
  private final Places places;
  private final ExpressionBuilder expressions;
  private final LadderBuilder ladders;

  TestBuilder(Places places, ExpressionBuilder expressions, LadderBuilder ladders) {
    this.places = places;
    this.expressions = expressions;
    this.ladders = ladders;
  }

  TestNode build(RubricParser.TestContext tree, Predicate<ParserRuleContext> whole) {
    RubricParser.TestHeaderContext header = tree.testHeader();
    List<RubricParser.TestItemContext> items = tree.testItem().stream().filter(whole).toList();
    return new TestNode(
        places.quoted(header.title),
        places.name(header.subject),
        Optional.ofNullable(header.service_).map(places::name),
        Optional.ofNullable(header.day).map(places::text),
        items.stream().flatMap(i -> Stream.ofNullable(i.patient())).map(this::patient).toList(),
        items.stream().flatMap(i -> Stream.ofNullable(i.given())).map(this::given).toList(),
        items.stream().flatMap(i -> Stream.ofNullable(i.expect()))
            .flatMap(e -> e.expectation().stream()).map(e -> e.accept(this)).toList(),
        places.of(tree));
  }

  TakeNode take(RubricParser.TakeContext tree) {
    return new TakeNode(
        places.title(tree.file_),
        places.name(tree.service_),
        places.name(tree.into),
        Optional.ofNullable(tree.by).map(places::text),
        tree.excepted().stream().map(this::excepted).toList(),
        places.of(tree));
  }

  private TakeNode.Excepted excepted(RubricParser.ExceptedContext tree) {
    return new TakeNode.Excepted(places.title(tree.title), places.name(tree.subject), places.of(tree));
  }

  private TestNode.Patient patient(RubricParser.PatientContext tree) {
    return new TestNode.Patient(
        places.title(tree.title),
        facts(tree, RubricParser.BornOnContext.class).map(f -> expressions.build(f.expression())).toList(),
        facts(tree, RubricParser.DiedOnContext.class).map(f -> expressions.build(f.expression())).toList(),
        facts(tree, RubricParser.OfSexContext.class).map(f -> places.name(f.NAME().getSymbol())).toList(),
        facts(tree, RubricParser.RegisteredFromContext.class).map(this::registered).toList(),
        facts(tree, RubricParser.EntryContext.class).map(this::entry).toList(),
        places.of(tree));
  }

  private static <T> Stream<T> facts(RubricParser.PatientContext tree, Class<T> kind) {
    return tree.fact().stream().filter(kind::isInstance).map(kind::cast);
  }

  private TestNode.Registered registered(RubricParser.RegisteredFromContext tree) {
    return new TestNode.Registered(
        expressions.build(tree.from), Optional.ofNullable(tree.to).map(expressions::build), places.of(tree));
  }

  private TestNode.Entry entry(RubricParser.EntryContext tree) {
    Optional<RubricParser.FactValueContext> value = Optional.ofNullable(tree.factValue());
    return new TestNode.Entry(
        expressions.build(tree.at),
        tree.NAME().stream().map(name -> places.name(name.getSymbol())).toList(),
        value.map(this::digits),
        value.flatMap(this::unit),
        detail(tree, d -> d.own).map(places::name),
        detail(tree, d -> d.parentName).map(places::name),
        detail(tree, d -> d.DATE() == null ? null : d.DATE().getSymbol()).map(places::text),
        detail(tree, d -> d.episodeName).map(places::name),
        places.of(tree));
  }

  private static Optional<Token> detail(
      RubricParser.EntryContext tree, java.util.function.Function<RubricParser.FactDetailContext, Token> which) {
    return tree.factDetail().stream().flatMap(d -> Stream.ofNullable(which.apply(d))).findFirst();
  }

  private Text digits(RubricParser.FactValueContext tree) {
    return tree.PERCENT() == null
        ? places.number(tree.minus, tree.NUMBER())
        : places.trimmed(tree.PERCENT().getSymbol(), 0, 1);
  }

  private Optional<Text> unit(RubricParser.FactValueContext tree) {
    return tree.PERCENT() == null
        ? Optional.ofNullable(tree.unit()).map(expressions::unit)
        : Optional.of(new Text("%", places.of(tree.PERCENT().getSymbol())));
  }

  private TestNode.Given given(RubricParser.GivenContext tree) {
    if (tree instanceof RubricParser.GivenCountContext count) {
      return new TestNode.Given.Count(kind(count.what), places.name(count.name), part(count.partOf()),
          expressions.build(count.expression()), places.of(tree));
    }
    if (tree instanceof RubricParser.GivenAnswerContext answer) {
      return new TestNode.Given.Answer(
          places.name(answer.name), part(answer.partOf()), answer(answer.answer), places.of(tree));
    }
    if (tree instanceof RubricParser.GivenClassContext label) {
      return new TestNode.Given.OfClass(places.name(label.className),
          label.labelName != null ? places.text(label.labelName) : places.quoted(label.labelText),
          part(label.partOf()), expressions.build(label.expression()), places.of(tree));
    }
    if (tree instanceof RubricParser.GivenPreviousContext previous) {
      return new TestNode.Given.Previous(
          expressions.build(previous.figure_), expressions.build(previous.expression()), places.of(tree));
    }
    RubricParser.GivenFigureContext figure = (RubricParser.GivenFigureContext) tree;
    return new TestNode.Given.Figure(
        places.name(figure.name), part(figure.partOf()), expressions.build(figure.expression()), places.of(tree));
  }

  private Optional<Text> part(RubricParser.PartOfContext tree) {
    return Optional.ofNullable(tree).map(part -> places.text(part.DATE().getSymbol()));
  }

  private static ConditionNode.AnswerKind answer(Token word) {
    return ConditionNode.AnswerKind.valueOf(word.getText().toUpperCase(Locale.ROOT));
  }

  private static TestNode.CountKind kind(Token word) {
    return TestNode.CountKind.valueOf(word.getText().toUpperCase(Locale.ROOT));
  }

  @Override
  public TestNode.Expectation visitExpectAction(RubricParser.ExpectActionContext tree) {
    return new TestNode.Expectation.Decided(
        Optional.ofNullable(tree.part).map(RulesetBuilder::part),
        Optional.ofNullable(tree.name).map(places::name),
        Optional.of(ladders.action(tree.action())),
        Optional.ofNullable(tree.number).map(places::text),
        places.of(tree));
  }

  @Override
  public TestNode.Expectation visitExpectOutside(RubricParser.ExpectOutsideContext tree) {
    return new TestNode.Expectation.Decided(
        Optional.ofNullable(tree.part).map(RulesetBuilder::part),
        Optional.ofNullable(tree.name).map(places::name),
        Optional.empty(),
        Optional.empty(),
        places.of(tree));
  }

  @Override
  public TestNode.Expectation visitExpectPresence(RubricParser.ExpectPresenceContext tree) {
    return new TestNode.Expectation.Presence(places.name(tree.ref()), tree.negated == null, places.of(tree));
  }

  @Override
  public TestNode.Expectation visitExpectAnswer(RubricParser.ExpectAnswerContext tree) {
    Name field = places.name(tree.NAME().getSymbol());
    return new TestNode.Expectation.Answer(field, answer(tree.answer), places.of(tree));
  }

  @Override
  public TestNode.Expectation visitExpectOpen(RubricParser.ExpectOpenContext tree) {
    return new TestNode.Expectation.Open(
        places.name(tree.NAME().getSymbol()), part(tree.partOf()), tree.waits != null, places.of(tree));
  }

  @Override
  public TestNode.Expectation visitExpectContent(RubricParser.ExpectContentContext tree) {
    return new TestNode.Expectation.Content(
        places.name(tree.ref()), part(tree.partOf()), expressions.build(tree.expression()), places.of(tree));
  }

  @Override
  public TestNode.Expectation visitExpectCount(RubricParser.ExpectCountContext tree) {
    return new TestNode.Expectation.Count(
        kind(tree.what), places.name(tree.NAME().getSymbol()), expressions.build(tree.expression()), places.of(tree));
  }
}
