package uk.rubric.extract.plain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some bytes of a file that several threads read at once, each its own. */
final class RangeInput extends InputStream {
  private final FileChannel file;
  private final long end;
  private long position;

  RangeInput(FileChannel file, long start, long end) {
    this.file = file;
    this.position = start;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int most = (int) Math.min(length, end - position);
    if (most <= 0) {
      return -1;
    }
    int read = file.read(ByteBuffer.wrap(bytes, offset, most), position);
    position += Math.max(read, 0);
    return read;
  }
}
