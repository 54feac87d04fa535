package uk.rubric.extract.plain;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import uk.rubric.extract.TableForm;
import uk.rubric.extract.UnreadableTable;

/** How a file is stored, by the end of its name. */
enum Packing {
  NONE(".csv"),
  GZIP(".csv.gz"),
  ZSTD(".csv.zst"),
  PARQUET(".parquet");

  private final String ending;

  Packing(String ending) {
    this.ending = ending;
  }

  /** What a file is called when it is stored so. */
  String name(Layout layout) {
    return layout.table() + ending;
  }

  /**
   * The text of a file; reading it fails when its bytes end early or are spoiled.
   *
   * @param stored the bytes of the file, for what is read from first to last; to be closed by the caller
   */
  InputStream text(InputStream stored, Path file, Layout layout) throws IOException {
    return switch (this) {
      case NONE -> stored;
      case GZIP -> new GzipInput(new PackedInput(stored));
      case ZSTD -> new ZstdInputStream(new PackedInput(stored));
      case PARQUET -> table(file, layout.columns());
    };
  }

  private InputStream table(Path file, Set<Column> columns) throws IOException {
    Set<String> identifiers =
        columns.stream().filter(Column::isIdentifier).map(Column::header).collect(Collectors.toSet());
    return form().text(file, columns.stream().map(Column::header).toList(), identifiers);
  }

  private TableForm form() throws UnreadableTable {
    for (TableForm form : ServiceLoader.load(TableForm.class, Packing.class.getClassLoader())) {
      if (form.ending().equals(ending)) {
        return form;
      }
    }
    throw new UnreadableTable(
        "this file is in Parquet, and this program was put together without what reads Parquet",
        "add `uk.rubric:parquet-adapter` to the program, or write the file as CSV");
  }
}
