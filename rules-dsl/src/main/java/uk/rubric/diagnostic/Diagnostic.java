package uk.rubric.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.rubric.source.Span;

/**
 * Something wrong, as an immutable value.
 *
 * @param code which of the known things
 * @param message what is wrong here: one line, lower case, no final stop, the reader's own text in backticks, no word
 *     of the implementation
 * @param place where exactly
 * @param labels further places
 * @param help what to do about it, in the same style
 */
public record Diagnostic(
    DiagnosticCode code, String message, Place place, List<Label> labels, Optional<String> help) {
  public Diagnostic {
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
    Objects.requireNonNull(place);
    labels = List.copyOf(labels);
    Objects.requireNonNull(help);
  }

  public static Diagnostic at(Span span, DiagnosticCode code, String message) {
    return new Diagnostic(code, message, Place.of(span), List.of(), Optional.empty());
  }

  public static Diagnostic at(Place place, DiagnosticCode code, String message) {
    return new Diagnostic(code, message, place, List.of(), Optional.empty());
  }

  public Diagnostic withHelp(String text) {
    return new Diagnostic(code, message, place, labels, Optional.of(text));
  }

  public Diagnostic withLabel(Span span, String text) {
    List<Label> more = new java.util.ArrayList<>(labels);
    more.add(new Label(span, text));
    return new Diagnostic(code, message, place, more, help);
  }

  public Severity severity() {
    return code.severity();
  }

  public boolean isError() {
    return severity() == Severity.ERROR;
  }
}
