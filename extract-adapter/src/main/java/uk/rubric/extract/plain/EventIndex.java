package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;
import uk.rubric.run.Progress;

/**
 * What a first look at {@code events.csv} finds: whether the rows of each patient stand together, and where to cut the
 * file between patients. It reads no more of a row than the identifier, so it costs a fraction of reading.
 */
final class EventIndex {
  /**
   * Some lines of the file, and patients by their rank.
   *
   * @param start of its first line in the file
   * @param end of its last line
   * @param line the number of its first line
   * @param firstRank of the patients whose rows these are
   * @param endRank one past the last
   */
  record Piece(long start, long end, long line, int firstRank, int endRank) {}

  private static final int MOST_PERSONS = 1 << 12;

  private final List<Grouping> ranges;
  private final boolean grouped;
  private final boolean inOrder;
  private final int personCount;
  private final long end;
  private final int[] order;
  private final String fingerprint;

  private EventIndex(List<Grouping> ranges, Grouping.Shared shared, int personCount, long end, String fingerprint) {
    this.ranges = ranges;
    this.personCount = personCount;
    this.end = end;
    this.fingerprint = fingerprint;
    BitSet seen = new BitSet();
    List<int[]> groups = new ArrayList<>();
    boolean together = !shared.isSplit();
    boolean rising = true;
    int last = -1;
    for (Grouping range : ranges) {
      for (int i = 0; together && i < range.size(); i++) {
        int person = range.person(i);
        if (person != last) {
          together = !seen.get(person);
          rising &= person > last;
          seen.set(person);
          last = person;
        }
      }
    }
    grouped = together;
    inOrder = rising;
    order = !grouped || inOrder ? null : order(seen);
  }

  /** Those with rows in the order of their rows, then the others. */
  private int[] order(BitSet seen) {
    int[] ranked = new int[personCount];
    int size = 0;
    int last = -1;
    for (Grouping range : ranges) {
      for (int i = 0; i < range.size(); i++) {
        if (range.person(i) != last) {
          last = range.person(i);
          ranked[size++] = last;
        }
      }
    }
    for (int person = seen.nextClearBit(0); person < personCount; person = seen.nextClearBit(person + 1)) {
      ranked[size++] = person;
    }
    return ranked;
  }

  /** Looks through the file. */
  static EventIndex of(EventFile file, People people, Workers workers, Sizes sizes, Progress progress) {
    return file.isPacked()
        ? unpacked(file, people, progress)
        : inRanges(file, people, workers, sizes.range(), progress);
  }

  private static EventIndex unpacked(EventFile file, People people, Progress progress) {
    Grouping.Shared shared = new Grouping.Shared(people.size() + 1L);
    Grouping range = new Grouping(file.csv(), people, shared);
    MeasuredInput measured = new MeasuredInput(file.stored());
    try (InputStream in = file.csv().text(measured)) {
      LineReader lines = new LineReader(in, 0, 1);
      range.read(lines, Long.MAX_VALUE, file.csv().headerLine());
      measured.drain();
      progress.at("reading " + file.csv().name(), measured.count(), file.size());
      return new EventIndex(
          List.of(range), shared, people.size(), lines.offset(), file.csv().fingerprint(measured));
    } catch (IOException e) {
      throw file.csv().unreadable(e);
    }
  }

