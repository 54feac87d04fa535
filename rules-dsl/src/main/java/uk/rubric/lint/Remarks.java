package uk.rubric.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.ParseResult;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comment;

/** The comments that pass over advice, each with its reason. */
final class Remarks {
  private static final Pattern FORM = Pattern.compile("/*\\s*lint-ok\\s+([a-z-]+)\\s*:?\\s*(.*)");

  private record Remark(String code, String reason, SourceText source, int line, Span span) {}

  private final List<Remark> remarks = new ArrayList<>();
  private final Set<Remark> used = new HashSet<>();

  static Remarks of(List<ParseResult> files) {
    Remarks remarks = new Remarks();
    files.forEach(file -> file.file().comments().forEach(remarks::read));
    return remarks;
  }

  private void read(Comment comment) {
    Matcher form = FORM.matcher(comment.span().text().strip());
    if (form.matches()) {
      // One on its own line speaks of the line below it.
      int line = comment.span().from().line() + (comment.ownLine() ? 1 : 0);
      remarks.add(new Remark(form.group(1), form.group(2).strip(), comment.span().source(), line, comment.span()));
    }
  }

  /** Whether a remark passes over this advice. */
  boolean passOver(Diagnostic advice) {
    Span span = ((Place.InSource) advice.place()).span();
    List<Remark> fitting = remarks.stream()
        .filter(r -> !r.reason().isEmpty() && r.code().equals(advice.code().id()))
        .filter(r -> r.source().equals(span.source()) && r.line() == span.from().line())
        .toList();
    used.addAll(fitting);
    return !fitting.isEmpty();
  }

  /** Remarks that pass over nothing; asked after all advice. */
  List<Diagnostic> idle() {
    return remarks.stream().filter(r -> !used.contains(r)).map(Remarks::idle).toList();
  }

  private static Diagnostic idle(Remark remark) {
    boolean reasoned = !remark.reason().isEmpty();
    return Diagnostic.at(remark.span(), LintDiagnostic.IDLE_REMARK,
            reasoned
                ? "no advice `" + remark.code() + "` is given here"
                : "the remark passes over `" + remark.code() + "` without a reason")
        .withHelp(reasoned ? "remove the remark" : "write why: `// lint-ok " + remark.code() + ": …`");
  }
}
