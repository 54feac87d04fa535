package uk.rubric.generate;

/**
 * What extract to make.
 *
 * @param patients from 1 to 100 million; with fewer than {@link ExtractGenerator#guidedLives()} not every guided life
 *     is told
 * @param practices from 1 to 1,000
 * @param seed any number; another seed gives other patients
 */
public record GeneratorOptions(int patients, int practices, long seed) {
  /** The most patients of one extract. */
  public static final int MOST_PATIENTS = 100_000_000;

  /** The most practices of one extract. */
  public static final int MOST_PRACTICES = 1_000;

  public GeneratorOptions {
    if (patients < 1 || patients > MOST_PATIENTS) {
      throw new IllegalArgumentException("patients: from 1 to " + MOST_PATIENTS);
    }
    if (practices < 1 || practices > MOST_PRACTICES) {
      throw new IllegalArgumentException("practices: from 1 to " + MOST_PRACTICES);
    }
  }
}
