/**
 * Synthetic extracts: they look like general practice and belong to nobody. {@link uk.rubric.generate.ExtractGenerator}
 * writes the plain form; one seed gives the same bytes everywhere. Each {@code Story} tells one part of a life, all
 * probabilities stand in {@code Likelihood}, and guided lives reach the branches that chance rarely meets.
 */
package uk.rubric.generate;
