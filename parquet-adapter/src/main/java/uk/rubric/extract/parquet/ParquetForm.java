package uk.rubric.extract.parquet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import uk.rubric.extract.TableForm;
import uk.rubric.extract.UnreadableTable;

/**
 * Parquet with columns that are not nested: text, whole numbers, decimals, binary fractions, days, moments, yes and no.
 * Pages are compressed by snappy, zstd, gzip or not at all.
 */
public final class ParquetForm implements TableForm {
  @Override
  public String ending() {
    return ".parquet";
  }

  @Override
  public InputStream text(Path file, List<String> columns, Set<String> identifiers) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      return Refusal.guard(() -> new ParquetText(channel, columns, identifiers));
    } catch (UnreadableTable e) {
      channel.close();
      throw e;
    }
  }
}
