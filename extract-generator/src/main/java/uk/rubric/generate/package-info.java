/**
 * Synthetic extracts: they look like general practice and belong to nobody. {@link uk.rubric.generate.ExtractGenerator}
 * writes the plain form; one seed gives the same bytes everywhere.
 *
 * <p>Each {@code Story} tells one part of a life; a further disease area is a further story in the generator's list,
 * with its probabilities in {@code Likelihood} and its clusters in {@code Vocabulary}. Guided lives, a line each in
 * {@code guided-stories.csv}, reach the branches of rules that chance rarely meets. Stories are told in a fixed order
 * and draw from the dice of their patient alone.
 */
package uk.rubric.generate;
