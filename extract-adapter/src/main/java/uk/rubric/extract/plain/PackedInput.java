package uk.rubric.extract.plain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Packed bytes, with an end that libraries cannot mistake. Until the last byte is read there is one {@link #available},
 * for Java's gzip looks for a further member only then. The last byte is read alone: zstd-jni passes over the bytes of
 * a further frame when they come together with the end of one and no more follow, as in a file that was cut short.
 */
final class PackedInput extends FilterInputStream {
  private static final int NONE = -1;

  private int ahead;
  private long count;

  PackedInput(InputStream in) throws IOException {
    super(in);
    ahead = in.read();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? NONE : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (ahead == NONE || length == 0) {
      return ahead == NONE ? NONE : 0;
    }
    // The last byte that is read takes the place of the first, which was read before.
    int read = length == 1 ? 0 : in.read(bytes, offset + 1, length - 1);
    bytes[offset] = (byte) ahead;
    ahead = read > 0 ? bytes[offset + read] & 0xff : read == 0 ? in.read() : NONE;
    count += Math.max(read, 1);
    return Math.max(read, 1);
  }

  @Override
  public long skip(long most) throws IOException {
    return most > 0 && read() != NONE ? 1 : 0;
  }

  @Override
  public int available() {
    return ahead == NONE ? 0 : 1;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }
}
