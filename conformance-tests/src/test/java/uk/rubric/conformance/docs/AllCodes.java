package uk.rubric.conformance.docs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.RuleDiagnostic;
import uk.rubric.compose.ComposeDiagnostic;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.imports.ImportDiagnostic;
import uk.rubric.lint.LintDiagnostic;
import uk.rubric.load.LoadDiagnostic;
import uk.rubric.parse.SyntaxDiagnostic;
import uk.rubric.proof.ProofDiagnostic;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.testing.TestDiagnostic;

/** The codes of all families. No state. */
final class AllCodes {
  private static final Map<Class<?>, DiagnosticCode[]> FAMILIES = Map.of(
      SyntaxDiagnostic.class, SyntaxDiagnostic.values(),
      LoadDiagnostic.class, LoadDiagnostic.values(),
      ComposeDiagnostic.class, ComposeDiagnostic.values(),
      RuleDiagnostic.class, RuleDiagnostic.values(),
      ProofDiagnostic.class, ProofDiagnostic.values(),
      LintDiagnostic.class, LintDiagnostic.values(),
      RunDiagnostic.class, RunDiagnostic.values(),
      TestDiagnostic.class, TestDiagnostic.values(),
      ExtractDiagnostic.class, ExtractDiagnostic.values(),
      ImportDiagnostic.class, ImportDiagnostic.values());

  private AllCodes() {}

  /** Codes with what they are; one that two families share is one page. */
  static Map<String, List<DiagnosticCode>> byId() {
    return FAMILIES.values().stream()
        .flatMap(Stream::of)
        .collect(Collectors.groupingBy(DiagnosticCode::id, TreeMap::new, Collectors.toList()));
  }
}
