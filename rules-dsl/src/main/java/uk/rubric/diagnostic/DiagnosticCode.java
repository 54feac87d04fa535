package uk.rubric.diagnostic;

/** One of a closed list of things that can be wrong; each pass lists its own in an enum. */
public interface DiagnosticCode {
  /** A stable kebab-case word, such as {@code unknown-cluster}; never reused for another meaning. */
  String id();

  Severity severity();
}
