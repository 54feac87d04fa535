package uk.rubric.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;

/**
 * Makes plain extracts of whole networks and boards for any contract: practices with list sizes as they are in England,
 * patients with ages as they are, and care from a {@link CareList}. Practices are written one after the other, so
 * memory does not grow with them, and a practice's patients depend on the seed, its place and the list alone. No
 * patient is taken from anywhere. Immutable; each call of {@link #write} stands for itself.
 */
public final class PopulationGenerator {
  private static final int SMALLEST_LIST = 2_000;
  private static final int AVERAGE_LIST = 10_000;
  private static final int PATIENTS_BETWEEN_PROGRESS = 10_000;
  private static final long STREAMS_OF_A_PRACTICE = 1L << 32;

  private final Organisations organisations;
  private final CareList care;
  private final Vocabulary vocabulary;
  private final ServiceYear year;
  private final long seed;
  private final int[] lists;

  /**
   * @param codes the codes of each cluster that can be recorded; lines of the care list for others are left out
   * @param patients all together; 0 for lists as they are in England, of 10,000 patients on average
   * @param yearEnd the last day of the service year; records go on for two months
   */
  public PopulationGenerator(
      Organisations organisations, CareList care, Map<String, long[]> codes, int patients, LocalDate yearEnd,
      long seed) {
    this.organisations = organisations;
    this.care = care;
    this.vocabulary = Vocabulary.of(codes);
    this.year = new ServiceYear(yearEnd.minusYears(1).plusDays(1), yearEnd);
    this.seed = seed;
    this.lists = lists(patients);
  }

  // Sums of three draws: most practices near the average, some of twice it.
  private int[] lists(int patients) {
    Chance chance = Chance.of(seed, -1);
    int[] drawn = new int[organisations.count()];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = Math.max(SMALLEST_LIST, chance.around(AVERAGE_LIST, AVERAGE_LIST));
    }
    return patients > 0 ? parts(patients, drawn) : drawn;
  }

  /**
   * So many patients by these weights: each practice has one as long as there are enough, and all together are exact.
   */
  private static int[] parts(int patients, int[] weights) {
    long all = Arrays.stream(weights).asLongStream().sum();
    int each = patients >= weights.length ? 1 : 0;
    long rest = patients - (long) each * weights.length;
    int[] parts = new int[weights.length];
    long weighed = 0;
    for (int i = 0; i < parts.length; i++) {
      long before = rest * weighed / all;
      weighed += weights[i];
      parts[i] = each + (int) (rest * weighed / all - before);
    }
    return parts;
  }

  /** The clusters of the care list that no rule has: nothing is recorded of them. */
  public Set<String> leftOut() {
    return care.clusters().filter(name -> !vocabulary.knows(name)).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Writes {@code patients.csv}, {@code registrations.csv}, {@code events.csv} and {@code practices.csv}.
   *
   * @param folder made when it is not there
   * @throws CouldNotRun when a file cannot be written
   */
  public GeneratedExtract write(Path folder, Progress progress) {
    long all = Arrays.stream(lists).asLongStream().sum();
    long done = 0;
    try (ExtractFiles files = new ExtractFiles(folder, year)) {
      for (int practice = 0; practice < lists.length; practice++) {
        List<Story> stories = stories(practice);
        for (int i = 0; i < lists[practice]; i++) {
          files.write(life(practice, i, stories));
          done++;
          if (done % PATIENTS_BETWEEN_PROGRESS == 0 || done == all) {
            progress.at("making patients", done, all);
          }
        }
      }
      files.writePractices(organisations, seed);
      return files.counts();
    } catch (IOException | UncheckedIOException e) {
      throw new CouldNotRun(
          Diagnostic.at(Place.of(folder.toString()), RunDiagnostic.NOT_WRITTEN, "cannot write the extract")
              .withHelp("give a folder that can be written to, with room on its disk"));
    }
  }

  private List<Story> stories(int practice) {
    Practices only = Practices.only(organisations.practices().get(practice).code());
    return List.of(new Registrations(only), new CareStory(care, vocabulary), new OtherCare());
  }

  private Life life(int practice, int patient, List<Story> stories) {
    Chance chance = Chance.of(seed, STREAMS_OF_A_PRACTICE * (practice + 1L) + patient);
    Demography demography = new Demography(year);
    LocalDate born = demography.born(chance);
    String id = String.format(Locale.ROOT, "%s-%06d", organisations.practices().get(practice).code(), patient + 1);
    Life life = new Life(id, born, demography.female(born, chance), vocabulary, year, chance);
    stories.forEach(story -> story.tell(life));
    return life;
  }
}
