package uk.rubric.extract.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.xerial.snappy.Snappy;

/** Writes files by the writer of parquet-java. */
record Parquet(CompressionCodecName codec, WriterVersion version, boolean dictionary, int groupRows, int pageRows) {
  static final Parquet USUAL =
      new Parquet(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true, 1 << 20, 20_000);

  /** @param columns as in a message of Parquet, such as {@code optional int32 a; required binary b} */
  void write(Path file, String columns, List<List<Object>> rows) {
    String end = columns.endsWith("}") ? " }" : "; }";
    MessageType schema = MessageTypeParser.parseMessageType("message extract { " + columns + end);
    try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
        .withConf(new PlainParquetConfiguration())
        .withType(schema)
        .withWriteMode(Mode.OVERWRITE)
        .withCodecFactory(new Codecs())
        .withCompressionCodec(codec)
        .withWriterVersion(version)
        .withDictionaryEncoding(dictionary)
        .withRowGroupRowCountLimit(groupRows)
        .withPageRowCountLimit(pageRows)
        .build()) {
      for (List<Object> row : rows) {
        writer.write(group(schema, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Group group(MessageType schema, List<Object> row) {
    SimpleGroup group = new SimpleGroup(schema);
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      if (value instanceof String text) {
        group.add(i, text);
      } else if (value instanceof byte[] bytes) {
        group.add(i, Binary.fromConstantByteArray(bytes));
      } else if (value instanceof Integer number) {
        group.add(i, number);
      } else if (value instanceof Long number) {
        group.add(i, number);
      } else if (value instanceof Double number) {
        group.add(i, number);
      } else if (value instanceof Float number) {
        group.add(i, number);
      } else if (value instanceof Boolean yes) {
        group.add(i, yes);
      } else if (value instanceof LocalDate day) {
        group.add(i, (int) day.toEpochDay());
      } else if (value instanceof BigDecimal number) {
        group.add(i, Binary.fromConstantByteArray(number.unscaledValue().toByteArray()));
      } else if (value != null) {
        throw new IllegalArgumentException(value.getClass().getName());
      }
    }
    return group;
  }

  /** What is read of a file. */
  static String read(Path file, String... columns) throws IOException {
    try (InputStream in = new ParquetForm().text(file, List.of(columns), Set.of("id"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The writer's own need more of Hadoop. */
  private static final class Codecs implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return new BytesInputCompressor() {
        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
          ByteArrayOutputStream all = new ByteArrayOutputStream();
          bytes.writeAllTo(all);
          return BytesInput.from(Codecs.compress(codec, all.toByteArray()));
        }

        @Override
        public CompressionCodecName getCodecName() {
          return codec;
        }

        @Override
        public void release() {}
      };
    }

    private static byte[] compress(CompressionCodecName codec, byte[] bytes) throws IOException {
      return switch (codec) {
        case SNAPPY -> Snappy.compress(bytes);
        case ZSTD -> Zstd.compress(bytes);
        case GZIP -> {
          ByteArrayOutputStream packed = new ByteArrayOutputStream();
          try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
          }
          yield packed.toByteArray();
        }
        default -> bytes;
      };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void release() {}
  }
}
