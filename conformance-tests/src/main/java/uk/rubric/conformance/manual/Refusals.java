package uk.rubric.conformance.manual;

import java.util.List;
import java.util.stream.Collectors;
import uk.rubric.conformance.CaseRunner;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticFormat;

/** What is said of rules that are refused, as a reader sees it. */
final class Refusals {
  private Refusals() {}

  static String of(Example example) {
    return example.refusal().map(CaseRunner::diagnostics).map(Refusals::shown).orElse("");
  }

  private static String shown(List<Diagnostic> diagnostics) {
    String codes =
        diagnostics.stream()
            .map(diagnostic -> diagnostic.code().id())
            .distinct()
            .map(code -> Markdown.link(code, "../errors/" + code + ".md"))
            .collect(Collectors.joining(", "));
    String what = diagnostics.stream().anyMatch(Diagnostic::isError) ? "Refused" : "Taken, with a warning";
    String printed = DiagnosticFormat.HUMAN.renderer().render(diagnostics);
    return what + " (" + codes + "):\n\n" + Markdown.fenced("text", printed) + "\n";
  }
}
