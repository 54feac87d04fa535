package uk.rubric.diagnostic;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** SARIF 2.1.0 (OASIS): one run, one result a diagnostic; columns count in code points, as declared in the run. */
final class DiagnosticSarif implements DiagnosticRenderer {
  @Override
  public String render(Collection<Diagnostic> diagnostics) {
    List<Diagnostic> sorted = Location.inOrder(diagnostics);
    return JsonText.of(json -> write(sorted, json));
  }

  private static void write(List<Diagnostic> diagnostics, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool(diagnostics, json);
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    json.writeArrayPropertyStart("results");
    diagnostics.forEach(diagnostic -> result(diagnostic, json));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void tool(List<Diagnostic> diagnostics, JsonGenerator json) {
    Map<String, Severity> rules = diagnostics.stream()
        .collect(Collectors.toMap(each -> each.code().id(), Diagnostic::severity, (one, same) -> one, TreeMap::new));
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Rubric");
    json.writeArrayPropertyStart("rules");
    rules.forEach((id, severity) -> rule(id, severity, json));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void rule(String id, Severity severity, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", id);
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", level(severity));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return severity == Severity.NOTICE ? "note" : severity.word();
  }

  private static void result(Diagnostic diagnostic, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", diagnostic.code().id());
    json.writeStringProperty("level", level(diagnostic.severity()));
    message(diagnostic.message() + diagnostic.help().map(help -> "\nhelp: " + help).orElse(""), json);
    Location location = Location.of(diagnostic);
    json.writeArrayPropertyStart("locations");
    if (!location.file().isEmpty()) {
      json.writeStartObject();
      location(location, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    labels(diagnostic.labels(), json);
    json.writeEndObject();
  }

  private static void labels(List<Label> labels, JsonGenerator json) {
    if (labels.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("relatedLocations");
    for (Label label : labels) {
      json.writeStartObject();
      location(Location.of(label.span()), json);
      message(label.text(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void message(String text, JsonGenerator json) {
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private static void location(Location location, JsonGenerator json) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(location.file()));
    json.writeEndObject();
    region(location, json);
    json.writeEndObject();
    if (!location.columnName().isEmpty()) {
      json.writeArrayPropertyStart("logicalLocations");
      json.writeStartObject();
      json.writeStringProperty("name", location.columnName());
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private static void region(Location location, JsonGenerator json) {
    if (location.line() == 0) {
      return;
    }
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", location.line());
    if (location.column() > 0) {
      json.writeNumberProperty("startColumn", location.column());
      json.writeNumberProperty("endLine", location.endLine());
      json.writeNumberProperty("endColumn", location.endColumn());
    }
    json.writeEndObject();
  }

  private static String uri(String path) {
    String slashed = path.replace('\\', '/');
    try {
      return slashed.startsWith("/")
          ? new URI("file", "", slashed, null).toASCIIString()
          // A colon in the first part of a relative path would be read as the end of a scheme.
          : new URI(null, null, slashed.contains(":") ? "./" + slashed : slashed, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("any path can be quoted", e);
    }
  }
}
