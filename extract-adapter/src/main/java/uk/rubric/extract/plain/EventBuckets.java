package uk.rubric.extract.plain;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/**
 * Entries sorted by patient where rows of one patient do not stand together: dealt into buckets of neighbouring
 * patients, each small enough to be sorted in memory. One bucket is kept in memory; several are files in a temporary
 * folder that nobody else may read, deleted by {@link #close}. Where the system lets open files be without a name they
 * never have one, so that entries of patients are not left behind by a process that is killed either.
 */
final class EventBuckets implements Closeable {
  private static final int MOST_BUCKETS = 1 << 10;
  private static final int BUFFERS = 1 << 24;

  private final int personCount;
  private final int personsEach;
  private final Bucket[] buckets;
  private final Path folder;
  private final Map<String, Integer> unitNumbers = new ConcurrentHashMap<>();
  private final List<String> units = new CopyOnWriteArrayList<>();

  /**
   * @param rows how many entries there are at most
   * @param bucketRows how many entries a bucket may have when all patients have as many
   * @throws CouldNotRun when there is no room for temporary files
   */
  EventBuckets(int personCount, long rows, long bucketRows) {
    this.personCount = personCount;
    long wanted = Math.min(MOST_BUCKETS, (rows + bucketRows - 1) / bucketRows);
    int count = (int) Math.max(1, Math.min(wanted, personCount));
    personsEach = Math.max(1, (personCount + count - 1) / count);
    buckets = new Bucket[count];
    try {
      folder = count == 1 ? null : Files.createTempDirectory("rubric-sort");
    } catch (IOException e) {
      throw noRoom();
    }
    openBuckets();
  }

  private void openBuckets() {
    try {
      for (int i = 0; i < buckets.length; i++) {
        buckets[i] = new Bucket(folder == null ? null : folder.resolve(i + ".bin"));
      }
    } catch (IOException e) {
      close();
      throw noRoom();
    }
  }

  private static CouldNotRun noRoom() {
    String place = System.getProperty("java.io.tmpdir");
    String message = "there is no room for temporary files in `" + place + "`";
    return new CouldNotRun(
        Diagnostic.at(Place.of(place), RunDiagnostic.NOT_WRITTEN, message)
            .withHelp("`events.csv` is sorted there, since its rows are not grouped by patient; group them, or name "
                + "another folder with `RUBRIC_JAVA_OPTS=-Djava.io.tmpdir=DIR`"));
  }

  /** Whether temporary files are used. */
  boolean isOutsideMemory() {
    return folder != null;
  }

  /** Where temporary files are, if there are any. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  int count() {
    return buckets.length;
  }

  int firstPerson(int bucket) {
    return Math.min(bucket * personsEach, personCount);
  }

  int endPerson(int bucket) {
    return Math.min((bucket + 1) * personsEach, personCount);
  }

  /**
   * @param threads how many of them there are at once
   * @param keepsOdd whether rows that were refused are dealt too
   */
  Writer writer(int threads, boolean keepsOdd) {
    return new Writer(Math.max(1 << 12, BUFFERS / threads / buckets.length), keepsOdd);
  }

  private int unit(String spelling) {
    Integer known = unitNumbers.get(spelling);
    if (known != null) {
      return known;
    }
    synchronized (units) {
      return unitNumbers.computeIfAbsent(spelling, text -> {
        units.add(text);
        return units.size() - 1;
      });
    }
  }

  /** Deals entries; for one thread. */
  final class Writer implements EventSink {
    private final ByteBuffer[] buffers = new ByteBuffer[buckets.length];
    private final int room;
    private final boolean keepsOdd;

    private Writer(int room, boolean keepsOdd) {
      this.room = room;
      this.keepsOdd = keepsOdd;
    }

    @Override
    public void event(int person, int day, long code, Decimal value, String unit, EntryDetail detail, long line) {
      int bucket = person / personsEach;
      if (buffers[bucket] == null) {
        buffers[bucket] = ByteBuffer.allocate(room);
      }
      byte[] more = detail.stored();
      if (buffers[bucket].remaining() < StoredEvent.LONGEST + more.length) {
        flush(bucket);
      }
      if (buffers[bucket].remaining() < StoredEvent.LONGEST + more.length) {
        buffers[bucket] = ByteBuffer.allocate(StoredEvent.LONGEST + more.length);
      }
      StoredEvent.write(
          buffers[bucket], person, day, code, value, unit == null ? -1 : unit(unit), more, line);
    }

