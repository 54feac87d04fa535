package uk.rubric.lint;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.diagnostic.Diagnostic;

/** The advice on one part. */
final class Advice {
  private Advice() {}

  static List<Diagnostic> on(Part part, Words words) {
    List<Diagnostic> found = new ArrayList<>();
    if (part.used() && !words.isUsed(part.name())) {
      found.add(at(part, LintDiagnostic.UNUSED_PART, "nothing names " + said(part), "remove it, or check where the "
          + "source uses it"));
    }
    if (part.tested() && !words.isTested(part.name())) {
      found.add(at(part, LintDiagnostic.UNTESTED_PART, "no test tells of " + said(part),
          "write one beside the rules: `test \"…\" of " + part.name().text() + " in … { … }`"));
    }
    if (!part.cited()) {
      found.add(at(part, LintDiagnostic.UNCITED_PART, said(part) + " does not say where it comes from",
          part.kind().equals("rule set") ? "write `source \"…\"`"
              : "write `cite \"…\"`, or `placeholder \"…\"` while it has no source"));
    }
    if (!part.titled()) {
      found.add(at(part, LintDiagnostic.UNTITLED_PART, said(part) + " has no title",
          "write what it is in double quotes behind its name: reports and the rule book show it"));
    }
    return found;
  }

  private static String said(Part part) {
    return part.kind() + " `" + part.name().written() + "`";
  }

  private static Diagnostic at(Part part, LintDiagnostic code, String message, String help) {
    return Diagnostic.at(part.name().span(), code, message).withHelp(help);
  }
}
