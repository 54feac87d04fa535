package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import uk.rubric.extract.Tally;
import uk.rubric.extract.plain.EventIndex.Piece;
import uk.rubric.extract.prepared.PartWriter;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.Progress;

/**
 * Patients in parts, each with the entries that {@code events.csv} has of them: read from pieces of the file where the
 * rows of each patient stand together, and else from buckets into which all were dealt. Thread-safe.
 */
final class EventParts implements Entries {
  /** Where the entries of each part go. */
  private interface Sinks {
    PartSink sink(int part, Piece piece);
  }

  /** Takes what was collected of each part. */
  interface Collected {
    /** @param part from 0 */
    void put(int part, PartWriter entries);
  }

  private final EventFile file;
  private final EventIndex index;
  private final Registrations registrations;
  private final Sinks newSink;
  private final Supplier<EventScan> newScan;
  private final Queue<EventScan> idle = new ConcurrentLinkedQueue<>();
  private final List<Piece> pieces;
  private final EventBuckets buckets;
  private final Tally tally = new Tally();
  private int claimed;
  private int read;
  private boolean anyRow;

  private EventParts(
      EventFile file, EventIndex index, People people, Registrations registrations,
      Sinks newSink, Supplier<EventScan> newScan, boolean keepsOdd, Workers workers, Sizes sizes) {
    this.file = file;
    this.index = index;
    this.registrations = registrations;
    this.newSink = newSink;
    this.newScan = newScan;
    if (index.isGrouped()) {
      pieces = index.pieces(sizes.piece(file.size(), workers));
      buckets = null;
    } else {
      pieces = List.of();
      buckets = new EventBuckets(people.size(), index.lineCount(), sizes.bucketRows());
      try {
        deal(workers, keepsOdd);
      } catch (RuntimeException | Error e) {
        buckets.close();
        throw e;
      }
    }
  }

  /** Looks through the file, and deals its rows where that is needed. */
  static EventParts open(
      CsvFile csv, People people, Registrations registrations, WantedEvents wanted, int today, int achievementDay,
      Workers workers, Sizes sizes, Progress progress) {
    EventFile file = new EventFile(csv);
    EventIndex index = EventIndex.of(file, people, workers, sizes, progress);
    Supplier<EventScan> newScan = () -> new EventScan(csv, people, wanted, today, achievementDay);
    Sinks newSink = (number, piece) -> new PatientFiller(index, people, registrations, csv, piece);
    return new EventParts(file, index, people, registrations, newSink, newScan, false, workers, sizes);
  }

  /** The same, with every row going to a writer: entries of all codes, with all that rules may ask of them. */
  static EventParts open(
      CsvFile csv, People people, Registrations registrations, Collected writer, int today, Workers workers,
      Sizes sizes, Progress progress) {
    EventFile file = new EventFile(csv);
    EventIndex index = EventIndex.of(file, people, workers, sizes, progress);
    AllEvents all = new AllEvents(csv.header());
    Supplier<EventScan> newScan = () -> new EventScan(csv, people, all, today, today);
    Sinks newSink = (number, piece) -> new PreparedFiller(index, people, csv, piece, part -> writer.put(number, part));
    return new EventParts(file, index, people, registrations, newSink, newScan, true, workers, sizes);
  }

  private void deal(Workers workers, boolean keepsOdd) {
    List<Piece> ranges = index.ranges();
    workers.run(ranges.size(), () -> {
      EventScan scan = newScan.get();
      EventBuckets.Writer writer = buckets.writer(workers.threads(), keepsOdd);
      return i -> {
        scan(scan, ranges.get(i), bytes(ranges.get(i)), writer);
        writer.finish();
      };
    }, () -> {});
  }

  /** A packed file is one range, and larger than memory perhaps. */
  private InputStream bytes(Piece range) {
    return file.isPacked() ? file.unpacked() : file.range(range.start(), range.end());
  }

  private void scan(EventScan scan, Piece piece, InputStream in, EventSink sink) {
    Tally own = new Tally();
    try (in) {
      boolean any = scan.read(new LineReader(in, piece.start(), piece.line()), own, sink);
      synchronized (this) {
        tally.add(own);
        anyRow |= any;
      }
    } catch (IOException e) {
      throw file.csv().unreadable(e);
    }
  }

  @Override
  public String fingerprint() {
    return index.fingerprint();
  }

  @Override
  public synchronized boolean hasRows() {
    return anyRow;
  }

  @Override
  public boolean isSortedOutsideMemory() {
    return buckets != null && buckets.isOutsideMemory();
  }

  private int count() {
    return buckets == null ? pieces.size() : buckets.count();
  }

  @Override
  public synchronized Optional<Part> next() {
    if (claimed == count()) {
      return Optional.empty();
    }
    int number = claimed++;
    return Optional.of(buckets == null ? piece(number) : bucket(number));
  }

  private Part piece(int number) {
    Piece piece = pieces.get(number);
    InputStream in = file.claim(piece.start(), piece.end());
    return part(number, () -> {
      EventScan idleScan = idle.poll();
      EventScan scan = idleScan == null ? newScan.get() : idleScan;
      PartSink filler = newSink.sink(number, piece);
      scan(scan, piece, in, filler);
      idle.add(scan);
      return filler.batch();
    });
  }

  private Part bucket(int number) {
    return part(number, () -> {
      Piece patients = new Piece(0, 0, 0, buckets.firstPerson(number), buckets.endPerson(number));
      PartSink filler = newSink.sink(number, patients);
      buckets.read(number, filler);
      return filler.batch();
    });
  }

  private Part part(long number, Supplier<PatientBatch> batch) {
    return new Part() {
      @Override
      public long ordinal() {
        return number;
      }

      @Override
      public PatientBatch read() {
        PatientBatch made = batch.get();
        synchronized (EventParts.this) {
          read++;
        }
        return made;
      }
    };
  }

  @Override
  public OptionalLong records() {
    return OptionalLong.of(registrations.records());
  }

  @Override
  public synchronized Tally tally() {
    if (read < count()) {
      throw new IllegalStateException("parts are left to read");
    }
    file.requireUnchanged();
    Tally whole = new Tally();
    whole.add(tally);
    file.csv().countIfEmpty(anyRow, whole);
    return whole;
  }

  @Override
  public void close() throws IOException {
    if (buckets != null) {
      buckets.close();
    }
    file.close();
  }
}
