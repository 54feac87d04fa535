package uk.rubric.extract.plain;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import uk.rubric.extract.RowsApart;

/**
 * The bytes of {@code events.csv} from first to last, taken over and hashed once, in chunks of whole lines. A chunk
 * ends where lines begin to name another patient than those before, as far as the text up to the first comma tells. No
 * chunk is longer than the longest line that is read. For one thread at a time.
 */
final class Chunks implements Closeable {
  /** Instead of a place. */
  private static final int NONE = -1;

  /** Taken over at once: what is hashed next is then still in the processor's cache. */
  private static final int STEP = 1 << 16;

  /**
   * Whole lines; the bytes behind them are no matter. Filled again and again, by a thread that nobody else has it from.
   */
  static final class Chunk {
    private byte[] bytes = {};
    private int length;

    byte[] bytes() {
      return bytes;
    }

    int length() {
      return length;
    }
  }

  private final EventFile file;
  private final int size;
  private final MeasuredInput measured;
  private final InputStream in;
  // What has been read behind the last line of the chunk before.
  private byte[] rest = {};
  private int restLength;
  private boolean ended;

  /** @param size about how many bytes a chunk has */
  Chunks(EventFile file, int size) {
    this.file = file;
    this.size = size;
    measured = new MeasuredInput(file.stored());
    try {
      in = file.csv().text(measured);
    } catch (IOException e) {
      throw file.csv().unreadable(e);
    }
  }

  /**
   * Fills a chunk, and answers whether there was anything left.
   *
   * @throws RowsApart when lines that name one patient are longer than a chunk may be
   */
  boolean fill(Chunk chunk) {
    try {
      return !ended && fillFrom(chunk);
    } catch (IOException e) {
      throw file.csv().unreadable(e);
    }
  }

  private boolean fillFrom(Chunk chunk) throws IOException {
    int filled = restLength;
    int room = Math.min(PhysicalLines.LONGEST, filled + size);
    chunk.bytes = room > chunk.bytes.length ? new byte[room] : chunk.bytes;
    System.arraycopy(rest, 0, chunk.bytes, 0, filled);
    int cut = NONE;
    while (cut == NONE) {
      filled = read(chunk.bytes, filled);
      ended = filled < chunk.bytes.length;
      cut = ended ? filled : cut(chunk.bytes, filled);
      if (cut == NONE) {
        grow(chunk);
      }
    }
    keepRest(chunk.bytes, cut, filled);
    chunk.length = cut;
    if (ended) {
      measured.drain();
    }
    return cut > 0;
  }

  /** Where the bytes end that there are when no more fit, or no more come. */
  private int read(byte[] bytes, int from) throws IOException {
    int filled = from;
    int read = 0;
    while (read >= 0 && filled < bytes.length) {
      filled += read;
      read = filled < bytes.length ? in.read(bytes, filled, Math.min(STEP, bytes.length - filled)) : 0;
    }
    return filled;
  }

  private static void grow(Chunk chunk) {
    if (chunk.bytes.length == PhysicalLines.LONGEST) {
      throw new RowsApart();
    }
    chunk.bytes = Arrays.copyOf(chunk.bytes, Math.min(PhysicalLines.LONGEST, 2 * chunk.bytes.length));
  }

  private void keepRest(byte[] bytes, int from, int to) {
    restLength = to - from;
    if (rest.length < restLength) {
      rest = new byte[2 * restLength];
    }
    System.arraycopy(bytes, from, rest, 0, restLength);
  }

  /** Where those lines begin that end like the last whole line begins; none when all do. */
  private static int cut(byte[] bytes, int filled) {
    int end = lineEnd(bytes, filled - 1);
    if (end == NONE) {
      return NONE;
    }
    int start = lineEnd(bytes, end - 1) + 1;
    int id = start;
    while (id < end && bytes[id] != ',') {
      id++;
    }
    int first = start;
    while (first > 0) {
      int before = lineEnd(bytes, first - 2) + 1;
      if (!Arrays.equals(bytes, before, before + id - start + 1, bytes, start, id + 1)) {
        return first;
      }
      first = before;
    }
    return NONE;
  }

  /** The last end of a line up to a place, or {@link #NONE}. */
  private static int lineEnd(byte[] bytes, int place) {
    int at = place;
    while (at >= 0 && bytes[at] != '\n') {
      at--;
    }
    return at;
  }

  /** Whether the end of the file has been reached. */
  boolean isEnded() {
    return ended;
  }

  /** The file's name, length and hash; to be asked once, at the end. */
  String fingerprint() {
    return file.csv().fingerprint(measured);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
