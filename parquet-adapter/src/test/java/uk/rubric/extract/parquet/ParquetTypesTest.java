package uk.rubric.extract.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.extract.UnreadableTable;

/** Each type that is read, as the cell that says the same. */
class ParquetTypesTest {
  private static final long MIDNIGHT = LocalDate.of(2021, 7, 1).toEpochDay() * 86_400_000L;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("a.parquet");
  }

  /** The cells of a column with these values. */
  private List<String> cells(String type, Object... values) throws IOException {
    List<String> cells = null;
    for (boolean dictionary : new boolean[] {true, false}) {
      List<List<Object>> rows = Arrays.stream(values).map(Arrays::asList).toList();
      new Parquet(CompressionCodecName.UNCOMPRESSED, WriterVersion.PARQUET_2_0, dictionary, 1 << 20, 3)
          .write(file, column(type), rows);
      List<String> read = Parquet.read(file, "a").lines().skip(1).toList();
      assertThat(cells == null ? read : cells).isEqualTo(read);
      cells = read;
    }
    return cells;
  }

  private static String column(String type) {
    return type.contains("%s") ? type.formatted("a") : "optional " + type.replaceFirst("( \\(|$)", " a$1");
  }

  @Test
  void text() throws IOException {
    assertThat(cells("binary (STRING)", "one", "", null, "a,b", "say \"so\"", " é ", "'"))
        .containsExactly("one", "", "", "\"a,b\"", "\"say \"\"so\"\"\"", " é ", "'");
    assertThat(cells("binary", "one")).containsExactly("one");
    assertThat(cells("binary (ENUM)", "female")).containsExactly("female");
  }

  @Test
  void textWithLineBreakIsOneBrokenLine() throws IOException {
    Parquet.USUAL.write(
        file, "required binary a (STRING); required binary b (STRING); required binary c (STRING)",
        List.of(List.of("P1", "first\nsecond", "x\ny"), List.of("P2", "a\r\"b\"", "y"), List.of("P3", "b", "z")));

    assertThat(Parquet.read(file, "a", "b", "c")).isEqualTo("a,b,c\nP1,\"first second\nP2,\"a \"\"b\"\"\nP3,b,z\n");
  }

  @Test
  void bytesThatAreNotTextStayAsTheyAre() throws IOException {
    new Parquet(CompressionCodecName.ZSTD, WriterVersion.PARQUET_1_0, true, 9, 9)
        .write(file, "required binary a", List.of(List.of(new byte[] {(byte) 0xe9, 0x41})));

    byte[] all = new ParquetForm().text(file, List.of("a"), Set.of()).readAllBytes();

    assertThat(new String(all, StandardCharsets.ISO_8859_1)).isEqualTo("a\n\u00e9A\n");
  }

  @Test
  void wholeNumbers() throws IOException {
    assertThat(cells("int32", 0, -5, null, Integer.MIN_VALUE)).containsExactly("0", "-5", "", "-2147483648");
    assertThat(cells("int64", 999791000000106L, Long.MIN_VALUE))
        .containsExactly("999791000000106", "-9223372036854775808");
    assertThat(cells("int32 (INTEGER(32,false))", -1)).containsExactly("4294967295");
    assertThat(cells("int64 (INTEGER(64,false))", -1L)).containsExactly("18446744073709551615");
    assertThat(cells("int32 (INTEGER(8,true))", 7)).containsExactly("7");
  }

  @Test
  void days() throws IOException {
    LocalDate leap = LocalDate.of(2020, 2, 29);
    assertThat(cells("int32 (DATE)", LocalDate.of(2021, 3, 31), leap, LocalDate.of(1899, 12, 31), null))
        .containsExactly("2021-03-31", "2020-02-29", "1899-12-31", "");
    assertThat(cells("int32 (DATE)", LocalDate.of(10_000, 1, 1), Integer.MAX_VALUE))
        .containsExactly("+10000-01-01", "+5881580-07-11");
  }

  @Test
  void midnightIsItsDayAndAnyOtherMomentIsNone() throws IOException {
    assertThat(cells("int64 (TIMESTAMP(MILLIS,false))", MIDNIGHT, MIDNIGHT + 34_200_000, -1L))
        .containsExactly("2021-07-01", "2021-07-01T09:30", "1969-12-31T23:59:59.999");
    assertThat(cells("int64 (TIMESTAMP(MICROS,false))", MIDNIGHT * 1000, MIDNIGHT * 1000 + 1))
        .containsExactly("2021-07-01", "2021-07-01T00:00:00.000001");
    assertThat(cells("int64 (TIMESTAMP(NANOS,false))", MIDNIGHT * 1_000_000 - 1))
        .containsExactly("2021-06-30T23:59:59.999999999");
  }

  @Test
  void momentInUniversalTimeSaysSo() throws IOException {
    assertThat(cells("int64 (TIMESTAMP(MILLIS,true))", MIDNIGHT, MIDNIGHT - 3_600_000))
        .containsExactly("2021-07-01", "2021-06-30T23:00Z");
    assertThat(cells("int64 (TIMESTAMP_MICROS)", MIDNIGHT * 1000 - 1)).containsExactly("2021-06-30T23:59:59.999999Z");
    assertThat(cells("int96", old(0), old(34_200_000_000_000L))).containsExactly("2021-07-01", "2021-07-01T09:30Z");
  }

  private static byte[] old(long nanos) {
    return ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putLong(nanos).putInt(2_459_397).array();
  }

  @Test
  void decimalsKeepTheirPlaces() throws IOException {
    assertThat(cells("int32 (DECIMAL(9,1))", 75, -5, 480, null)).containsExactly("7.5", "-0.5", "48.0", "");
    assertThat(cells("int64 (DECIMAL(18,3))", 7_500L, 0L)).containsExactly("7.500", "0.000");
    assertThat(cells("int32 (DECIMAL(9,0))", 48)).containsExactly("48");
    assertThat(cells("binary (DECIMAL(38,2))", new BigDecimal("-12345678901234567890.10"), new BigDecimal("0.05")))
        .containsExactly("-12345678901234567890.10", "0.05");
    assertThat(cells("optional fixed_len_byte_array(2) %s (DECIMAL(4,2))", new byte[] {1, 0}, new byte[] {-1, -1}))
        .containsExactly("2.56", "-0.01");
  }

  @ParameterizedTest
  @CsvSource({
      "48, 48", "7.1, 7.1", "0.1, 0.1", "-0.5, -0.5", "0, 0", "-0.0, 0", "0.000001, 0.000001", "1e-7, 0.0000001",
      "123456789.123, 123456789.123", "0.30000000000000004, 0.30000000000000004", "9007199254740991, 9007199254740991",
      "9007199254740992, 9.007199254740992E15", "-1e300, -1.0E300", "NaN, NaN", "Infinity, Infinity", "2e-3, 0.002",
      "58.0, 58", "1.005, 1.005", "2251799813685249.5, 2251799813685249.5"})
  void binaryFractionIsTheShortestDecimalThatGivesItBack(double value, String cell) throws IOException {
    assertThat(cells("double", value)).containsExactly(cell);
  }

  @ParameterizedTest
  @CsvSource({
      "48, 48", "7.1, 7.1", "0.1, 0.1", "16777215, 16777215", "16777216, 1.6777216E7", "NaN, NaN", "-0.0, 0",
      "19.7, 19.7"})
  void shortBinaryFractionToo(float value, String cell) throws IOException {
    assertThat(cells("float", value)).containsExactly(cell);
  }

  /** Two patients whose numbers differ in the last digit may be stored alike. */
  @ParameterizedTest
  @ValueSource(doubles = {9007199254740992.0, -1e300, 7.5, Double.NaN, Double.POSITIVE_INFINITY})
  void identifierThatAFractionDoesNotTellApartIsRefused(double value) throws IOException {
    Parquet.USUAL.write(file, "optional double id", List.of(List.of(73211009.0), List.of(9007199254740991.0)));
    assertThat(Parquet.read(file, "id")).isEqualTo("id\n73211009\n9007199254740991\n");

    Parquet.USUAL.write(file, "optional double id", List.of(List.of(1.0), List.of(value)));
    assertThatThrownBy(() -> Parquet.read(file, "id"))
        .isInstanceOfSatisfying(UnreadableTable.class, refused -> assertThat(refused.column()).isEqualTo("id"))
        .hasMessageStartingWith("the column `id` holds identifiers as binary fractions");
  }

  @Test
  void yesAndNo() throws IOException {
    assertThat(cells("boolean", true, false, null)).containsExactly("yes", "no", "");
  }

  @Test
  void identifiersOfSixteenBytes() throws IOException {
    byte[] bytes = new BigInteger("0123456789abcdef0123456789abcdef", 16).toByteArray();
    assertThat(cells("optional fixed_len_byte_array(16) %s (UUID)", Arrays.copyOf(bytes, 16)))
        .containsExactly("01234567-89ab-cdef-0123-456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "optional int32 a (TIME(MILLIS,true))", "optional fixed_len_byte_array(12) a (INTERVAL)",
      "optional binary a (BSON)",
      "optional fixed_len_byte_array(4) a", "optional fixed_len_byte_array(2) a (FLOAT16)"})
  void otherTypesAreRefusedByName(String columns) {
    Parquet.USUAL.write(file, columns, List.of());

    assertThatThrownBy(() -> Parquet.read(file, "a"))
        .isInstanceOfSatisfying(UnreadableTable.class, refused -> assertThat(refused.column()).isEqualTo("a"))
        .hasMessageMatching("the column `a` is stored as `.+`, which is not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "optional group a { optional int32 c; } required binary b", "required binary b; repeated int32 a",
      "optional group a (LIST) { repeated group list { optional int32 element; } } required binary b"})
  void nestedColumnIsRefusedUnlessNobodyReadsIt(String columns) throws IOException {
    Parquet.USUAL.write(file, columns, List.of());

    assertThatThrownBy(() -> Parquet.read(file, "a", "b"))
        .isInstanceOfSatisfying(UnreadableTable.class, refused -> assertThat(refused.column()).isEqualTo("a"))
        .hasMessage("the column `a` holds lists or records, and one value for each row is expected");
    assertThat(Parquet.read(file, "b")).isEqualTo("b,a\n");
  }

  @Test
  void columnsComeAsAskedAndOthersAreBlank() throws IOException {
    Parquet.USUAL.write(
        file, "required int32 c; required binary note (STRING); required int32 A",
        List.of(List.of(1, "x\ny", 2), List.of(3, "", 4)));

    assertThat(Parquet.read(file, "a", "b", "c")).isEqualTo("A,c,note\n2,1,\n4,3,\n");
  }

  /**
   * Written by DuckDB 2.0, with other encodings: {@code COPY (SELECT 'P' || (i // 3) AS patient_id, DATE '2021-03-31' +
   * i::INT AS date, …) TO 'duckdb.parquet' (CODEC 'zstd', PARQUET_VERSION V2)}.
   */
  @Test
  void filesOfAnotherWriter() throws Exception {
    Path written = Path.of(ParquetTypesTest.class.getResource("duckdb.parquet").toURI());

    String text = Parquet.read(written, "patient_id", "date", "code", "value", "entered", "exact", "yes", "tiny");

    assertThat(text).startsWith("""
        patient_id,date,code,value,entered,exact,yes,tiny
        P0,2021-03-31,999791000000106,,2021-03-31,0.00,yes,0
        P0,2021-04-01,999791000000106,0.1,2021-03-31T01:00,0.25,no,1
        P0,2021-04-02,999791000000106,0.2,2021-03-31T02:00,0.50,yes,2
        P1,2021-04-03,999791000000106,0.3,2021-03-31T03:00,0.75,no,3
        """).hasLineCount(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
  void compressionGroupsAndPagesMakeNoDifference(CompressionCodecName codec) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    StringBuilder expected = new StringBuilder("a,b\n");
    for (int i = 0; i < 1_000; i++) {
      rows.add(Arrays.asList(i % 7 == 0 ? null : (Object) (i * 31), "t" + i % 13));
      expected.append(i % 7 == 0 ? "" : i * 31).append(",t").append(i % 13).append('\n');
    }
    for (WriterVersion version : WriterVersion.values()) {
      for (boolean dictionary : new boolean[] {true, false}) {
        new Parquet(codec, version, dictionary, 300, 70)
            .write(file, "optional int32 a; required binary b (STRING)", rows);
        assertThat(Parquet.read(file, "a", "b")).isEqualTo(expected.toString());
      }
    }
  }

  @Test
  void otherCompressionIsRefusedByName() {
    new Parquet(CompressionCodecName.LZ4_RAW, WriterVersion.PARQUET_1_0, true, 9, 9)
        .write(file, "required int32 a", List.of(List.of(1)));

    assertThatThrownBy(() -> Parquet.read(file, "a"))
        .isInstanceOf(UnreadableTable.class)
        .hasMessage("this Parquet file is compressed by `LZ4_RAW`, which is not read");
  }
}
