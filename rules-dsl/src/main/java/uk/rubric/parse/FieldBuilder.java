package uk.rubric.parse;

import java.util.Optional;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ConditionNode;
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
  public FieldForm visitAgeAt(RubricParser.AgeAtContext tree) {
    return new FieldForm.AgeAt(expressions.build(tree.expression()), places.of(tree));
  }

  @Override
  public FieldForm visitPick(RubricParser.PickContext tree) {
    Optional<ConditionNode> where = Optional.ofNullable(tree.condition()).map(conditions::build);
    return new FieldForm.Pick(choice(tree.choice), places.name(tree.source), where, places.of(tree));
  }

  private static FieldForm.Choice choice(Token word) {
    return switch (word.getText()) {
      case "latest" -> FieldForm.Choice.LATEST;
      case "earliest" -> FieldForm.Choice.EARLIEST;
      default -> FieldForm.Choice.ALL;
    };
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
  public FieldForm visitExtremeOf(RubricParser.ExtremeOfContext tree) {
    boolean latest = tree.choice.getText().equals("latest");
    return new FieldForm.ExtremeOf(latest, tree.ref().stream().map(places::name).toList(), places.of(tree));
  }

  @Override
  public FieldForm visitElement(RubricParser.ElementContext tree) {
    return new FieldForm.Element(places.name(tree.array), places.name(tree.at), places.of(tree));
  }
}
