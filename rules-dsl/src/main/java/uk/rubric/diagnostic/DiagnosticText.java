package uk.rubric.diagnostic;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.source.Span;

/** For people: the message, the place, the line with the span underlined, and what to do. */
final class DiagnosticText implements DiagnosticRenderer {
  private static final String BLUE = "34;1";
  private static final String BOLD = "1";

  private final boolean colour;

  DiagnosticText(boolean colour) {
    this.colour = colour;
  }

  @Override
  public String render(Collection<Diagnostic> diagnostics) {
    return Location.inOrder(diagnostics).stream().map(this::render).collect(Collectors.joining("\n"));
  }

  private String render(Diagnostic diagnostic) {
    int gutter = gutter(diagnostic);
    StringBuilder out = new StringBuilder();
    out.append(paint(diagnostic.severity().word() + "[" + diagnostic.code().id() + "]", shade(diagnostic)))
        .append(paint(": " + oneLine(diagnostic.message()), BOLD))
        .append('\n');
    place(diagnostic, gutter, out);
    diagnostic.labels().forEach(label -> label(label, diagnostic, gutter, out));
    diagnostic.help().ifPresent(help ->
        out.append(paint(" ".repeat(gutter) + " = ", BLUE)).append("help: ").append(oneLine(help)).append('\n'));
    return out.toString();
  }

  private static int gutter(Diagnostic diagnostic) {
    Stream<Span> primary =
        diagnostic.place() instanceof Place.InSource inSource ? Stream.of(inSource.span()) : Stream.empty();
    int lastLine = Stream.concat(primary, diagnostic.labels().stream().map(Label::span))
        .mapToInt(span -> span.from().line()).max().orElse(1);
    return String.valueOf(lastLine).length();
  }

  private void place(Diagnostic diagnostic, int gutter, StringBuilder out) {
    Place place = diagnostic.place();
    if (place instanceof Place.InSource inSource) {
      arrow("--> ", inSource.span().toString(), gutter, out);
      line(inSource.span(), gutter, out);
      underline(Excerpt.of(inSource.span()).underline('^'), shade(diagnostic), gutter, out);
    } else if (place instanceof Place.InFile inFile) {
      String line = inFile.line() > 0 ? ":" + inFile.line() : "";
      String column = inFile.column().isEmpty() ? "" : ", column `" + inFile.column() + "`";
      arrow("--> ", inFile.path() + line + column, gutter, out);
    }
  }

  /** A label on the line already shown goes below it; another line is shown in its turn. */
  private void label(Label label, Diagnostic diagnostic, int gutter, StringBuilder out) {
    Location here = Location.of(label.span());
    Location primary = Location.of(diagnostic);
    boolean sameFile = here.file().equals(primary.file());
    if (!sameFile) {
      arrow("::: ", label.span().toString(), gutter, out);
    }
    if (!sameFile || here.line() != primary.line()) {
      line(label.span(), gutter, out);
    }
    underline(Excerpt.of(label.span()).underline('-') + " " + oneLine(label.text()), BLUE, gutter, out);
  }

  private void arrow(String arrow, String text, int gutter, StringBuilder out) {
    out.append(" ".repeat(gutter)).append(paint(arrow, BLUE)).append(oneLine(text)).append('\n');
  }

  private void line(Span span, int gutter, StringBuilder out) {
    String number = String.format("%" + gutter + "d | ", span.from().line());
    out.append((paint(number, BLUE) + Excerpt.of(span).text()).stripTrailing()).append('\n');
  }

  private void underline(String marks, String shade, int gutter, StringBuilder out) {
    out.append(paint(" ".repeat(gutter) + " | ", BLUE)).append(paint(marks, shade)).append('\n');
  }

  /** A path or a reader's word may hold what a terminal obeys. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
  }

  private static String shade(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> "31;1";
      case WARNING -> "33;1";
      case NOTICE -> "36;1";
    };
  }

  private String paint(String text, String shade) {
    return colour ? "\u001b[" + shade + "m" + text + "\u001b[0m" : text;
  }
}