  private static EventIndex inRanges(
      EventFile file, People people, Workers workers, long size, Progress progress) {
    int count = (int) Math.max(1, (file.size() + size - 1) / size);
    Grouping.Shared shared = new Grouping.Shared(people.size() + (long) count);
    List<Grouping> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ranges.add(new Grouping(file.csv(), people, shared));
    }
    IntConsumer look = i -> look(file, ranges.get(i), i * size, Math.min((i + 1) * size, file.size()));
    String[] fingerprint = new String[1];
    workers.run(count, () -> look, () -> fingerprint[0] = hash(file, progress));
    return new EventIndex(ranges, shared, people.size(), file.size(), fingerprint[0]);
  }

  private static void look(EventFile file, Grouping range, long start, long end) {
    try (InputStream in = file.range(Math.max(0, start - 1), file.size())) {
      LineReader lines = new LineReader(in, Math.max(0, start - 1), 1);
      // From the byte before: a line that starts elsewhere is of the range before.
      if (start == 0 || lines.next()) {
        range.read(lines, end, start == 0 ? file.csv().headerLine() : 0);
      }
    } catch (IOException e) {
      throw file.csv().unreadable(e);
    }
  }

  private static String hash(EventFile file, Progress progress) {
    MeasuredInput in = new MeasuredInput(file.stored());
    byte[] block = new byte[1 << 16];
    try {
      while (in.read(block, 0, block.length) >= 0) {
        progress.at("reading " + file.csv().name(), in.count(), file.size());
      }
      return file.csv().fingerprint(in);
    } catch (IOException e) {
      throw file.csv().unreadable(e);
    }
  }

  /** The file's name, length and hash. */
  String fingerprint() {
    return fingerprint;
  }

  /** Whether the rows of each patient stand together. */
  boolean isGrouped() {
    return grouped;
  }

  long lineCount() {
    return ranges.stream().mapToLong(Grouping::lineCount).sum();
  }

  /** The patient of a rank: as in {@code patients.csv} where rows follow that, else as their rows stand. */
  int person(int rank) {
    return order == null ? rank : order[rank];
  }

  /** The ranges that were looked at, cut between lines; whose rows they hold is not known. */
  List<Piece> ranges() {
    List<Piece> pieces = new ArrayList<>();
    long line = 1 + lineCount();
    long next = end;
    for (int i = ranges.size() - 1; i >= 0; i--) {
      Grouping range = ranges.get(i);
      line -= range.lineCount();
      if (range.start() != Grouping.NONE) {
        pieces.add(0, new Piece(range.start(), next, line, 0, personCount));
        next = range.start();
      }
    }
    return pieces;
  }

  /**
   * The file in pieces of whole patients, in the order of ranks; every patient is in one. For a grouped file.
   *
   * @param size about how many bytes a piece has
   */
  List<Piece> pieces(long size) {
    Pieces pieces = new Pieces(size);
    long line = 1;
    int last = -1;
    int rank = -1;
    for (Grouping range : ranges) {
      for (int i = 0; i < range.size(); i++) {
        if (range.person(i) != last) {
          last = range.person(i);
          int before = rank;
          rank = inOrder ? last : rank + 1;
          pieces.group(before, rank, range.offset(i), line + range.linesBefore(i));
        }
      }
      line += range.lineCount();
    }
    return pieces.end(rank, end, personCount);
  }

  private static final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();
    private final long size;
    private long start;
    private long line = 1;
    private int firstRank;

    Pieces(long size) {
      this.size = size;
    }

    /** The rows of a patient begin; {@code before} is the rank of the one whose rows stand before them. */
    void group(int before, int rank, long offset, long nextLine) {
      if (rank - before > MOST_PERSONS) {
        close(offset, before + 1, nextLine);
        fill(rank);
      } else if (offset - start >= size || rank - firstRank >= MOST_PERSONS) {
        close(offset, rank, nextLine);
      }
    }

    List<Piece> end(int rank, long end, int personCount) {
      if (personCount - rank > MOST_PERSONS) {
        close(end, rank + 1, line);
        fill(personCount);
      } else {
        close(end, personCount, line);
      }
      return pieces;
    }

    private void close(long end, int endRank, long nextLine) {
      pieces.add(new Piece(start, end, line, firstRank, endRank));
      start = end;
      line = nextLine;
      firstRank = endRank;
    }

    /** Patients without rows, as many as there are up to a rank. */
    private void fill(int rank) {
      while (firstRank < rank) {
        close(start, Math.min(firstRank + MOST_PERSONS, rank), line);
      }
    }
  }
}
