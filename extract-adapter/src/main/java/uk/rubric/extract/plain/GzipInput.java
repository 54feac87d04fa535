package uk.rubric.extract.plain;

import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The members of a gzip file, one behind the other up to its end. Java's own stream ends without a word where bytes
 * behind a member are not another, as when a file was cut short there; this one fails.
 */
final class GzipInput extends GZIPInputStream {
  private static final int BUFFER = 1 << 16;
  private static final int TRAILER = 8;

  private final PackedInput packed;
  // How many packed bytes had been read when the inflater was given some.
  private long filled;

  GzipInput(PackedInput packed) throws IOException {
    super(packed, BUFFER);
    this.packed = packed;
  }

  @Override
  protected void fill() throws IOException {
    super.fill();
    filled = packed.count();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read < 0 && (packed.available() > 0 || packed.count() != filled - inf.getRemaining() + TRAILER)) {
      throw new ZipException("what stands behind a member is none");
    }
    return read;
  }
}
