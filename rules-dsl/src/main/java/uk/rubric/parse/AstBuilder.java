package uk.rubric.parse;

import java.util.List;
import java.util.function.Predicate;
import org.antlr.v4.runtime.ParserRuleContext;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comment;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;

/** The generator's tree to the syntax tree: mechanical, no decisions. Parts with a syntax error are left out whole. */
final class AstBuilder {
  private final Places places;
  private final Predicate<ParserRuleContext> broken;
  private final RulesetBuilder rulesetItems;
  private final ServiceBuilder serviceItems;

  AstBuilder(Places places, Predicate<ParserRuleContext> broken) {
    this.places = places;
    this.broken = broken;
    ExpressionBuilder expressions = new ExpressionBuilder(places);
    this.rulesetItems = new RulesetBuilder(places, expressions);
    this.serviceItems = new ServiceBuilder(places, expressions);
  }

  FileNode file(RubricParser.FileContext tree, List<Comment> comments) {
    List<RulesetNode> rulesets =
        tree.ruleset().stream().filter(each -> isWhole(each.rulesetHeader())).map(this::ruleset).toList();
    List<ServiceNode> services =
        tree.service().stream().filter(each -> isWhole(each.serviceHeader())).map(this::service).toList();
    return new FileNode(rulesets, services, comments, span(tree));
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
        tree.rulesetItem().stream().filter(this::isWhole).map(item -> item.getChild(0).accept(rulesetItems)).toList(),
        places.of(tree));
  }

  private ServiceNode service(RubricParser.ServiceContext tree) {
    RubricParser.ServiceHeaderContext header = tree.serviceHeader();
    return new ServiceNode(
        places.name(header.name),
        places.title(header.title),
        tree.serviceItem().stream().filter(this::isWhole).map(item -> item.getChild(0).accept(serviceItems)).toList(),
        places.of(tree));
  }

  private boolean isWhole(ParserRuleContext tree) {
    return !broken.test(tree);
  }
}
