/**
 * Syntax trees to syntax trees: rule sets that amend others take over their items, and blocks are put in where they are
 * used. What comes out holds neither, and each part keeps the place where it was written. Names are not resolved here,
 * but for those of bases and blocks.
 */
package uk.rubric.compose;
