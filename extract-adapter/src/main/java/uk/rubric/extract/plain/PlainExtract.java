package uk.rubric.extract.plain;

import java.nio.file.Path;
import java.time.LocalDate;
import uk.rubric.extract.Extract;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.Progress;

/** The plain extract: a folder of CSV files with headers. Thread-safe: each reading stands alone. */
public final class PlainExtract {
  private PlainExtract() {}

  /**
   * Reads a folder. Patients, registrations and the entries that are wanted are held in memory; every row is checked,
   * also those that are not wanted. A row that cannot be read is set aside and counted. {@code evidence.csv} and
   * {@code history.csv} are not read, and a notice says so.
   *
   * @param folder as the caller named it, for it stands in messages
   * @param today the day of the command: an entry, birth, death or start of a registration after it is set aside
   * @param achievementDate ACHV_DAT; entries after it are kept, and the rules do not see them
   * @throws uk.rubric.run.CouldNotRun when the folder, a file or a required column is missing, a column is there twice,
   *     or a file cannot be read to its end; names everything that is wrong with all headers at once
   */
  public static Extract read(
      Path folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, Progress progress) {
    return new Reading(ExtractFolder.open(folder), wanted, today, achievementDate, progress).read();
  }
}
