package uk.rubric.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A stretch of a Markdown document: a fenced block, or the prose between two.
 *
 * @param before what stands before the body: the opening fence, and a comment that says what the body is of which file
 * @param kind the word after the fence; empty for prose
 */
record Block(String before, String kind, String body, String after) {
  private static final Pattern FENCED =
      Pattern.compile("((?:<!-- (?:excerpt of|file|change of) [^>]+ -->\n)?```([a-z]+)\n)(.*?\n)(```\n)",
          Pattern.DOTALL);

  /** All of a document: joined again, the blocks are the document. */
  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = FENCED.matcher(text);
    int end = 0;
    while (matcher.find()) {
      blocks.add(new Block("", "", text.substring(end, matcher.start()), ""));
      blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4)));
      end = matcher.end();
    }
    blocks.add(new Block("", "", text.substring(end), ""));
    return blocks;
  }

  /** The file, from the project's root, of which the body is an excerpt. */
  Optional<String> excerptOf() {
    return named("excerpt of");
  }

  /** The file that the body is. */
  Optional<String> file() {
    return named("file");
  }

  /** The file whose lines the body changes: {@code -} stands before those that go, {@code +} before those that come. */
  Optional<String> changeOf() {
    return named("change of");
  }

  private Optional<String> named(String word) {
    Matcher matcher = Pattern.compile("<!-- " + word + " (\\S+) -->").matcher(before);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The lines of a change that have this sign or none, without it. */
  String side(char sign) {
    return body.lines()
        .map(line -> line.isEmpty() ? " " : line)
        .filter(line -> line.charAt(0) == sign || line.charAt(0) == ' ')
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }

  String text() {
    return before + body + after;
  }

  String withBody(String other) {
    return before + other + after;
  }
}
