package uk.rubric.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.diagnostic.DiagnosticCode;

/** There is a page for every code and no other; {@link ErrorPagesIT} sees what is on them. */
class ErrorPagesTest {
  @Test
  void everyCodeHasItsPage() throws IOException {
    try (Stream<Path> files = Files.list(Page.ROOT.resolve("docs/errors"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")).filter(n -> !n.equals("README")))
          .containsExactlyInAnyOrderElementsOf(AllCodes.byId().keySet());
    }
  }

  @Test
  void indexListsAll() {
    Pattern row = Pattern.compile("^\\| \\[([a-z-]+)]\\(\\1\\.md\\) \\| (\\w+) \\| .+ \\|$", Pattern.MULTILINE);
    List<MatchResult> rows = row.matcher(Page.of("docs/errors/README.md").text()).results().toList();

    assertThat(rows.stream().map(found -> found.group(1)).distinct())
        .containsExactlyInAnyOrderElementsOf(AllCodes.byId().keySet());
    assertThat(rows).allSatisfy(found -> assertThat(words(AllCodes.byId().get(found.group(1)))).contains(found.group(2)));
  }

  private static TreeSet<String> words(List<DiagnosticCode> codes) {
    return codes.stream().map(code -> code.severity().word()).collect(Collectors.toCollection(TreeSet::new));
  }
}
