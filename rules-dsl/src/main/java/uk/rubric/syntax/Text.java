package uk.rubric.syntax;

import uk.rubric.source.Span;

/** A quoted text, a number, a date or an amount as written, without quotes. */
public record Text(String text, Span span) implements Node {}
