package uk.rubric.diagnostic;

import java.util.Collection;
import tools.jackson.core.JsonGenerator;

/**
 * One JSON object. Lines and columns count from 1, columns in code points; the end is the first column after the span.
 * A number that is unknown, and a text that there is not, are {@code null}.
 */
final class DiagnosticJson implements DiagnosticRenderer {
  @Override
  public String render(Collection<Diagnostic> diagnostics) {
    return JsonText.of(json -> write(diagnostics, json));
  }

  private static void write(Collection<Diagnostic> diagnostics, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("format", "rubric-diagnostics/1");
    json.writeArrayPropertyStart("diagnostics");
    Location.inOrder(diagnostics).forEach(diagnostic -> write(diagnostic, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Diagnostic diagnostic, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", diagnostic.code().id());
    json.writeStringProperty("severity", diagnostic.severity().word());
    json.writeStringProperty("message", diagnostic.message());
    location(Location.of(diagnostic), json);
    text("help", diagnostic.help().orElse(""), json);
    json.writeArrayPropertyStart("labels");
    diagnostic.labels().forEach(label -> label(label, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void label(Label label, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("text", label.text());
    location(Location.of(label.span()), json);
    json.writeEndObject();
  }

  private static void location(Location location, JsonGenerator json) {
    text("file", location.file(), json);
    number("line", location.line(), json);
    number("column", location.column(), json);
    number("endLine", location.endLine(), json);
    number("endColumn", location.endColumn(), json);
    if (!location.columnName().isEmpty()) {
      json.writeStringProperty("columnName", location.columnName());
    }
  }

  private static void text(String name, String value, JsonGenerator json) {
    if (value.isEmpty()) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value);
    }
  }

  private static void number(String name, long value, JsonGenerator json) {
    if (value == 0) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }
}
