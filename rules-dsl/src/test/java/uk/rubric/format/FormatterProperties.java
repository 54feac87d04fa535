package uk.rubric.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.rubric.Golden;
import uk.rubric.parse.RuleParser;
import uk.rubric.parse.SourceTree.Leaf;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.Comment;
import uk.rubric.syntax.DocComments;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.RulesetNode;

/** The first law: what is read, laid out and read again is the same. On every rule file of the tests, shaken. */
class FormatterProperties {
  private static final List<String> BLANKS = List.of(" ", " ", " ", "  ", "\t", "\n", "\r\n", "\n    ", "\r");

  private static final List<String> COMMENTS =
      List.of(
          " // behind\n", "\n// alone\n", "\n\n// parted\n\n", " /// doc behind\r\n", "\n/// doc\n", "\n\n\n", " //\n",
          "\n  // one\n  // two\t \n", " //// \"quoted\" { ( \n", " // a\n\n\n// b\n");

  private static final List<List<String>> FILES = files();

  /** The words of every rule file below the golden files that can be read. */
  private static List<List<String>> files() {
    try (Stream<Path> all = Files.walk(Path.of("src", "test", "resources", "golden"))) {
      return all.filter(file -> file.toString().endsWith(".rubric"))
          .sorted()
          .map(Golden::source)
          .flatMap(source -> RuleParser.tree(source).stream())
          .map(tree -> Trees.leaves(tree).stream().map(Leaf::text).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> spreadOut() {
    return shaken(FILES, COMMENTS, 8);
  }

  @Provide
  Arbitrary<String> overgrown() {
    return shaken(FILES, COMMENTS, 1);
  }

  @Provide
  Arbitrary<String> generated() {
    return Arbitraries.randomValue(
        random -> shake(List.of(new RandomRules(random).file().split(" ")), COMMENTS, 12, random));
  }

  /** A file with a comment or blank lines in every {@code rarity}th gap or so. */
  private static Arbitrary<String> shaken(List<List<String>> files, List<String> comments, int rarity) {
    return Arbitraries.randomValue(random -> shake(files.get(random.nextInt(files.size())), comments, rarity, random));
  }

  private static String shake(List<String> words, List<String> comments, int rarity, Random random) {
    StringBuilder text = new StringBuilder();
    for (String word : words) {
      text.append(gap(comments, rarity, random)).append(word);
    }
    return text.append(gap(comments, rarity, random)).toString();
  }

  private static String gap(List<String> comments, int rarity, Random random) {
    List<String> gaps = !comments.isEmpty() && random.nextInt(rarity) == 0 ? comments : BLANKS;
    return gaps.get(random.nextInt(gaps.size()));
  }

  @Property(tries = 150)
  void layoutKeepsWordsCommentsAndMeaning(@ForAll("spreadOut") String text) {
    assertSound(text);
  }

  @Property(tries = 60)
  void layoutKeepsCommentsWhereverTheyStand(@ForAll("overgrown") String text) {
    assertSound(text);
  }

  @Property(tries = 200)
  void layoutKeepsGeneratedRules(@ForAll("generated") String text) {
    assertSound(text);
  }

  private static void assertSound(String text) {
    SourceText source = new SourceText("shaken.rubric", text);
    FormatResult result = Formatter.format(source);
    assertThat(result.diagnostics()).isEmpty();
    SourceText layout = new SourceText("shaken.rubric", result.text().orElseThrow());

    FileNode before = RuleParser.parse(source).file();
    FileNode after = RuleParser.parse(layout).file();
    assertThat(withoutBlanks(layout.text())).isEqualTo(withoutBlanks(text));
    assertThat(comments(after)).isEqualTo(comments(before));
    assertThat(explained(after)).isEqualTo(explained(before));
    assertThat(Formatter.format(layout).text()).contains(layout.text());
    assertTidy(layout.text());
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s|\uFEFF", "");
  }

  private static List<String> comments(FileNode file) {
    return file.comments().stream().map(FormatterProperties::written).toList();
  }

  private static String written(Comment comment) {
    return comment.span().text().stripTrailing() + (comment.ownLine() ? " on its own line" : " behind words");
  }

  /** What the comments say of each part that can have one. */
  private static List<String> explained(FileNode file) {
    DocComments docs = new DocComments(file);
    return nodes(file).map(node -> docs.of(node).orElse("-")).toList();
  }

  private static Stream<Node> nodes(FileNode file) {
    Stream<Node> rules = file.rulesets().stream()
        .flatMap(each -> Stream.concat(Stream.of(each), each.items().stream()));
    Stream<Node> services = file.services().stream()
        .flatMap(each -> Stream.concat(Stream.of(each), each.items().stream()));
    Stream<Node> steps = file.rulesets().stream().flatMap(each -> each.items().stream())
        .flatMap(FormatterProperties::ladders)
        .map(LadderNode::steps).flatMap(List::stream);
    return Stream.of(rules, services, steps).flatMap(each -> each);
  }

  private static Stream<LadderNode> ladders(RulesetNode.Item item) {
    return item instanceof RulesetNode.Population population ? Stream.of(population.ladder()) : Stream.empty();
  }

  private static void assertTidy(String layout) {
    List<String> lines = new ArrayList<>(List.of(layout.split("\n", -1)));
    assertThat(layout).doesNotContain("\r", "\n\n\n").doesNotStartWith("\n").doesNotEndWith("\n\n");
    assertThat(lines.get(lines.size() - 1)).isEmpty();
    assertThat(lines).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
  }

  /** The layout depends on words, comments and blank lines alone. */
  @Property(tries = 60)
  void lineBreaksOfTheSourceDoNotMatter(@ForAll Random random) {
    List<String> words = FILES.get(random.nextInt(FILES.size()));
    String one = shake(words, List.of(), 1, random);
    String other = String.join(" ", words);

    assertThat(Formatter.format(new SourceText("one.rubric", one)).text())
        .isEqualTo(Formatter.format(new SourceText("other.rubric", other)).text());
  }
}
