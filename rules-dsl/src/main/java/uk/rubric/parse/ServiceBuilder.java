package uk.rubric.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import uk.rubric.parse.antlr.RubricBaseVisitor;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.ServiceChangeNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.Text;

/** The lines and blocks of a service. */
final class ServiceBuilder extends RubricBaseVisitor<ServiceNode.Item> {
  private final Places places;
  private final ExpressionBuilder expressions;
  private final ConditionBuilder conditions;

  ServiceBuilder(Places places, ExpressionBuilder expressions) {
    this.places = places;
    this.expressions = expressions;
    this.conditions = new ConditionBuilder(places, expressions);
  }

  @Override
  public ServiceNode.Item visitAuthority(RubricParser.AuthorityContext tree) {
    return new ServiceNode.Authority(places.quoted(tree.STRING().getSymbol()), places.of(tree));
  }

  @Override
  public ServiceNode.Item visitStatus(RubricParser.StatusContext tree) {
    ServiceNode.StatusKind kind =
        switch (tree.kind.getText()) {
          case "official" -> ServiceNode.StatusKind.OFFICIAL;
          case "unofficial" -> ServiceNode.StatusKind.UNOFFICIAL;
          default -> ServiceNode.StatusKind.DRAFT;
        };
    return new ServiceNode.Status(kind, places.of(tree));
  }

  @Override
  public ServiceNode.Item visitPeriod(RubricParser.PeriodContext tree) {
    return new ServiceNode.Period(
        places.text(tree.start), places.text(tree.end), Optional.ofNullable(tree.by).map(ServiceBuilder::every),
        places.of(tree));
  }

  @Override
  public ServiceNode.Item visitDayGiven(RubricParser.DayGivenContext tree) {
    RubricParser.DayRuleContext rule = tree.dayRule();
    Optional<Text> fixed = rule instanceof RubricParser.FixedDayContext
        ? Optional.of(places.text(rule.getStart())) : Optional.empty();
    Optional<Name> evidence = rule instanceof RubricParser.ChosenDayContext own
        ? Optional.of(places.name(own.chosen)) : Optional.empty();
    return new ServiceNode.DayGiven(places.name(tree.name), kind(rule), fixed, evidence, places.of(tree));
  }

  private static ServiceNode.DayKind kind(RubricParser.DayRuleContext rule) {
    if (rule instanceof RubricParser.EdgeOfPartContext part) {
      String edge = part.edge.getText() + "_of_" + part.part.getText();
      return ServiceNode.DayKind.valueOf(edge.toUpperCase(Locale.ROOT));
    }
    return switch (rule.getStart().getText()) {
      case "start" -> ServiceNode.DayKind.START_OF_PERIOD;
      case "end" -> ServiceNode.DayKind.END_OF_PERIOD;
      case "run" -> ServiceNode.DayKind.RUN_DATE;
      case "evidence" -> ServiceNode.DayKind.CHOSEN;
      default -> ServiceNode.DayKind.FIXED;
    };
  }

  @Override
  public ServiceNode.Item visitUses(RubricParser.UsesContext tree) {
    return new ServiceNode.Uses(tree.use().stream().map(this::use).toList(), places.of(tree));
  }

  private ServiceNode.Use use(RubricParser.UseContext tree) {
    return new ServiceNode.Use(places.name(tree.name), Optional.ofNullable(tree.version).map(places::text),
        places.of(tree));
  }

  /** A line of an amending service. */
  ServiceChangeNode change(RubricParser.ServiceChangeContext tree) {
    if (tree instanceof RubricParser.ChangeServiceItemContext item) {
      boolean add = item.how.getText().equals("add");
      return new ServiceChangeNode.OfItem(add, item.item.getChild(0).accept(this), places.of(tree));
    }
    if (tree instanceof RubricParser.AddRowsContext rows) {
      return new ServiceChangeNode.OfRows(true, places.name(rows.table), rows(rows.pointsRow()), places.of(tree));
    }
    if (tree instanceof RubricParser.ReplaceRowsContext rows) {
      return new ServiceChangeNode.OfRows(false, places.name(rows.table), rows(rows.pointsRow()), places.of(tree));
    }
    RubricParser.RetireFromServiceContext retire = (RubricParser.RetireFromServiceContext) tree;
    return new ServiceChangeNode.Retire(
        retire.what != null,
        retire.NAME().stream().map(name -> places.name(name.getSymbol())).toList(),
        places.of(tree));
  }

