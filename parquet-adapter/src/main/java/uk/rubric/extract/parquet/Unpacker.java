package uk.rubric.extract.parquet;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** How the bytes of pages are compressed. */
enum Unpacker {
  NONE(1) {
    @Override
    int into(byte[] to, int at, int room, byte[] from, int start, int length) {
      int fits = Math.min(length, room);
      System.arraycopy(from, start, to, at, fits);
      return length;
    }
  },
  SNAPPY(32) {
    @Override
    int into(byte[] to, int at, int room, byte[] from, int start, int length) throws IOException {
      // The library trusts the length that stands in front.
      return Snappy.uncompressedLength(from, start, length) == room
          ? Snappy.rawUncompress(from, start, length, to, at) : WRONG;
    }
  },
  GZIP(1100) {
    @Override
    int into(byte[] to, int at, int room, byte[] from, int start, int length) throws IOException {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(from, start, length))) {
        return all(in, to, at, room);
      }
    }
  },
  ZSTD(1 << 16) {
    @Override
    int into(byte[] to, int at, int room, byte[] from, int start, int length) throws IOException {
      try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(from, start, length))) {
        return all(in, to, at, room);
      }
    }
  };

  private static final int WRONG = -1;

  /** So many bytes may be all head. */
  private static final int HEAD = 64;

  private final int most;

  /** @param most how many bytes one byte can stand for */
  Unpacker(int most) {
    this.most = most;
  }

  static Unpacker of(CompressionCodec codec) throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> NONE;
      case SNAPPY -> SNAPPY;
      case GZIP -> GZIP;
      case ZSTD -> ZSTD;
      default -> throw Refusal.compressed(codec.name());
    };
  }

  /**
   * Unpacks bytes of which it is said how many they are.
   *
   * @throws uk.rubric.extract.UnreadableTable when they are not as many
   */
  final void unpack(byte[] from, int start, int length, byte[] to, int at, int room) throws IOException {
    if (room == 0 && length == 0) {
      return;
    }
    if (into(to, at, room, from, start, length) != room) {
      throw Refusal.damaged();
    }
  }

  /** Memory for what so many bytes stand for, if they can stand for as much. */
  final byte[] room(int unpacked, int length) throws IOException {
    if (unpacked > (long) most * (length + HEAD)) {
      throw Refusal.damaged();
    }
    return new byte[unpacked];
  }

  /** How many bytes they are. */
  abstract int into(byte[] to, int at, int room, byte[] from, int start, int length) throws IOException;

  private static int all(InputStream in, byte[] to, int at, int room) throws IOException {
    int read = in.readNBytes(to, at, room);
    return read == room && in.read() >= 0 ? WRONG : read;
  }
}
