package uk.rubric.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.RulesetNode;

/** The lines and blocks of a rule set. */
final class RulesetBuilder extends RubricBaseVisitor<RulesetNode.Item> {
  private final Places places;
  private final ConditionBuilder conditions;
  private final FieldBuilder fields;

  RulesetBuilder(Places places, ExpressionBuilder expressions) {
    this.places = places;
    this.conditions = new ConditionBuilder(places, expressions);
    this.fields = new FieldBuilder(places, expressions, conditions);
  }

  @Override
  public RulesetNode.Item visitSourceLine(RubricParser.SourceLineContext tree) {
    return new RulesetNode.Source(places.quoted(tree.STRING().getSymbol()), places.of(tree));
  }

  @Override
  public RulesetNode.Item visitDayNeeded(RubricParser.DayNeededContext tree) {
    return new RulesetNode.DayNeeded(places.name(tree.name), places.title(tree.title), places.of(tree));
  }

  @Override
  public RulesetNode.Item visitCluster(RubricParser.ClusterContext tree) {
    return new RulesetNode.Cluster(
        places.name(tree.name), places.title(tree.title), content(tree.clusterContent()), notes(tree.note()),
        places.of(tree));
  }

  private RulesetNode.ClusterContent content(RubricParser.ClusterContentContext tree) {
    if (tree instanceof RubricParser.RefsetContentContext refset) {
      return new RulesetNode.ClusterContent.Refset(
          places.text(refset.id), places.text(refset.version), places.of(tree));
    }
    RubricParser.ListedContentContext listed = (RubricParser.ListedContentContext) tree;
    return new RulesetNode.ClusterContent.Codes(
        listed.listedCode().stream().map(this::listedCode).toList(), places.of(tree));
  }

  private RulesetNode.ListedCode listedCode(RubricParser.ListedCodeContext tree) {
    return new RulesetNode.ListedCode(places.text(tree.id), places.title(tree.term_), places.of(tree));
  }

  @Override
  public RulesetNode.Item visitReason(RubricParser.ReasonContext tree) {
    return new RulesetNode.Reason(
        places.name(tree.name), kind(tree.reasonKind()), places.title(tree.title), notes(tree.note()),
        places.of(tree));
  }

  private static RulesetNode.ReasonKind kind(RubricParser.ReasonKindContext tree) {
    return switch (tree.getStop().getText()) {
      case "general" -> RulesetNode.ReasonKind.PCA_GENERAL;
      case "specific" -> RulesetNode.ReasonKind.PCA_SPECIFIC;
      default -> RulesetNode.ReasonKind.EXCLUSION;
    };
  }

  @Override
  public RulesetNode.Item visitField(RubricParser.FieldContext tree) {
    return new RulesetNode.Field(
        places.name(tree.ref()), tree.fieldForm().accept(fields), notes(tree.note()), places.of(tree));
  }

  @Override
  public RulesetNode.Item visitPopulation(RubricParser.PopulationContext tree) {
    return new RulesetNode.Population(
        tree.kind.getText().equals("register"),
        places.name(tree.name),
        places.title(tree.title),
        parent(tree.parent()),
        ladder(tree.ladder()),
        notes(tree.note()),
        places.of(tree));
  }

  @Override
  public RulesetNode.Item visitIndicator(RubricParser.IndicatorContext tree) {
    return new RulesetNode.Indicator(
        places.name(tree.name),
        places.title(tree.title),
        parent(tree.parent()),
        Optional.ofNullable(tree.denominator).map(this::ladder),
        Optional.ofNullable(tree.numerator).map(this::ladder),
        notes(tree.note()),
        places.of(tree));
  }

  private Optional<Name> parent(RubricParser.ParentContext tree) {
    return Optional.ofNullable(tree.NAME()).map(name -> places.name(name.getSymbol()));
  }

  private LadderNode ladder(RubricParser.LadderContext tree) {
    return new LadderNode(tree.step().stream().map(this::step).toList(), places.of(tree));
  }

  private LadderNode.Step step(RubricParser.StepContext tree) {
    RubricParser.StepBodyContext body = tree.stepBody();
    return new LadderNode.Step(
        places.text(tree.number),
        Optional.ofNullable(body.condition()).map(this::condition),
        action(body.whenTrue),
        Optional.ofNullable(body.whenFalse).map(this::action),
        notes(tree.note()),
        places.of(tree));
  }

  private ConditionNode condition(RubricParser.ConditionContext tree) {
    return conditions.build(tree);
  }

  private LadderNode.Action action(RubricParser.ActionContext tree) {
    LadderNode.ActionKind kind =
        LadderNode.ActionKind.valueOf(tree.getStart().getText().toUpperCase(Locale.ROOT));
    Token reason = tree.reasonName;
    return new LadderNode.Action(kind, Optional.ofNullable(reason).map(places::name), places.of(tree));
  }

  private List<NoteNode> notes(List<RubricParser.NoteContext> trees) {
    return Notes.build(places, trees);
  }
}
