package uk.rubric.extract.plain;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import uk.rubric.extract.RangeInput;
import uk.rubric.run.CouldNotRun;

/**
 * The bytes of {@code events.csv}, unpacked. Those of a file that is not packed are had in any order by any thread; a
 * packed one is unpacked from its start, each time it is read, and its parts are had in their order.
 */
final class EventFile implements Closeable {
  private final CsvFile file;
  private final FileChannel channel;
  private final long size;
  private final FileTime changed;
  private InputStream unpacked;
  private long unpackedTo;

  /** @throws CouldNotRun when the file cannot be opened */
  EventFile(CsvFile file) {
    this.file = file;
    try {
      channel = FileChannel.open(file.path(), StandardOpenOption.READ);
      size = channel.size();
      changed = Files.getLastModifiedTime(file.path());
    } catch (IOException e) {
      throw file.unreadable();
    }
  }

  CsvFile csv() {
    return file;
  }

  boolean isPacked() {
    return file.packing() != Packing.NONE;
  }

  /** How many bytes the file has as it is stored. */
  long size() {
    return size;
  }

  /** All bytes as they are stored. */
  InputStream stored() {
    return new RangeInput(channel, 0, size);
  }

  /** Some bytes of a file that is not packed. */
  InputStream range(long start, long end) {
    return new RangeInput(channel, start, end);
  }

  /** All bytes, unpacked as they are read. */
  InputStream unpacked() {
    try {
      return file.text(stored());
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /**
   * Claims a part, which is read later: of a packed file the next one, which is unpacked now.
   *
   * @throws CouldNotRun when it cannot be unpacked
   */
  synchronized InputStream claim(long start, long end) {
    if (!isPacked()) {
      return range(start, end);
    }
    try {
      if (unpacked == null) {
        unpacked = unpacked();
      }
      unpacked.skipNBytes(start - unpackedTo);
      byte[] bytes = unpacked.readNBytes(Math.toIntExact(end - start));
      if (bytes.length < end - start) {
        throw new EOFException();
      }
      unpackedTo = end;
      return new ByteArrayInputStream(bytes);
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /** @throws CouldNotRun when the file is not the one that was opened: its parts would not fit together */
  void requireUnchanged() {
    try {
      if (Files.size(file.path()) != size || !Files.getLastModifiedTime(file.path()).equals(changed)) {
        throw file.unreadable();
      }
    } catch (IOException e) {
      throw file.unreadable();
    }
  }

  @Override
  public void close() throws IOException {
    if (unpacked != null) {
      unpacked.close();
    }
    channel.close();
  }
}
