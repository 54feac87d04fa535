package uk.rubric.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ChangeNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.RulesetNode;

/** The lines and blocks of a rule set. */
final class RulesetBuilder extends RubricBaseVisitor<RulesetNode.Item> {
  private final Places places;
  private final LadderBuilder ladders;

  RulesetBuilder(Places places, LadderBuilder ladders) {
    this.places = places;
    this.ladders = ladders;
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
  public RulesetNode.Item visitUsesRulesets(RubricParser.UsesRulesetsContext tree) {
    return new RulesetNode.Uses(tree.usedRuleset().stream().map(this::use).toList(), places.of(tree));
  }

  private RulesetNode.Use use(RubricParser.UsedRulesetContext tree) {
    return new RulesetNode.Use(
        places.name(tree.name), Optional.ofNullable(tree.version).map(places::text), places.of(tree));
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
    if (tree instanceof RubricParser.EclContentContext ecl) {
      return new RulesetNode.ClusterContent.Ecl(places.quoted(ecl.STRING().getSymbol()), places.of(tree));
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
    return ladders.field(tree);
  }

  @Override
  public RulesetNode.Item visitPopulation(RubricParser.PopulationContext tree) {
    return new RulesetNode.Population(
        kind(tree.kind),
        places.name(tree.name),
        places.title(tree.title),
        each(tree.parent()),
        parent(tree.parent()),
        ladders.build(tree.ladder()),
        notes(tree.note()),
        places.of(tree));
  }

  private static RulesetNode.PopulationKind kind(Token word) {
    return switch (word.getText()) {
      case "register" -> RulesetNode.PopulationKind.REGISTER;
      case "cohort" -> RulesetNode.PopulationKind.COHORT;
      case "classify" -> RulesetNode.PopulationKind.CLASSIFICATION;
      default -> RulesetNode.PopulationKind.GROUP;
    };
  }

  @Override
  public RulesetNode.Item visitIndicator(RubricParser.IndicatorContext tree) {
    return new RulesetNode.Indicator(
        places.name(tree.name),
        places.title(tree.title),
        each(tree.parent()),
        parent(tree.parent()),
        tree.field().stream().map(ladders::field).toList(),
        Optional.ofNullable(tree.denominator).map(ladders::build),
        Optional.ofNullable(tree.numerator).map(ladders::build),
        notes(tree.note()),
        places.of(tree));
  }

  private Optional<Name> each(RubricParser.ParentContext tree) {
    return Optional.ofNullable(tree.ref()).map(places::name);
  }

  private Optional<Name> parent(RubricParser.ParentContext tree) {
    return Optional.ofNullable(tree.NAME()).map(name -> places.name(name.getSymbol()));
  }

  @Override
  public RulesetNode.Item visitBlock(RubricParser.BlockContext tree) {
    return new RulesetNode.Block(
        places.name(tree.name),
        tree.NAME().stream().skip(1).map(name -> places.name(name.getSymbol())).toList(),
        ladders.build(tree.ladder()),
        notes(tree.note()),
        places.of(tree));
  }

  /** A line of an amending rule set. */
  ChangeNode change(RubricParser.ChangeContext tree) {
    if (tree instanceof RubricParser.ChangeItemContext item) {
      return new ChangeNode.OfItem(isAdd(item.how), item.item.getChild(0).accept(this), places.of(tree));
    }
    if (tree instanceof RubricParser.RetireItemsContext retire) {
      return new ChangeNode.Retire(
          retire.what == null
              ? ChangeNode.Retired.ITEM : ChangeNode.Retired.valueOf(retire.what.getText().toUpperCase(Locale.ROOT)),
          retire.ref().stream().map(places::name).toList(), places.of(tree));
    }
    if (tree instanceof RubricParser.ChangeRuleContext rule) {
      return new ChangeNode.OfRule(
          isAdd(rule.how), places.text(rule.number), ladderName(rule.ladderName()), ladders.step(rule.step()),
          places.of(tree));
    }
    if (tree instanceof RubricParser.RetireRuleContext rule) {
      return new ChangeNode.RetireRule(places.text(rule.number), ladderName(rule.ladderName()), places.of(tree));
    }
    RubricParser.ChangeLadderContext ladder = (RubricParser.ChangeLadderContext) tree;
    return new ChangeNode.OfLadder(
        part(ladder.part), places.name(ladder.name), ladders.build(ladder.ladder()), places.of(tree));
  }

  private static boolean isAdd(Token how) {
    return how.getText().equals("add");
  }

  private ChangeNode.LadderName ladderName(RubricParser.LadderNameContext tree) {
    return new ChangeNode.LadderName(
        Optional.ofNullable(tree.part).map(RulesetBuilder::part), places.name(tree.name), places.of(tree));
  }

  static ChangeNode.Part part(Token word) {
    return ChangeNode.Part.valueOf(word.getText().toUpperCase(Locale.ROOT));
  }

  private List<NoteNode> notes(List<RubricParser.NoteContext> trees) {
    return Notes.build(places, trees);
  }
}
