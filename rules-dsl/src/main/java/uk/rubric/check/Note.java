package uk.rubric.check;

import uk.rubric.source.Span;
import uk.rubric.syntax.NoteNode.Kind;

/**
 * A remark of the file that belongs in the result: what is assumed, a placeholder, reconstructed, unverified.
 *
 * @param on what it stands on, as a reader names it: {@code field DM.IFCCHBA_VAL}, {@code parameter PREV_DM}
 */
public record Note(Kind kind, String on, String text, Span span) {}
