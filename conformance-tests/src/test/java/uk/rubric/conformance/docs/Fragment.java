package uk.rubric.conformance.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.rubric.source.SourceText;

/**
 * Makes whole rule texts of the fragments that pages show. A fragment stands {@code within}
 *
 * <ul> <li>a {@code ruleset}, {@code ruleset.rubric}, or {@code service}, {@code service.rubric}, in place of their
 * {@code …}; a definition of the fragment takes the place of the one that has its name <li>a {@code condition}: each
 * line is the condition of a rule <li>a {@code file}, beside the rule set </ul>
 */
final class Fragment {
  private static final String PLACE = "…\n";

  private Fragment() {}

  /** The texts that belong together, of a block with its comment. */
  static List<SourceText> sources(Page.Block block) {
    String body = block.body();
    return block.says("within").map(place -> List.of(
            source("dm.rubric", switch (place) {
              case "ruleset" -> fill("ruleset.rubric", body);
              case "condition" -> fill("ruleset.rubric", rules(body));
              default -> fill("ruleset.rubric", "");
            }),
            source("qof.rubric", switch (place) {
              case "file" -> body;
              case "service" -> fill("service.rubric", body);
              case "ruleset", "condition" -> fill("service.rubric", "");
              default -> throw new IllegalArgumentException("no fragment stands within " + place);
            })))
        .orElseGet(() -> List.of(source("page.rubric", body)));
  }

  private static SourceText source(String name, String text) {
    return new SourceText(name, text);
  }

  private static String fill(String resource, String fragment) {
    Set<String> defined =
        fragment.lines().map(Fragment::subject).filter(words -> words.contains(" ")).collect(Collectors.toSet());
    String rest = read(resource).lines()
        .filter(line -> !defined.contains(subject(line)))
        .collect(Collectors.joining("\n", "", "\n"));
    return rest.replace(PLACE, fragment);
  }

  /** What a line defines: {@code field DM_DAT}. */
  private static String subject(String line) {
    return Stream.of(line.strip().split("\\s+")).limit(2).collect(Collectors.joining(" "));
  }

  private static String rules(String conditions) {
    List<String> lines = conditions.lines().filter(line -> !line.isBlank()).toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> "%d: if%n%s%nthen select else next%n".formatted(i + 1, lines.get(i)))
        .collect(Collectors.joining("", "register PAGE_REG of everyone {\n", (lines.size() + 1) + ": reject\n}\n"));
  }

  private static String read(String resource) {
    try (InputStream in = Fragment.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
