package uk.rubric.extract.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.extract.UnreadableTable;

/** Whatever is wrong with a file, it is told in one line, and nothing else happens. */
class DamagedParquetTest {
  private static final String COLUMNS =
      "required binary a (STRING); optional int64 b; optional double c; required int32 d (DATE)";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("a.parquet");
  }

  private byte[] written(CompressionCodecName codec, WriterVersion version, boolean dictionary) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add(Arrays.asList("P" + i / 3, i % 5 == 0 ? null : (Object) (i * 1_000_003L), i / 4.0, 18_000 + i));
    }
    new Parquet(codec, version, dictionary, 25, 10).write(file, COLUMNS, rows);
    return Files.readAllBytes(file);
  }

  @Test
  void fileCutShortAnywhereIsRefused() throws IOException {
    byte[] whole = written(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Parquet.read(file, "a", "b", "c", "d")).isInstanceOf(UnreadableTable.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
      "UNCOMPRESSED, PARQUET_1_0, true", "UNCOMPRESSED, PARQUET_2_0, false", "SNAPPY, PARQUET_1_0, false",
      "ZSTD, PARQUET_2_0, true", "GZIP, PARQUET_1_0, true"})
  void spoiledByteIsRefusedWhereverSumsReach(CompressionCodecName codec, WriterVersion version, boolean dictionary)
      throws IOException {
    byte[] whole = written(codec, version, dictionary);
    String text = Parquet.read(file, "a", "b", "c", "d");
    Random random = new Random(7);
    TreeSet<String> messages = new TreeSet<>();
    for (int at = 0; at < whole.length; at += 1 + random.nextInt(19)) {
      byte[] spoiled = whole.clone();
      spoiled[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, spoiled);
      try {
        assertThat(Parquet.read(file, "a", "b", "c", "d").lines().count()).isLessThanOrEqualTo(text.lines().count());
      } catch (UnreadableTable e) {
        messages.add(e.getMessage());
      }
    }
    assertThat(messages).contains("this Parquet file is damaged or cannot be read, so nothing in it can be trusted");
  }

  /** Sums stand over pages: what comes of a spoiled page is never another value. */
  @Test
  void spoiledPageNeverGivesAnotherValue() throws IOException {
    byte[] whole = written(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_1_0, false);
    String text = Parquet.read(file, "a", "b", "c", "d");
    int place = 0;
    while (whole[place] != 'P' || whole[place + 1] != '3') {
      place++;
    }
    whole[place + 1] = '4';
    Files.write(file, whole);

    assertThat(text).contains("P3,");
    assertThatThrownBy(() -> Parquet.read(file, "a", "b", "c", "d")).isInstanceOf(UnreadableTable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "patient_id,date,code,value\nP1,2021-06-01,44054006,\n", "PAR1PAR1", "PAR1....PAR1"})
  void otherFilesAreNamedAsSuch(String text) throws IOException {
    Files.writeString(file, text);

    assertThatThrownBy(() -> Parquet.read(file, "a")).isInstanceOf(UnreadableTable.class);
  }

  @Test
  void encryptedFileIsNamedAsSuch() throws IOException {
    byte[] whole = written(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true);
    whole[3] = 'E';
    whole[whole.length - 1] = 'E';
    Files.write(file, whole);

    assertThatThrownBy(() -> Parquet.read(file, "a")).hasMessage("this Parquet file is encrypted");
  }

  @Test
  void fileWithoutRowsIsItsHeader() throws IOException {
    Parquet.USUAL.write(file, COLUMNS, List.of());

    assertThat(Parquet.read(file, "a", "b", "c", "d")).isEqualTo("a,b,c,d\n");
  }

  /** A page that says it is longer than the file, or than any page, is refused before memory is taken for it. */
  @Test
  void claimsAreHeldAgainstTheFile() {
    for (Unpacker unpacker : Unpacker.values()) {
      assertThatThrownBy(() -> unpacker.room(1 << 27, 100)).isInstanceOf(UnreadableTable.class);
    }
  }
}
