/**
 * How a prepared extract lies in its folder: a manifest in plain text, copies of the source's small files, and its
 * entries as columns, patients and registrations too where all of their rows are good. Knows bytes, checks and places
 * of damage; what an entry means is the affair of {@link uk.rubric.extract.plain}, which reads the source and the
 * prepared form by the same rules.
 *
 * <p>{@code PreparedWriter} fills a temporary folder and moves it to its place when all of it is there.
 * {@code PreparedFolder} opens one. The entries lie in parts, cut between patients; in a part those of one code stand
 * together, so that a run reads the codes that its rules want and passes over the others. Whatever is read is checked
 * first: the manifest holds the sum of itself and of the index of parts, the index those of the heads of parts, each
 * head those of its groups.
 */
package uk.rubric.extract.prepared;
