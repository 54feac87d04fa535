package uk.rubric.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a Markdown document: a fenced block, or the prose between two.
 *
 * @param before what stands before the body: the opening fence, and a comment that names the file of an excerpt
 * @param kind the word after the fence; empty for prose
 */
record Block(String before, String kind, String body, String after) {
  private static final Pattern FENCED =
      Pattern.compile("((?:<!-- excerpt of [^>]+ -->\n)?```([a-z]+)\n)(.*?\n)(```\n)", Pattern.DOTALL);
  private static final Pattern EXCERPT = Pattern.compile("<!-- excerpt of (\\S+) -->");

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
    Matcher matcher = EXCERPT.matcher(before);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  String text() {
    return before + body + after;
  }

  String withBody(String other) {
    return before + other + after;
  }
}
