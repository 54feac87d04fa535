package uk.rubric.extract.plain;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How the bytes of a file are packed, by the end of its name. */
enum Packing {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

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
      case GZIP -> new GzipInput(new PackedInput(packed));
      case ZSTD -> new ZstdInputStream(new PackedInput(packed));
    };
  }
}
