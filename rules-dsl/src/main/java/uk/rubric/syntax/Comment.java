package uk.rubric.syntax;

import uk.rubric.source.Span;

/**
 * A comment. It changes no figure, and so is no {@link Node}: no pass but layout and documentation asks for it.
 *
 * @param text what stands behind the slashes, without blanks around it
 * @param doc whether it starts with three slashes, and so explains the item that it stands at: see {@link DocComments}
 * @param ownLine whether nothing but blanks stands before it on its line
 * @param span from the first slash to the end of the line
 */
public record Comment(String text, boolean doc, boolean ownLine, Span span) {}
