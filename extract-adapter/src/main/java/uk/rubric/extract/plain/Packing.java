package uk.rubric.extract.plain;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How the bytes of a file are packed, by the end of its name. */
enum Packing {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

  private static final int BUFFER = 1 << 16;

  private final String ending;

  Packing(String ending) {
    this.ending = ending;
  }

  /** What a file is called when it is packed so. */
  String name(Layout layout) {
    return layout.file() + ending;
  }

  /** The text behind packed bytes; reading it fails when they end early or are spoiled. */
  InputStream unpack(InputStream packed) throws IOException {
    return switch (this) {
      case NONE -> packed;
      case GZIP -> new GZIPInputStream(packed, BUFFER);
      case ZSTD -> new ZstdInputStream(packed);
    };
  }
}
