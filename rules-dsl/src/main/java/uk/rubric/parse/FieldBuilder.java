package uk.rubric.parse;

import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.Text;

/** The forms of fields. */
final class FieldBuilder extends RubricBaseVisitor<FieldForm> {
  private final Places places;
  private final ExpressionBuilder expressions;
  private final ConditionBuilder conditions;

  FieldBuilder(Places places, ExpressionBuilder expressions, ConditionBuilder conditions) {
    this.places = places;
    this.expressions = expressions;
    this.conditions = conditions;
  }

  @Override
  public FieldForm visitPatientId(RubricParser.PatientIdContext tree) {
    return new FieldForm.PatientId(places.of(tree));
  }

  @Override
  public FieldForm visitSexOfPatient(RubricParser.SexOfPatientContext tree) {
    return new FieldForm.Sex(places.of(tree));
  }

  @Override
  public FieldForm visitAgeAt(RubricParser.AgeAtContext tree) {
    boolean inMonths = tree.getChild(1).getText().equals("in");
    return new FieldForm.AgeAt(inMonths, expressions.build(tree.expression()), places.of(tree));
  }

  @Override
  public FieldForm visitPick(RubricParser.PickContext tree) {
    FieldForm.Choice choice =
        tree.choice.getText().equals("latest") ? FieldForm.Choice.LATEST : FieldForm.Choice.EARLIEST;
    return pick(choice, Optional.ofNullable(tree.number), false, tree.pickTail(), tree);
  }

  @Override
  public FieldForm visitAllOf(RubricParser.AllOfContext tree) {
    return pick(FieldForm.Choice.ALL, Optional.empty(), tree.entries != null, tree.pickTail(), tree);
  }

  @Override
  public FieldForm visitCountOf(RubricParser.CountOfContext tree) {
    return pick(FieldForm.Choice.COUNT, Optional.empty(), tree.entries != null, tree.pickTail(), tree);
  }

  private FieldForm pick(
      FieldForm.Choice choice,
      Optional<Token> number,
      boolean entries,
      RubricParser.PickTailContext tail,
      ParserRuleContext tree) {
    return new FieldForm.Pick(
        choice,
        number.map(places::text),
        entries,
        places.name(tail.source),
        Optional.ofNullable(tail.on).map(expressions::build),
        Optional.ofNullable(tail.condition()).map(conditions::build),
        spacing(tail),
        places.of(tree));
  }

  private Optional<ExpressionNode.Number> spacing(RubricParser.PickTailContext tail) {
    return Optional.ofNullable(tail.spacing).map(digits ->
        new ExpressionNode.Number(
            places.text(digits),
            Optional.of(new Text(tail.spacingUnit.getText(), places.of(tail.spacingUnit))),
            places.between(digits, tail.spacingUnit.getStop())));
  }

  @Override
  public FieldForm visitReading(RubricParser.ReadingContext tree) {
    Optional<Text> unit = Optional.ofNullable(tree.unit()).map(expressions::unit);
    return new FieldForm.Reading(
        Optional.ofNullable(tree.extreme).map(FieldBuilder::extreme),
        places.name(tree.cluster_),
        tree.each != null,
        places.name(tree.on),
        unit,
        places.of(tree));
  }

  private static FieldForm.Extreme extreme(Token word) {
    return word.getText().equals("highest") ? FieldForm.Extreme.HIGHEST : FieldForm.Extreme.LOWEST;
  }

  @Override
  public FieldForm visitLastEntered(RubricParser.LastEnteredContext tree) {
    return new FieldForm.Reading(
        Optional.of(lastEntered(Optional.ofNullable(tree.ties))),
        places.name(tree.cluster_),
        tree.each != null,
        places.name(tree.on),
        Optional.ofNullable(tree.unit()).map(expressions::unit),
        places.of(tree));
  }

  private static FieldForm.Extreme lastEntered(Optional<Token> ties) {
    return ties.map(word -> word.getText().equals("highest")
            ? FieldForm.Extreme.LAST_ENTERED_HIGHEST : FieldForm.Extreme.LAST_ENTERED_LOWEST)
        .orElse(FieldForm.Extreme.LAST_ENTERED);
  }

  @Override
  public FieldForm visitConditional(RubricParser.ConditionalContext tree) {
    return new FieldForm.Conditional(
        conditions.build(tree.condition()),
        expressions.build(tree.whenTrue),
        expressions.build(tree.whenFalse),
        places.of(tree));
  }

  @Override
  public FieldForm visitWhether(RubricParser.WhetherContext tree) {
    return new FieldForm.Whether(conditions.build(tree.condition()), places.of(tree));
  }

  @Override
  public FieldForm visitExtremeOf(RubricParser.ExtremeOfContext tree) {
    FieldForm.ExtremeWord word = FieldForm.ExtremeWord.valueOf(tree.choice.getText().toUpperCase(Locale.ROOT));
    return new FieldForm.ExtremeOf(word, tree.ref().stream().map(places::name).toList(), places.of(tree));
  }

  @Override
  public FieldForm visitElement(RubricParser.ElementContext tree) {
    return new FieldForm.Element(places.name(tree.array), places.name(tree.at), places.of(tree));
  }
}
