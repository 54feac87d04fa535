package uk.rubric.extract.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Type;

/** The rows of a file as lines of CSV, made while they are read: a page of each column is in memory. For one thread. */
final class ParquetText extends InputStream {
  /** How much is made at once. */
  private static final int BLOCK = 1 << 16;

  private final FileChannel file;
  private final Footer footer;
  private final List<Field> fields;
  private final List<Cell> cells = new ArrayList<>();
  private final Iterator<RowGroup> groups;
  private final Line line = new Line();
  // Of the columns that are read, in their order, for the rows of one group; their cells are the first ones.
  private final List<ColumnReader> readers = new ArrayList<>();
  private long rowsLeft;

  /** Writes cells of a column that is not read. */
  private static final Cell NOT_READ = null;

  ParquetText(FileChannel file, List<String> columns, Set<String> identifiers) throws IOException {
    this.file = file;
    this.footer = Footer.read(file);
    this.fields = ordered(footer.fields(), columns);
    this.groups = footer.rowGroups().iterator();
    for (Field field : fields) {
      cells.add(columns.contains(field.key()) ? cell(field, identifiers) : NOT_READ);
    }
    writeHeader();
  }

  private static List<Field> ordered(List<Field> fields, List<String> columns) {
    List<Field> ordered = new ArrayList<>();
    for (String column : columns) {
      fields.stream().filter(field -> field.key().equals(column)).forEach(ordered::add);
    }
    fields.removeAll(ordered);
    ordered.addAll(fields);
    return ordered;
  }

  private Cell cell(Field field, Set<String> identifiers) throws IOException {
    if (!field.isPlain()) {
      throw Refusal.nested(field.name());
    }
    return Cell.of(field, line, identifiers.contains(field.key()));
  }

  private void writeHeader() {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        line.put(',');
      }
      line.cell(fields.get(i).name());
    }
    line.end();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (line.left() == 0) {
      line.clear();
      Refusal.guard(this::fill);
    }
    return line.left() == 0 && length > 0 ? -1 : line.take(bytes, offset, length);
  }

  private Void fill() throws IOException {
    while (line.size() < BLOCK && (rowsLeft > 0 || nextGroup())) {
      writeRow();
      rowsLeft--;
    }
    return null;
  }

  /** Goes on to the next group of rows that has one. */
  private boolean nextGroup() throws IOException {
    while (rowsLeft == 0 && groups.hasNext()) {
      RowGroup group = groups.next();
      rowsLeft = group.getNum_rows();
      if (rowsLeft > 0) {
        open(group);
      }
    }
    return rowsLeft > 0;
  }

  private void open(RowGroup group) throws IOException {
    readers.clear();
    for (int i = 0; i < fields.size() && cells.get(i) != NOT_READ; i++) {
      Field field = fields.get(i);
      ChunkPages pages = new ChunkPages(
          file, group.getColumns().get(field.leaf()).getMeta_data(), leastBytes(field), footer.start());
      readers.add(new ColumnReaderImpl(field.descriptor(), pages, cells.get(i), footer.writer()));
    }
  }

  private static int leastBytes(Field field) {
    Type type = field.element().getType();
    return switch (type) {
      case BOOLEAN -> 0;
      case INT32, FLOAT, BYTE_ARRAY -> Integer.BYTES;
      case INT64, DOUBLE -> Long.BYTES;
      case INT96 -> Long.BYTES + Integer.BYTES;
      case FIXED_LEN_BYTE_ARRAY -> field.element().getType_length();
    };
  }

  private void writeRow() {
    for (int i = 0; i < fields.size(); i++) {
      if (i > 0) {
        line.put(',');
      }
      if (i < readers.size()) {
        write(readers.get(i));
      }
    }
    line.end();
  }

  private static void write(ColumnReader column) {
    if (column.getCurrentDefinitionLevel() == column.getDescriptor().getMaxDefinitionLevel()) {
      column.writeCurrentValueToConverter();
    }
    column.consume();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
