package uk.rubric.diagnostic;

import uk.rubric.source.Span;

/** A second place that helps to understand a diagnostic, with a few words: {@code first defined here}. */
public record Label(Span span, String text) {}
