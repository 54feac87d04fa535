package uk.rubric.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;

/** Ladders, their rules and actions, and the fields that may stand in them. */
final class LadderBuilder {
  private final Places places;
  private final ExpressionBuilder expressions;
  private final ConditionBuilder conditions;
  private final FieldBuilder forms;

  LadderBuilder(Places places, ExpressionBuilder expressions, ConditionBuilder conditions, FieldBuilder forms) {
    this.places = places;
    this.expressions = expressions;
    this.conditions = conditions;
    this.forms = forms;
  }

  LadderNode build(RubricParser.LadderContext tree) {
    return new LadderNode(
        tree.field().stream().map(this::field).toList(),
        tree.ladderItem().stream().filter(i -> i.step() != null).map(i -> step(i.step())).toList(),
        tree.ladderItem().stream().filter(i -> i.blockUse() != null).map(i -> use(i.blockUse())).toList(),
        places.of(tree));
  }

  RulesetNode.Field field(RubricParser.FieldContext tree) {
    return new RulesetNode.Field(
        places.name(tree.ref()), tree.fieldForm().accept(forms), notes(tree.note()), places.of(tree));
  }

  LadderNode.Step step(RubricParser.StepContext tree) {
    RubricParser.StepBodyContext body = tree.stepBody();
    return new LadderNode.Step(
        places.text(tree.number),
        Optional.ofNullable(body.condition()).map(conditions::build),
        action(body.whenTrue),
        Optional.ofNullable(body.whenFalse).map(this::action),
        notes(tree.note()),
        Optional.empty(),
        places.of(tree));
  }

  LadderNode.Action action(RubricParser.ActionContext tree) {
    LadderNode.ActionKind kind =
        LadderNode.ActionKind.valueOf(tree.getStart().getText().toUpperCase(Locale.ROOT));
    Token reason = tree.reasonName;
    return new LadderNode.Action(
        kind,
        Optional.ofNullable(reason).map(places::name),
        Optional.ofNullable(tree.label()).map(places::label),
        places.of(tree));
  }

  private LadderNode.BlockUse use(RubricParser.BlockUseContext tree) {
    return new LadderNode.BlockUse(
        places.text(tree.first),
        Optional.ofNullable(tree.last).map(places::text),
        places.name(tree.name),
        tree.argument().stream().map(this::argument).toList(),
        notes(tree.note()),
        places.of(tree));
  }

  private LadderNode.Argument argument(RubricParser.ArgumentContext tree) {
    return new LadderNode.Argument(
        Optional.ofNullable(tree.name).map(places::name), expressions.build(tree.expression()), places.of(tree));
  }

  List<NoteNode> notes(List<RubricParser.NoteContext> trees) {
    return Notes.build(places, trees);
  }
}
