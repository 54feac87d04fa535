package uk.rubric.diagnostic;

import java.util.Collection;
import java.util.stream.Collectors;

/** Workflow commands of GitHub Actions: {@code ::error file=…,line=…,col=…,title=code::message}. */
final class DiagnosticAnnotations implements DiagnosticRenderer {
  @Override
  public String render(Collection<Diagnostic> diagnostics) {
    return Location.inOrder(diagnostics).stream().map(DiagnosticAnnotations::render).collect(Collectors.joining());
  }

  private static String render(Diagnostic diagnostic) {
    Location location = Location.of(diagnostic);
    StringBuilder out = new StringBuilder("::").append(diagnostic.severity().word()).append(' ');
    if (!location.file().isEmpty()) {
      out.append("file=").append(property(location.file())).append(',');
    }
    if (location.line() > 0) {
      out.append("line=").append(location.line()).append(',');
    }
    if (location.column() > 0) {
      out.append("col=").append(location.column()).append(',');
    }
    return out.append("title=").append(property(diagnostic.code().id())).append("::")
        .append(data(message(diagnostic, location))).append('\n').toString();
  }

  private static String message(Diagnostic diagnostic, Location location) {
    String column = location.columnName().isEmpty() ? "" : " (column `" + location.columnName() + "`)";
    return diagnostic.message() + column + diagnostic.help().map(help -> "\nhelp: " + help).orElse("");
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
