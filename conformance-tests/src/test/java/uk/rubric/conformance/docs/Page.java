package uk.rubric.conformance.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown page of {@code docs}. */
record Page(Path path, String text) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCED =
      Pattern.compile("(?:^<!-- ([^>]+) -->\n)?^```([a-z]+)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /**
   * A fenced block.
   *
   * @param says what the comment before it says: {@code <!-- within ruleset; refused: cycle -->}
   * @param kind the word after the fence
   */
  record Block(Map<String, String> says, String kind, String body, int line) {
    Optional<String> says(String word) {
      return Optional.ofNullable(says.get(word));
    }
  }

  /** A page by its path from the root of the project. */
  static Page of(String path) {
    try {
      return new Page(ROOT.resolve(path), Files.readString(ROOT.resolve(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = FENCED.matcher(text);
    while (matcher.find()) {
      int line = (int) text.substring(0, matcher.start(2)).lines().count();
      blocks.add(new Block(says(matcher.group(1)), matcher.group(2), matcher.group(3), line));
    }
    return blocks;
  }

  Stream<Block> blocks(String kind) {
    return blocks().stream().filter(block -> block.kind().equals(kind));
  }

  private static Map<String, String> says(String comment) {
    Map<String, String> says = new HashMap<>();
    for (String part : comment == null ? new String[0] : comment.split(";")) {
      String[] words = part.strip().split(":?\\s+", 2);
      says.put(words[0], words.length > 1 ? words[1] : "");
    }
    return says;
  }
}