    @Override
    public void odd(int person, byte[] bytes, int from, int to, long line) {
      if (!keepsOdd) {
        return;
      }
      int bucket = Math.max(0, person) / personsEach;
      int length = StoredEvent.LONGEST + to - from;
      if (buffers[bucket] != null && buffers[bucket].remaining() < length) {
        flush(bucket);
      }
      if (buffers[bucket] == null || buffers[bucket].remaining() < length) {
        buffers[bucket] = ByteBuffer.allocate(Math.max(room, length));
      }
      StoredEvent.writeOdd(buffers[bucket], Math.max(0, person), bytes, from, to - from, line);
    }

    private void flush(int bucket) {
      buckets[bucket].append(buffers[bucket].flip());
      buffers[bucket].clear();
    }

    /** Lets nothing be left here; more may come. */
    void finish() {
      for (int i = 0; i < buffers.length; i++) {
        if (buffers[i] != null) {
          flush(i);
        }
      }
    }
  }

  /** Hands on the entries of a bucket by rising patient, then line. To be called once for each bucket. */
  void read(int bucket, EventSink sink) {
    ByteBuffer stored = ByteBuffer.wrap(buckets[bucket].take());
    int first = firstPerson(bucket);
    int[] starts = new int[endPerson(bucket) - first + 2];
    int count = 0;
    while (stored.hasRemaining()) {
      starts[StoredEvent.skip(stored) - first + 2]++;
      count++;
    }
    for (int i = 2; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    // By patient, and for each the line and where the entry is stored.
    int[] places = new int[count];
    long[] lines = new long[count];
    stored.rewind();
    while (stored.hasRemaining()) {
      int place = stored.position();
      int person = StoredEvent.skip(stored) - first;
      int at = starts[person + 1]++;
      places[at] = place;
      lines[at] = StoredEvent.line(stored, place);
    }
    StoredEvent event = new StoredEvent(units);
    for (int person = 0; person + 1 < starts.length; person++) {
      int from = starts[person];
      handOn(stored, places, lines, from, starts[person + 1], event, sink);
    }
  }

  private static void handOn(
      ByteBuffer stored, int[] places, long[] lines, int from, int to, StoredEvent event, EventSink sink) {
    Integer[] order = new Integer[to - from];
    Arrays.setAll(order, i -> from + i);
    Arrays.sort(order, (one, other) -> Long.compare(lines[one], lines[other]));
    for (int i : order) {
      event.read(stored, places[i], sink);
    }
  }

  /** Takes the files away, as far as possible: their entries have been read, or something else has failed. */
  @Override
  public void close() {
    try {
      for (Bucket bucket : buckets) {
        if (bucket != null) {
          bucket.close();
        }
      }
      if (folder != null) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      return;
    }
  }

  /** The stored entries of some patients. */
  private static final class Bucket implements Closeable {
    private final Path path;
    private final FileChannel channel;
    private byte[] memory = {};
    private int size;

    /** @param path null to stay in memory */
    Bucket(Path path) throws IOException {
      this.path = path;
      this.channel = path == null
          ? null
          : FileChannel.open(
              path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }

    synchronized void append(ByteBuffer stored) {
      if (channel == null) {
        int length = stored.remaining();
        if (size + length > memory.length) {
          memory = Arrays.copyOf(memory, Math.max(2 * memory.length, size + length));
        }
        stored.get(memory, size, length);
        size += length;
        return;
      }
      try {
        while (stored.hasRemaining()) {
          channel.write(stored);
        }
      } catch (IOException e) {
        throw noRoom();
      }
    }

    byte[] take() {
      if (channel == null) {
        byte[] all = Arrays.copyOf(memory, size);
        memory = new byte[0];
        return all;
      }
      try {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining() && channel.read(all, all.position()) >= 0) {
          continue;
        }
        close();
        return all.array();
      } catch (IOException e) {
        throw noRoom();
      }
    }

    @Override
    public void close() throws IOException {
      if (channel != null) {
        channel.close();
        Files.deleteIfExists(path);
      }
    }
  }
}
