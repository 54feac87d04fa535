package uk.rubric.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckResult;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.load.RuleLoader;
import uk.rubric.proof.ProofDiagnostic;
import uk.rubric.proof.RuleProofs;

/** What the checker says of a block that shows rules. */
final class Checked {
  private Checked() {}

  /** A block is in order, or gives the one code of its comment: {@code refused} as an error, {@code warned} if not. */
  static void holds(Page.Block block) {
    CheckResult result = RuleLoader.load(Fragment.sources(block), path -> Optional.empty()).check();
    List<String> expected = code(block).stream().toList();
    List<Diagnostic> found = new ArrayList<>(result.diagnostics());
    if (found.isEmpty() && expected.stream().anyMatch(Checked::takesAProof)) {
      found.addAll(RuleProofs.of(result.rules().orElseThrow()).diagnostics());
    }

    assertThat(codes(found)).as(block.body() + found).isEqualTo(expected);
    assertThat(found.stream().anyMatch(Diagnostic::isError)).isEqualTo(block.says("refused").isPresent());
  }

  private static boolean takesAProof(String code) {
    return Stream.of(ProofDiagnostic.values()).anyMatch(proof -> proof.id().equals(code));
  }

  /** The code that the comment of a block promises. */
  static Optional<String> code(Page.Block block) {
    return block.says("refused").or(() -> block.says("warned"));
  }

  static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(diagnostic -> diagnostic.code().id()).distinct().toList();
  }
}
