package uk.rubric.extract.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Rows that are written come back as the same text. */
class ParquetTextPropertyTest {
  private Path folder;
  private Path file;

  @BeforeProperty
  void createFolder() throws IOException {
    folder = Files.createTempDirectory("parquet");
    file = folder.resolve("a.parquet");
  }

  @AfterProperty
  void deleteFolder() throws IOException {
    Files.deleteIfExists(file);
    Files.delete(folder);
  }

  @Property(tries = 100)
  void rowsOfTextComeBack(
      @ForAll("rows") List<List<String>> rows, @ForAll CompressionCodec codec, @ForAll WriterVersion version,
      @ForAll boolean dictionary, @ForAll @IntRange(min = 1, max = 20) int groupRows) throws IOException {
    new Parquet(CompressionCodecName.valueOf(codec.name()), version, dictionary, groupRows, 3).write(
        file, "required binary a (STRING); required binary b (STRING); required binary c (STRING)",
        rows.stream().map(row -> (List<Object>) new ArrayList<Object>(row)).toList());

    assertThat(Parquet.read(file, "a", "b", "c")).isEqualTo(
        "a,b,c\n" + rows.stream().map(row -> row.stream().map(this::cell).collect(Collectors.joining(",")) + "\n")
            .collect(Collectors.joining()));
  }

  /** Those that are read. */
  enum CompressionCodec { UNCOMPRESSED, SNAPPY, GZIP, ZSTD }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell = Arbitraries.oneOf(
        Arbitraries.of("P1", "44054006", "2021-03-31", "7.5", "", "\uD83D\uDE00, \u00e9"),
        Arbitraries.strings().withChars("ab, \"'\u00e9\u20ac\t").ofMaxLength(6));
    return cell.list().ofSize(3).list().ofMaxSize(40);
  }

  private String cell(String text) {
    return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  @Property(tries = 100)
  void fractionsComeBackAsTheSameNumber(@ForAll List<Double> doubles, @ForAll List<Float> floats) throws IOException {
    List<List<Object>> rows = IntStream.range(0, Math.min(doubles.size(), floats.size()))
        .mapToObj(i -> List.<Object>of(doubles.get(i), floats.get(i))).toList();
    Parquet.USUAL.write(file, "required double a; required float b", rows);

    List<String> lines = Parquet.read(file, "a", "b").lines().skip(1).toList();

    for (int i = 0; i < rows.size(); i++) {
      String[] cells = lines.get(i).split(",");
      assertThat(Double.parseDouble(cells[0])).isEqualTo(doubles.get(i) + 0.0);
      assertThat(Float.parseFloat(cells[1])).isEqualTo(floats.get(i) + 0.0f);
      assertThat(cells[0].toLowerCase(Locale.ROOT).contains("e")).isEqualTo(!(Math.abs(doubles.get(i)) < 0x1p53));
    }
  }
}
