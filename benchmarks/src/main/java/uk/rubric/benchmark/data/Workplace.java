package uk.rubric.benchmark.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import uk.rubric.extract.plain.PlainExtract;
import uk.rubric.run.Progress;

/**
 * Where the programs find rules and extracts: made when they are first asked for, and kept. Paths are seen from the
 * root of the project. No state.
 */
public final class Workplace {
  /** The folder of the six pieces. */
  public static final Path SIX = Path.of("benchmarks/six-pieces");

  private static final Path MADE = Path.of("benchmarks/target/measured");

  private Workplace() {}

  /** The folder of the six pieces, or of sixty made of them. */
  public static Path rules(int indicators) {
    if (indicators == 6) {
      return SIX;
    }
    Path folder = MADE.resolve("sixty");
    try {
      SixtyIndicators.write(SIX, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** The folder of an extract of that size. */
  public static Path extract(int patients) {
    return extract(patients, 0);
  }

  /** What was prepared of the extract of that size. */
  public static Path prepared(int patients) {
    Path folder = MADE.resolve(patients + "-prepared");
    if (!Files.exists(folder)) {
      PlainExtract.prepare(extract(patients), folder, LocalDate.parse("2026-05-01"), 2, Progress.NONE);
    }
    return folder;
  }

  /** @param more entries a patient beyond the usual number */
  public static Path extract(int patients, int more) {
    Path folder = MADE.resolve(patients + (more == 0 ? "" : "-and-" + more));
    Path done = folder.resolve("done");
    try {
      if (!Files.exists(done)) {
        BenchmarkExtract.write(folder, patients, BenchmarkExtract.SEED, more);
        Files.createFile(done);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }
}
