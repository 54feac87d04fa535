/**
 * Text to syntax tree. The only package of this module that knows the parser generator; its trees never leave it.
 * Syntax errors are put in the reader's words, one a line or block, and the rest of the file is still read.
 */
package uk.rubric.parse;
