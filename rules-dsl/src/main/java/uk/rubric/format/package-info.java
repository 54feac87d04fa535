/**
 * Rule text in its one layout. Reads the division of the text by the grammar ({@link uk.rubric.parse.SourceTree}) and
 * its comments, decides line breaks, indentation and columns, and writes every word and comment once, in order; so most
 * new constructs of the language are laid out without a change here. What it returns it has read again and compared.
 * Knows the names of a few rules of the grammar, and no meaning.
 */
package uk.rubric.format;
