package uk.rubric.extract.plain;

import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import uk.rubric.extract.RowsApart;
import uk.rubric.extract.Tally;
import uk.rubric.extract.plain.Chunks.Chunk;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.WantedEvents;

/**
 * Patients in parts, with the entries of {@code events.csv}, each of whose bytes is read once: rows are taken to stand
 * together by patient until some patient comes again. Those without rows are known when all rows have been read, so
 * they come last. Thread-safe, for threads that each read a part before they claim the next.
 */
final class OnePass implements Entries {
  private static final int MOST_PERSONS = 1 << 12;
  private static final int HEADER = 1;

  /**
   * How many bytes there are for each entry that rules want, where they want few; there is room for more when need be.
   */
  private static final int BYTES_EACH = 512;

  private final EventFile file;
  private final People people;
  private final Registrations registrations;
  private final Supplier<EventScan> newScan;
  private final Chunks chunks;
  private final Queue<Chunk> idleChunks = new ConcurrentLinkedQueue<>();
  private final Queue<EventScan> idleScans = new ConcurrentLinkedQueue<>();
  private final Tally tally = new Tally();
  private final BitSet seen = new BitSet();
  // By part, until all parts before it have been read.
  private final Map<Long, Counted> waiting = new TreeMap<>();
  private long settled;
  private long lines;
  private long claimed;
  private long read;
  private int nextWithout;
  private boolean anyRow;

  /** What was counted in a part, with lines numbered as if none but the header stood before them. */
  private record Counted(Tally tally, long lines) {}

  private OnePass(
      EventFile file, People people, Registrations registrations, Supplier<EventScan> newScan, int size) {
    this.file = file;
    this.people = people;
    this.registrations = registrations;
    this.newScan = newScan;
    chunks = new Chunks(file, size);
  }

  /** Whether the file can be read so: the header is its first line, and lines begin with the patient. */
  static boolean suits(CsvFile csv) {
    return csv.headerLine() == HEADER && csv.header().place(Column.PATIENT_ID) == 0;
  }

  /** Opens a file that {@link #suits}. */
  static OnePass open(
      CsvFile csv, People people, Registrations registrations, WantedEvents wanted, int today, int achievementDay,
      Workers workers, Sizes sizes) {
    EventFile file = new EventFile(csv);
    Supplier<EventScan> newScan = () -> new EventScan(csv, people, wanted, today, achievementDay);
    return new OnePass(file, people, registrations, newScan, Math.toIntExact(sizes.piece(file.size(), workers)));
  }

  /**
   * A thread that is told there is none may leave while others read: the last of them takes what is left then.
   *
   * @throws RowsApart when rows of one patient do not stand together, or may not
   */
  @Override
  public Optional<Part> next() {
    synchronized (chunks) {
      Chunk idle = idleChunks.poll();
      Chunk chunk = idle == null ? new Chunk() : idle;
      if (chunks.fill(chunk)) {
        long number = claim();
        return Optional.of(part(number, () -> read(number, chunk)));
      }
    }
    return nextWithout();
  }

  private synchronized long claim() {
    return claimed++;
  }

  private synchronized Optional<Part> nextWithout() {
    int from = seen.nextClearBit(nextWithout);
    if (read < claimed || from >= people.size()) {
      return Optional.empty();
    }
    int[] some = IntStream.range(from, people.size()).filter(p -> !seen.get(p)).limit(MOST_PERSONS).toArray();
    nextWithout = some[some.length - 1] + 1;
    return Optional.of(part(claim(), () -> without(some)));
  }

  private static Part part(long number, Supplier<PatientBatch> batch) {
    return new Part() {
      @Override
      public long ordinal() {
        return number;
      }

      @Override
      public PatientBatch read() {
        return batch.get();
      }
    };
  }

  private PatientBatch read(long number, Chunk chunk) {
    EventScan idle = idleScans.poll();
    EventScan scan = idle == null ? newScan.get() : idle;
    GroupFiller filler = new GroupFiller(people, registrations, chunk.length() / BYTES_EACH);
    Tally own = new Tally();
    // The header is before all other parts, and is the first line of the first.
    long first = number == 0 ? HEADER : HEADER + 1;
    LineReader in = new LineReader(chunk.bytes(), chunk.length(), first);
    boolean any = scan(scan, in, own, filler);
    PatientBatch batch = filler.batch();
    idleScans.add(scan);
    idleChunks.add(chunk);
    done(number, filler.named(), new Counted(own, in.line() - first + 1), any);
    return batch;
  }

  private boolean scan(EventScan scan, LineReader in, Tally own, EventSink sink) {
    try {
      return scan.read(in, own, sink);
    } catch (IOException e) {
      throw file.csv().unreadable();
    }
  }

  private synchronized void done(long number, int[] named, Counted counted, boolean any) {
    for (int person : named) {
      if (seen.get(person)) {
        throw new RowsApart();
      }
      seen.set(person);
    }
    waiting.put(number, counted);
    for (Counted next = waiting.remove(settled); next != null; next = waiting.remove(settled)) {
      tally.addBehind(settled == 0 ? 0 : lines - HEADER, next.tally());
      lines += next.lines();
      settled++;
    }
    anyRow |= any;
    read++;
  }

  private PatientBatch without(int[] some) {
    BatchWriter batch = new BatchWriter(people, registrations, 1);
    IntStream.of(some).forEach(batch::open);
    synchronized (this) {
      read++;
    }
    return batch.build();
  }

  @Override
  public OptionalLong records() {
    return OptionalLong.of(registrations.records());
  }

  @Override
  public synchronized String fingerprint() {
    requireRead();
    return chunks.fingerprint();
  }

  @Override
  public synchronized boolean hasRows() {
    return anyRow;
  }

  @Override
  public boolean isSortedOutsideMemory() {
    return false;
  }

  @Override
  public synchronized Tally tally() {
    requireRead();
    file.requireUnchanged();
    Tally whole = new Tally();
    whole.add(tally);
    file.csv().countIfEmpty(anyRow, whole);
    return whole;
  }

  private void requireRead() {
    if (!chunks.isEnded() || read < claimed || seen.nextClearBit(nextWithout) < people.size()) {
      throw new IllegalStateException("parts are left to read");
    }
  }

  @Override
  public void close() throws IOException {
    chunks.close();
    file.close();
  }
}
