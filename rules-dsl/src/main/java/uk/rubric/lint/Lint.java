package uk.rubric.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.ParseResult;
import uk.rubric.source.SourceText;

/** Gives advice on rule files that belong together and are valid. Stateless and thread-safe. */
public final class Lint {
  private Lint() {}

  /**
   * The advice, by the order of the files and by place. Advice that a comment passes over with a reason, {@code //
   * lint-ok unused-part: reason} on the line of the part or above it, is left out.
   */
  public static List<Diagnostic> of(List<ParseResult> files) {
    Parts parts = Parts.of(files);
    Words words = Words.of(files);
    List<Diagnostic> found = new ArrayList<>();
    parts.all().forEach(part -> found.addAll(Advice.on(part, words)));
    Remarks remarks = Remarks.of(files);
    List<Diagnostic> told = new ArrayList<>(found.stream().filter(d -> !remarks.passOver(d)).toList());
    told.addAll(remarks.idle());
    List<SourceText> order = files.stream().map(f -> f.file().span().source()).toList();
    told.sort(Comparator.<Diagnostic>comparingInt(d -> order.indexOf(span(d).source()))
        .thenComparingInt(d -> span(d).start()));
    return told;
  }

  private static uk.rubric.source.Span span(Diagnostic diagnostic) {
    return ((Place.InSource) diagnostic.place()).span();
  }
}
