package uk.rubric.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comment;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.TakeNode;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.Text;

/** The generator's tree to the syntax tree: mechanical, no decisions. Parts with a syntax error are left out whole. */
final class AstBuilder {
  private final Places places;
  private final Predicate<ParserRuleContext> broken;
  private final RulesetBuilder rulesetItems;
  private final ServiceBuilder serviceItems;
  private final TestBuilder tests;

  AstBuilder(Places places, Predicate<ParserRuleContext> broken) {
    this.places = places;
    this.broken = broken;
    ExpressionBuilder expressions = new ExpressionBuilder(places);
    ConditionBuilder conditions = new ConditionBuilder(places, expressions);
    LadderBuilder ladders =
        new LadderBuilder(places, expressions, conditions, new FieldBuilder(places, expressions, conditions));
    this.rulesetItems = new RulesetBuilder(places, ladders);
    this.tests = new TestBuilder(places, expressions, ladders);
    this.serviceItems = new ServiceBuilder(places, expressions);
  }

  FileNode file(RubricParser.FileContext tree, List<Comment> comments) {
    List<RulesetNode> rulesets =
        tree.ruleset().stream().filter(each -> isWhole(each.rulesetHeader())).map(this::ruleset).toList();
    List<ServiceNode> services =
        tree.service().stream().filter(each -> isWhole(each.serviceHeader())).map(this::service).toList();
    List<TestNode> tests =
        tree.test().stream().filter(each -> isWhole(each.testHeader())).map(this::test).toList();
    List<Text> imports =
        tree.importLine().stream().filter(this::isWhole).map(line -> places.quoted(line.STRING().getSymbol())).toList();
    List<TakeNode> takes = tree.take().stream().filter(this::isWhole).map(this.tests::take).toList();
    return new FileNode(imports, rulesets, services, tests, takes, comments, span(tree));
  }

  private Span span(RubricParser.FileContext tree) {
    // The last child is the end of the file.
    int last = tree.getChildCount() - 2;
    return last >= 0 && tree.getChild(last) instanceof ParserRuleContext block
        ? places.between(tree.getStart(), block.getStop()) : places.start();
  }

  private RulesetNode ruleset(RubricParser.RulesetContext tree) {
    RubricParser.RulesetHeaderContext header = tree.rulesetHeader();
    return new RulesetNode(
        places.name(header.name),
        places.title(header.title),
        places.text(header.version),
        base(header),
        tree.rulesetItem().stream().filter(this::isWhole).filter(item -> item.change() == null)
            .map(item -> item.getChild(0).accept(rulesetItems)).toList(),
        tree.rulesetItem().stream().filter(this::isWhole).flatMap(item -> Stream.ofNullable(item.change()))
            .map(rulesetItems::change).toList(),
        places.of(tree));
  }

  private Optional<RulesetNode.Base> base(RubricParser.RulesetHeaderContext header) {
    return Optional.ofNullable(header.base).map(name ->
        new RulesetNode.Base(
            places.name(name), places.text(header.baseVersion), places.between(name, header.baseVersion)));
  }

  private TestNode test(RubricParser.TestContext tree) {
    return tests.build(tree, this::isWhole);
  }

  private ServiceNode service(RubricParser.ServiceContext tree) {
    RubricParser.ServiceHeaderContext header = tree.serviceHeader();
    return new ServiceNode(
        places.name(header.name),
        places.title(header.title),
        Optional.ofNullable(header.base).map(places::name),
        tree.serviceItem().stream().filter(this::isWhole).filter(item -> item.serviceChange() == null)
            .map(item -> item.getChild(0).accept(serviceItems)).toList(),
        tree.serviceItem().stream().filter(this::isWhole).flatMap(item -> Stream.ofNullable(item.serviceChange()))
            .map(serviceItems::change).toList(),
        places.of(tree));
  }

  private boolean isWhole(ParserRuleContext tree) {
    return !broken.test(tree);
  }
}
