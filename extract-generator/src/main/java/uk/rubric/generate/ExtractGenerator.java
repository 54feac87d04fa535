package uk.rubric.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.generate.GuidedStories.GuidedStory;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.terminology.CodeClusters;

/**
 * Makes synthetic plain extracts for the service year 2021/22: patients, registrations, coded entries and practices, as
 * general practice has them. No patient is taken from anywhere.
 *
 * <p>One seed, one set of options and one set of clusters give the same bytes on every machine. A patient's life
 * depends on the seed, their number, the practices and the clusters alone, so the first thousand lives stay when more
 * are asked for, guided ones apart. Memory does not grow with the patients. Immutable; each call of {@link #write}
 * stands for itself.
 */
public final class ExtractGenerator {
  private static final int PATIENTS_BETWEEN_PROGRESS = 10_000;

  private final GeneratorOptions options;
  private final Vocabulary vocabulary;
  private final Practices practices;
  private final ServiceYear year = ServiceYear.QOF_2021_22;
  private final GuidedStories guided = new GuidedStories();
  private final Demography demography = new Demography(year);
  private final OtherCare otherCare = new OtherCare();
  private final List<Story> stories;

  /**
   * @param clusters must hold the clusters of diabetes version 46.0
   * @throws CouldNotRun when one of them is missing, empty or cannot be read
   */
  public ExtractGenerator(GeneratorOptions options, CodeClusters clusters) {
    this.options = options;
    this.vocabulary = Vocabulary.of(clusters);
    this.practices = new Practices(options.practices(), options.seed());
    this.stories =
        List.of(
            new Registrations(practices),
            new Diabetes(),
            new VascularDisease(),
            new KidneyDisease(),
            new Frailty(),
            new DiabetesReviews(),
            new DiabetesEducation(),
            new CareLeftOut(),
            new BloodPressure(),
            new HeartMedicines(),
            new CardiovascularRisk(),
            otherCare);
  }

  /** How many lives are told to the day, so that together they reach every branch that can be reached. */
  public static int guidedLives() {
    return new GuidedStories().count();
  }

  /**
   * Writes {@code patients.csv}, {@code registrations.csv}, {@code events.csv} and {@code practices.csv}, over files
   * that are there.
   *
   * @param folder made when it is not there
   * @throws CouldNotRun when a file cannot be written
   */
  public GeneratedExtract write(Path folder, Progress progress) {
    try (ExtractFiles files = new ExtractFiles(folder, year)) {
      for (int i = 0; i < options.patients(); i++) {
        files.write(life(i));
        report(progress, i + 1);
      }
      files.writePractices(practices);
      return files.counts();
    } catch (IOException | UncheckedIOException e) {
      throw new CouldNotRun(
          Diagnostic.at(Place.of(folder.toString()), RunDiagnostic.NOT_WRITTEN, "cannot write the extract")
              .withHelp("give a folder that can be written to, with room on its disk"));
    }
  }

  private void report(Progress progress, int done) {
    if (done % PATIENTS_BETWEEN_PROGRESS == 0 || done == options.patients()) {
      progress.at("making patients", done, options.patients());
    }
  }

  private Life life(int patient) {
    Chance chance = Chance.of(options.seed(), patient);
    Optional<GuidedStory> story = guided.of(patient, options.patients());
    LocalDate born = story.map(GuidedStory::born).orElseGet(() -> demography.born(chance));
    boolean female = demography.female(born, chance);
    Life life = new Life(id(patient), born, female, vocabulary, year, chance);
    story.ifPresentOrElse(told -> tellGuided(told, life), () -> stories.forEach(part -> part.tell(life)));
    return life;
  }

  /** In no reader's own digits: the bytes are the same everywhere. */
  private static String id(int patient) {
    return String.format(Locale.ROOT, "P%07d", patient + 1);
  }

  private void tellGuided(GuidedStory story, Life life) {
    story.tell(life, practices.one(life.chance()));
    otherCare.tell(life);
  }
}
