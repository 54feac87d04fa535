package uk.rubric.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import uk.rubric.source.Position;
import uk.rubric.source.Span;

/**
 * A place as numbers, for output.
 *
 * @param file empty when it is nowhere in particular
 * @param line from 1, or 0 when unknown, as the three that follow
 * @param endColumn the first column after it
 * @param columnName of a table's column, or empty
 */
record Location(String file, long line, long column, long endLine, long endColumn, String columnName) {
  private static final Comparator<Location> BY_PLACE =
      Comparator.comparing(Location::file)
          .thenComparing(Location::line)
          .thenComparing(Location::column)
          .thenComparing(Location::columnName);

  private static final Comparator<Diagnostic> ORDER =
      Comparator.<Diagnostic, Location>comparing(Location::of, BY_PLACE)
          .thenComparing(each -> each.code().id())
          .thenComparing(Diagnostic::message);

  /** In the order in which they are shown, each once. */
  static List<Diagnostic> inOrder(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream().distinct().sorted(ORDER).toList();
  }

  static Location of(Diagnostic diagnostic) {
    Place place = diagnostic.place();
    if (place instanceof Place.InSource inSource) {
      return of(inSource.span());
    }
    return place instanceof Place.InFile inFile
        ? new Location(inFile.path(), inFile.line(), 0, 0, 0, inFile.column()) : new Location("", 0, 0, 0, 0, "");
  }

  static Location of(Span span) {
    Position from = span.from();
    Position to = span.to();
    return new Location(span.source().name(), from.line(), from.column(), to.line(), to.column(), "");
  }
}
