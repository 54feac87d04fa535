/** Changed rules, and whether the tests beside the rules notice: how good tests are, and which are missing. */
package uk.rubric.mutation;
