package uk.rubric.extract.plain;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.extract.Prepared;
import uk.rubric.extract.prepared.PreparedFolder;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.run.RunDiagnostic;

/**
 * The plain extract: a folder of CSV files with headers, or what was prepared of one. Thread-safe: each reading stands
 * alone.
 */
public final class PlainExtract {
  private PlainExtract() {}

  /**
   * Opens a folder, plain or prepared, to be read in parts. Every row is checked, also those of entries that are not
   * wanted. A row that cannot be read is set aside and counted. Entries that are not grouped by patient are sorted
   * first, many of them in temporary files.
   *
   * @param folder as the caller named it, for it stands in messages
   * @param today the day of the command: an entry, birth, death or start of a registration after it is set aside
   * @param achievementDate ACHV_DAT; entries after it are kept, and the rules do not see them
   * @param threads how many may work while it is opened, at least 1; how many pull parts is the caller's affair
   * @throws uk.rubric.run.CouldNotRun when the folder, a file or a column is missing that is required or that the
   *     rules ask, a column is there twice, or a file cannot be read to its end; names everything that is wrong with
   *     all headers at once
   */
  public static PatientExtract open(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, int threads, Progress progress) {
    return open(folder, wanted, today, achievementDate, threads, Sizes.USUAL, progress);
  }

  static PatientExtract open(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, int threads, Sizes sizes,
      Progress progress) {
    return PreparedFolder.isAt(folder)
        ? openPrepared(folder, wanted, today, achievementDate, progress)
        : new Opening(ExtractFolder.open(folder, wanted.details()), wanted, today, achievementDate, progress)
            .open(new Workers(threads), sizes);
  }

  /**
   * As {@link #open}, for one who counts and can begin anew: entries are taken to stand together by patient, and each
   * byte of their file is read once, which takes far less time. It says the same, but for the order of records, which
   * is not promised, and the lines of entries, which are not told. Each thread reads a part before it claims the next.
   *
   * <p>Where the rows of a patient turn out not to stand together, a part fails by {@link uk.rubric.extract.RowsApart}:
   * what was counted does not stand, and {@link #open} reads the extract.
   */
  public static PatientExtract openInOnePass(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, int threads, Progress progress) {
    return openInOnePass(folder, wanted, today, achievementDate, threads, Sizes.USUAL, progress);
  }

  static PatientExtract openInOnePass(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, int threads, Sizes sizes,
      Progress progress) {
    return PreparedFolder.isAt(folder)
        ? openPrepared(folder, wanted, today, achievementDate, progress)
        : new Opening(ExtractFolder.open(folder, wanted.details()), wanted, today, achievementDate, progress)
            .openInOnePass(new Workers(threads), sizes);
  }

  private static PatientExtract openPrepared(
      Path path, WantedEvents wanted, LocalDate today, LocalDate achievementDate, Progress progress) {
    PreparedFolder prepared = PreparedFolder.open(path);
    try {
      ExtractFolder.requireNoEvents(path);
      ExtractFolder files = ExtractFolder.of(prepared, wanted.details());
      return new Opening(files, wanted, today, achievementDate, Optional.of(prepared), progress).openPrepared();
    } catch (CouldNotRun e) {
      prepared.close();
      throw e;
    }
  }

  /**
   * Reads a folder once with all checks, and writes what any run would read of it: {@link #open} takes the new folder
   * in place of the old one and says the same, on any day, for any rules and any achievement date.
   *
   * @param out the folder to make; when it is there it must be empty. Nobody but its owner may read it, where the file
   *     system can say so: it holds all that the extract holds
   * @param today the day of the command
   * @param threads how many may work, at least 1
   * @throws CouldNotRun as {@link #open}, or when {@code out} cannot be written; nothing is left behind then
   */
  public static Prepared prepare(Path folder, Path out, LocalDate today, int threads, Progress progress) {
    return prepare(folder, out, today, threads, Sizes.PREPARED, progress);
  }

  static Prepared prepare(Path folder, Path out, LocalDate today, int threads, Sizes sizes, Progress progress) {
    if (PreparedFolder.isAt(folder)) {
      throw new CouldNotRun(
          Diagnostic.at(Place.of(folder.toString()), RunDiagnostic.MISSING_FILE, "this extract is prepared already")
              .withHelp("name the folder that it was made from"));
    }
    return new Preparing(folder, today, threads, progress).write(out, sizes);
  }

  /**
   * Reads a folder into memory, for extracts of moderate size: {@link #open} and all its parts, in order of practice
   * and patient.
   *
   * @throws uk.rubric.run.CouldNotRun as {@link #open}
   */
  public static Extract read(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, Progress progress) {
    try (PatientExtract open = open(folder, wanted, today, achievementDate, 1, progress)) {
      return Extract.of(open);
    }
  }
}
