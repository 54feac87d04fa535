package uk.rubric.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uk.rubric.Golden;
import uk.rubric.diagnostic.DiagnosticFormat;
import uk.rubric.parse.antlr.RubricLexer;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.Text;

class ParseGoldenTest {
  @TestFactory
  Stream<DynamicTest> readsGoodFiles() {
    return Golden.cases("parse/good", source -> {
      ParseResult result = RuleParser.parse(source);
      assertThat(result.diagnostics()).isEmpty();
      assertThat(result.brokenNames()).isEmpty();
      return AstDump.of(result.file());
    });
  }

  @TestFactory
  Stream<DynamicTest> explainsBadFiles() {
    return Golden.cases("parse/bad", source -> {
      ParseResult result = RuleParser.parse(source);
      assertThat(result.diagnostics()).isNotEmpty();
      return DiagnosticFormat.HUMAN.renderer().render(result.diagnostics())
          + "\nnames that could not be read: " + new TreeSet<>(result.brokenNames()) + "\n";
    });
  }

  @Test
  void theGoodFilesHaveEveryConstruct() {
    Set<Class<?>> seen = Golden.sources("parse/good").stream()
        .flatMap(source -> trees(new RubricParser(new CommonTokenStream(
            new RubricLexer(CharStreams.fromString(source.text())))).file()))
        .map(Object::getClass)
        .collect(Collectors.toSet());

    assertThat(seen).containsAll(constructs());
  }

  private static Set<Class<?>> constructs() {
    Set<Class<?>> all = Arrays.stream(RubricParser.class.getClasses())
        .filter(ParserRuleContext.class::isAssignableFrom)
        .filter(each -> !Modifier.isAbstract(each.getModifiers()))
        .collect(Collectors.toSet());
    // A rule with labelled ways is met by its ways.
    all.removeAll(all.stream().map(Class::getSuperclass).collect(Collectors.toSet()));
    return all;
  }

  private static Stream<ParseTree> trees(ParseTree tree) {
    return Stream.concat(
        Stream.of(tree).filter(ParserRuleContext.class::isInstance),
        java.util.stream.IntStream.range(0, tree.getChildCount()).mapToObj(tree::getChild)
            .flatMap(ParseGoldenTest::trees));
  }

  @Test
  void spansCoverWhatTheirNodesSay() {
    for (SourceText source : Golden.sources("parse/good")) {
      AstDump.nodes(RuleParser.parse(source).file()).forEach(ParseGoldenTest::assertSpan);
    }
  }

  private static void assertSpan(Node node) {
    String covered = node.span().text();
    assertThat(covered).isEqualTo(covered.strip());
    if (node instanceof Name name) {
      assertThat(covered.replaceAll("\\s", "")).isEqualTo(name.written());
    } else if (node instanceof Text text && text.text().equals("%")) {
      assertThat(covered).endsWith("%");
    } else if (node instanceof Text text) {
      assertThat(covered.replaceAll("^(-?)£", "$1").replaceAll("^[\"|]|[\"|]$|(?<=\\d)%$", "")).isEqualTo(text.text());
    } else {
      AstDump.parts((Record) node).flatMap(AstDump::nodes).forEach(part -> assertInside(part, node));
    }
  }

  private static void assertInside(Node part, Node whole) {
    assertThat(part.span().start()).as("%s in %s", part, whole).isGreaterThanOrEqualTo(whole.span().start());
    assertThat(part.span().end()).as("%s in %s", part, whole).isLessThanOrEqualTo(whole.span().end());
  }
}
