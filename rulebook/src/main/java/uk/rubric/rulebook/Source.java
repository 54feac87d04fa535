package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.check.Ladder;
import uk.rubric.compose.Composer;
import uk.rubric.compose.Composition;
import uk.rubric.compose.TakenTest;
import uk.rubric.parse.ParseResult;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.DocComments;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.LadderNode.BlockUse;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.TestNode;

/** What the files say and checked rules no longer hold: comments, words as written, blocks, tests. */
final class Source {
  private final Map<SourceText, DocComments> docs = new HashMap<>();
  private final Map<RulesetId, RulesetNode> composed = new LinkedHashMap<>();
  private final Map<Span, BlockUse> uses = new HashMap<>();
  private final Map<Span, RulesetNode.Block> blocksOfSteps = new HashMap<>();
  private final List<TestNode> tests = new ArrayList<>();
  private final Map<Span, List<TakenTest>> taken = new HashMap<>();

  Source(List<ParseResult> files) {
    for (ParseResult file : files) {
      docs.put(file.file().span().source(), new DocComments(file.file()));
      file.file().rulesets().forEach(this::note);
    }
    Composition composition = Composer.compose(files);
    composition.files().forEach(file -> tests.addAll(file.file().tests()));
    composition.taken().forEach(test -> taken.computeIfAbsent(test.test().span(), span -> new ArrayList<>()).add(test));
    composition.files().stream().flatMap(file -> file.file().rulesets().stream())
        .forEach(node -> composed.put(new RulesetId(node.name().text(), node.version().text()), node));
  }

  private void note(RulesetNode ruleset) {
    BlockNotes notes = new BlockNotes(uses, blocksOfSteps);
    ruleset.items().forEach(item -> item.accept(notes));
    ruleset.changes().forEach(change -> change.accept(notes));
  }

  List<TestNode> tests() {
    return tests;
  }

  /** The services that take a test over, with the months by which its days are then later. */
  List<TakenTest> taken(TestNode test) {
    return taken.getOrDefault(test.span(), List.of());
  }

  /** With the items of the rule sets that it amends, each where it was written. */
  RulesetNode ruleset(RulesetId id) {
    return composed.get(id);
  }

  <T extends RulesetNode.Item> List<T> items(RulesetId id, Class<T> kind) {
    return ruleset(id).items().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** What the file says of a part of it, one line or more. */
  Optional<String> doc(Node part) {
    return Optional.ofNullable(docs.get(part.span().source())).flatMap(d -> d.of(part));
  }

  Optional<String> doc(Span part) {
    return doc(() -> part);
  }

  /** By parameter of the block that a rule was made from: what stands in its place, as written. */
  Map<String, String> arguments(Ladder.Rule rule) {
    Map<String, String> arguments = new HashMap<>();
    if (rule.from().isPresent()) {
      List<String> parameters = blocksOfSteps.get(rule.span()).parameters().stream().map(Name::text).toList();
      List<LadderNode.Argument> given = uses.get(rule.from().get().use()).arguments();
      for (int i = 0; i < given.size(); i++) {
        String parameter = given.get(i).name().map(Name::text).orElse(parameters.get(i));
        arguments.put(parameter, given.get(i).value().span().text());
      }
    }
    return arguments;
  }

  /** The text of a part with the blanks before its further lines that only keep it in its column taken away. */
  static String text(Span span) {
    int column = span.from().column() - 1;
    List<String> lines = span.text().lines().toList();
    int indent = lines.stream().skip(1).filter(line -> !line.isBlank())
        .mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
    Stream<String> more = lines.stream().skip(1)
        .map(line -> line.isBlank() ? "" : line.substring(Math.min(indent, column)));
    return String.join("\n", Stream.concat(lines.stream().limit(1), more).map(String::stripTrailing).toList());
  }
}
