/**
 * Whether some patient takes a branch, meets a condition or sets two rule sets apart:
 * {@link uk.rubric.analysis.Analysis} finds one, or proves that there is none.
 *
 * <p>Why a proof is one. A field looks at entries only to choose a few of them: the latest, the lowest value of a
 * day. When all others are left out, every field holds what it held. So whatever some patient shows, a patient with a
 * bounded number of entries shows, and it is enough to ask about those: as many entries of each code cluster as
 * fields choose ({@link uk.rubric.analysis.Slots}), with unknown days, values and units.
 */
package uk.rubric.analysis;