  @Override
  public ServiceNode.Item visitPointsTotal(RubricParser.PointsTotalContext tree) {
    return new ServiceNode.PointsTotal(
        places.text(tree.points), Optional.ofNullable(tree.remainder).map(places::text),
        Notes.build(places, tree.note()), places.of(tree));
  }

  private List<ServiceNode.PointsRow> rows(List<RubricParser.PointsRowContext> trees) {
    return trees.stream().map(this::row).toList();
  }

  @Override
  public ServiceNode.Item visitClusterFolder(RubricParser.ClusterFolderContext tree) {
    return new ServiceNode.ClusterFolder(places.quoted(tree.STRING().getSymbol()), places.of(tree));
  }

  @Override
  public ServiceNode.Item visitParameter(RubricParser.ParameterContext tree) {
    return new ServiceNode.Parameter(
        places.name(tree.name),
        places.title(tree.title),
        value(tree.expression()),
        Optional.ofNullable(tree.start).map(places::text),
        Optional.ofNullable(tree.end).map(places::text),
        notes(tree.note()),
        places.of(tree));
  }

  @Override
  public ServiceNode.Item visitMeasure(RubricParser.MeasureContext tree) {
    return new ServiceNode.Measure(
        places.name(tree.name),
        places.title(tree.title),
        each(tree.forWhom()),
        value(tree.expression()),
        Optional.ofNullable(tree.rounding()).map(this::rounding),
        notes(tree.note()),
        places.of(tree));
  }

  private ServiceNode.Each each(RubricParser.ForWhomContext tree) {
    return new ServiceNode.Each(
        FigureBuilder.constant(ServiceNode.Level.class, tree.level),
        tree.every == null ? ServiceNode.Every.YEAR : every(tree.every), places.of(tree));
  }

  private static ServiceNode.Every every(Token word) {
    return FigureBuilder.constant(ServiceNode.Every.class, word);
  }

  @Override
  public ServiceNode.Item visitPointsTable(RubricParser.PointsTableContext tree) {
    return new ServiceNode.PointsTable(
        places.name(tree.name), places.title(tree.title), rows(tree.pointsRow()),
        places.of(tree));
  }

  private ServiceNode.PointsRow row(RubricParser.PointsRowContext tree) {
    return new ServiceNode.PointsRow(
        places.name(tree.indicatorName),
        places.text(tree.points),
        threshold(tree.lower),
        threshold(tree.upper),
        tree.frozen != null,
        notes(tree.note()),
        places.of(tree));
  }

  private Optional<Text> threshold(Token percentOrNull) {
    return Optional.ofNullable(percentOrNull).map(percent -> places.trimmed(percent, 0, 1));
  }

  @Override
  public ServiceNode.Item visitPay(RubricParser.PayContext tree) {
    return new ServiceNode.Pay(
        places.name(tree.name),
        places.title(tree.title),
        each(tree.forWhom()),
        value(tree.expression()),
        Optional.ofNullable(tree.rounding()).map(this::rounding),
        Optional.ofNullable(tree.when).map(conditions::build),
        Optional.ofNullable(tree.table).map(places::name),
        Optional.ofNullable(tree.notBefore).map(places::text),
        notes(tree.note()),
        places.of(tree));
  }

  @Override
  public ServiceNode.Item visitEvidence(RubricParser.EvidenceContext tree) {
    ServiceNode.AnswerKind kind =
        switch (tree.answerKind().getStart().getText()) {
          case "yes" -> ServiceNode.AnswerKind.YES_NO;
          case "number" -> ServiceNode.AnswerKind.NUMBER;
          default -> ServiceNode.AnswerKind.DATE;
        };
    return new ServiceNode.Evidence(
        places.name(tree.name), places.title(tree.title), kind, each(tree.forWhom()), notes(tree.note()),
        places.of(tree));
  }

  @Override
  public ServiceNode.Item visitFormulaBlock(RubricParser.FormulaBlockContext tree) {
    return new ServiceNode.Block(
        places.name(tree.name),
        tree.parameter_.stream().map(places::name).toList(),
        value(tree.expression()),
        Optional.ofNullable(tree.rounding()).map(this::rounding),
        notes(tree.note()),
        places.of(tree));
  }

  private ServiceNode.Rounding rounding(RubricParser.RoundingContext tree) {
    return FigureBuilder.rounding(tree, places);
  }

  private ExpressionNode value(RubricParser.ExpressionContext tree) {
    return expressions.build(tree);
  }

  private List<NoteNode> notes(List<RubricParser.NoteContext> trees) {
    return Notes.build(places, trees);
  }
}
