package uk.rubric.extract.parquet;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.VersionParser;
import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.VersionParser.VersionParseException;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import uk.rubric.extract.UnreadableTable;

/** What a file says of itself at its end, checked as far as the file itself allows. */
final class Footer {
  private static final String MARK = "PAR1";
  private static final String ENCRYPTED_MARK = "PARE";
  private static final int MARK_LENGTH = 4;
  private static final int TAIL_LENGTH = 8;

  private final FileMetaData said;
  private final long start;
  private final List<Field> fields;
  private final ParsedVersion writer;

  private Footer(FileMetaData said, long start) throws IOException {
    this.said = said;
    this.start = start;
    this.fields = Field.of(said.getSchema());
    this.writer = writer(said.getCreated_by());
    check();
  }

  static Footer read(FileChannel file) throws IOException {
    long size = file.size();
    if (size < MARK_LENGTH + TAIL_LENGTH) {
      throw Refusal.noParquet();
    }
    ByteBuffer tail = bytes(file, size - TAIL_LENGTH, TAIL_LENGTH);
    int length = tail.order(ByteOrder.LITTLE_ENDIAN).getInt();
    requireMark(text(tail));
    requireMark(text(bytes(file, 0, MARK_LENGTH)));
    long start = size - TAIL_LENGTH - length;
    if (length <= 0 || start < MARK_LENGTH) {
      throw Refusal.damaged();
    }
    byte[] footer = bytes(file, start, length).array();
    return Refusal.guard(() -> new Footer(Util.readFileMetaData(new ByteArrayInputStream(footer)), start));
  }

  private static ByteBuffer bytes(FileChannel file, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new EOFException();
      }
    }
    return bytes.flip();
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.ISO_8859_1.decode(bytes).toString();
  }

  private static void requireMark(String mark) throws UnreadableTable {
    if (mark.equals(ENCRYPTED_MARK)) {
      throw Refusal.encrypted();
    }
    if (!mark.equals(MARK)) {
      throw Refusal.noParquet();
    }
  }

  private static ParsedVersion writer(String name) {
    try {
      return VersionParser.parse(name);
    } catch (VersionParseException | RuntimeException e) {
      // It matters for files of a few old writers, which all tell it.
      return null;
    }
  }

  private void check() throws IOException {
    if (said.isSetEncryption_algorithm()) {
      throw Refusal.encrypted();
    }
    long rows = 0;
    for (RowGroup group : said.getRow_groups()) {
      rows = Math.addExact(rows, group.getNum_rows());
      check(group);
    }
    require(rows == said.getNum_rows());
  }

  private void check(RowGroup group) throws IOException {
    require(group.getNum_rows() >= 0 && group.getColumnsSize() == fields.stream().mapToInt(Field::leaves).sum());
    for (Field field : fields) {
      if (field.isPlain()) {
        check(group.getColumns().get(field.leaf()), field.element(), group.getNum_rows());
      }
    }
  }

  private void check(ColumnChunk chunk, SchemaElement element, long rows) throws IOException {
    if (chunk.isSetCrypto_metadata()) {
      throw Refusal.encrypted();
    }
    require(chunk.isSetMeta_data() && !chunk.isSetFile_path());
    require(chunk.getMeta_data().getType() == element.getType() && chunk.getMeta_data().getNum_values() == rows);
    require(chunk.getMeta_data().getPath_in_schema().equals(List.of(element.getName())));
  }

  private static void require(boolean holds) throws UnreadableTable {
    if (!holds) {
      throw Refusal.damaged();
    }
  }

  /** Its columns as they stand in the file. */
  List<Field> fields() {
    return new ArrayList<>(fields);
  }

  List<RowGroup> rowGroups() {
    return said.getRow_groups();
  }

  /** Where it starts, behind all pages. */
  long start() {
    return start;
  }

  /** Who wrote the file; null when that is not known. */
  ParsedVersion writer() {
    return writer;
  }
}
