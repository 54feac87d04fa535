package uk.rubric.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Some bytes of a file, of which several ranges may be read at once or in turn: its position is never moved. The file stays
 * open when this is closed. For one thread.
 */
public final class RangeInput extends InputStream {
  private final FileChannel file;
  private final long end;
  private long position;

  /** The bytes from {@code start} up to {@code end}, or up to the end of the file when that comes first. */
  public RangeInput(FileChannel file, long start, long end) {
    this.file = file;
    this.position = start;
    this.end = end;
  }

  /** How many bytes of the range have not been read. */
  public long left() {
    return end - position;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int most = (int) Math.min(length, left());
    if (most <= 0) {
      return -1;
    }
    int read = file.read(ByteBuffer.wrap(bytes, offset, most), position);
    position += Math.max(read, 0);
    return read;
  }
}
