package uk.rubric.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.ParseResult;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;

/** What was found wrong in one run, and what the parser could not read: of that, nothing more is said. */
final class Problems {
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> brokenNames = new HashSet<>();
  private final List<Span> brokenSpans = new ArrayList<>();

  Problems(List<ParseResult> files) {
    for (ParseResult file : files) {
      brokenNames.addAll(file.brokenNames());
      for (Diagnostic diagnostic : file.diagnostics()) {
        found.add(diagnostic);
        if (diagnostic.isError() && diagnostic.place() instanceof Place.InSource in) {
          brokenSpans.add(in.span());
        }
      }
    }
  }

  void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  List<Diagnostic> found() {
    return found;
  }

  boolean anyError() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** Whether a definition of that name stands in a part that could not be read. */
  boolean isBroken(Name name) {
    return brokenNames.contains(name.text()) || brokenNames.contains(name.written());
  }

  /** Whether some of that stretch could not be read, so that nothing can be said to be missing there. */
  boolean isBrokenWithin(Span span) {
    return brokenSpans.stream()
        .anyMatch(b -> b.source().equals(span.source()) && b.start() <= span.end() && b.end() >= span.start());
  }

  /** The reader's own text as a message shows it, on one line. */
  static String quote(String text) {
    return "`" + text.replaceAll("\\s+", " ") + "`";
  }

  static String quote(Name name) {
    return quote(name.written());
  }
}
