package uk.rubric.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckResult;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;

/** What the checker says of a block that shows rules. */
final class Checked {
  private Checked() {}

  /** A block is in order, or gives the one code of its comment: {@code refused} as an error, {@code warned} if not. */
  static void holds(Page.Block block) {
    CheckResult result = Checker.checkSources(Fragment.sources(block));
    List<String> expected = code(block).stream().toList();

    assertThat(codes(result.diagnostics())).as(block.body() + result.diagnostics()).isEqualTo(expected);
    assertThat(result.rules().isEmpty()).isEqualTo(block.says("refused").isPresent());
  }

  /** The code that the comment of a block promises. */
  static Optional<String> code(Page.Block block) {
    return block.says("refused").or(() -> block.says("warned"));
  }

  static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(diagnostic -> diagnostic.code().id()).distinct().toList();
  }
}
