package uk.rubric.extract.plain;

import java.nio.file.Path;
import java.time.LocalDate;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.Progress;

/** The plain extract: a folder of CSV files with headers. Thread-safe: each reading stands alone. */
public final class PlainExtract {
  private PlainExtract() {}

  /**
   * Opens a folder, to be read in parts. Every row is checked, also those of entries that are not wanted. A row that
   * cannot be read is set aside and counted. Entries that are not grouped by patient are sorted first, many of them in
   * temporary files.
   *
   * @param folder as the caller named it, for it stands in messages
   * @param today the day of the command: an entry, birth, death or start of a registration after it is set aside
   * @param achievementDate ACHV_DAT; entries after it are kept, and the rules do not see them
   * @param threads how many may work while it is opened, at least 1; how many pull parts is the caller's affair
   * @throws uk.rubric.run.CouldNotRun when the folder, a file or a column is missing that is required or that the
   *     rules ask, a column is there twice, or a file cannot be read to its end; names everything that is wrong with all headers at once
   */
  public static PatientExtract open(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, int threads, Progress progress) {
    return open(folder, wanted, today, achievementDate, threads, Sizes.USUAL, progress);
  }

  static PatientExtract open(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, int threads, Sizes sizes,
      Progress progress) {
    return new Opening(ExtractFolder.open(folder, wanted.details()), wanted, today, achievementDate, progress)
        .open(new Workers(threads), sizes);
  }

  /**
   * Reads a folder into memory, for extracts of moderate size: {@link #open} and all its parts, in order of practice and
   * patient.
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
