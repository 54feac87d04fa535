package uk.rubric.extract.plain;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes the bytes that are read through it. */
final class MeasuredInput extends FilterInputStream {
  private final MessageDigest digest = sha256();
  private long count;

  MeasuredInput(InputStream in) {
    super(in);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      digest.update(bytes, offset, read);
      count += read;
    }
    return read;
  }

  /** Reads to the end: what comes after packed bytes is part of the file too. */
  void drain() throws IOException {
    byte[] rest = new byte[1 << 12];
    while (read(rest, 0, rest.length) >= 0) {
      continue;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  /** The hash of all bytes so far, in hexadecimal digits. To be asked once, at the end. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
