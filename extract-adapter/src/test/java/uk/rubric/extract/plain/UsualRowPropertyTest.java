package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import uk.rubric.extract.Extract;
import uk.rubric.run.Progress;

/**
 * Usual rows, read in one go, say what they say cell by cell. A space before the identifier does not count, and makes
 * a row unusual: so an extract with such spaces is read in the other way, and everything about it stays the same.
 */
class UsualRowPropertyTest {
  private static final String[] IDS =
      {"P1", "1", "1234567", "12345678", "9434765919", "123456789012345", "1234567890123456", "a-very-long-identifier"};
  private static final String[] DATES =
      {"2021-09-01", "2021-02-29", "2020-02-29", "2022-06-02", "1959-12-31", "2021-9-01", "", "2021-13-01",
          "1500-01-01"};
  private static final String[] CODES = {
    "999791000000106", "44054006", "38341003", "0044054006", "44054007", "999791000000106123", "138875005", "",
    "44054006x", "9997910000001069999", "4405 4006", "900000000000441003", "9000000000000441003"};
  private static final String[] VALUES = {
    "", "48", "6.5", ".5", "5.", ".", "1.2.3", "-1", "+7", "1234567", "12345678", "123456.7", "1234567.8", "1e3",
    "99999999999999999999", " 48", "4 8", "x", "4\t8"};
  private static final String ODD = "\t ,.-x5\u00e9\u0001";

  private Path folder;

  @BeforeProperty
  void createFolder() throws IOException {
    folder = Files.createTempDirectory("extract");
  }

  @AfterProperty
  void deleteFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private Extract read(String events, String header) {
    Stream<String> rows = Arrays.stream(IDS).map(id -> id + ",1960-05-01,F");
    new TinyExtract(folder)
        .patients(rows.toArray(String[]::new))
        .registrations(Arrays.stream(IDS).map(id -> id + ",A81001,2001-01-01,").toArray(String[]::new))
        .withBytes("events.csv", (header + "\n" + events).getBytes(StandardCharsets.UTF_8));
    return PlainExtract.read(
        folder, TinyExtract.WANTED, TinyExtract.TODAY, TinyExtract.ACHIEVEMENT_DATE, Progress.NONE);
  }

  private static String pick(String[] from, Random random) {
    // The first is the good one, and mostly it is good.
    return random.nextInt(3) > 0 ? from[0] : from[random.nextInt(from.length)];
  }

  private static String row(String id, Random random, boolean withUnit) {
    String row = String.join(",", id, pick(DATES, random), random.nextBoolean() ? pick(CODES, random) : "38341003",
        VALUES[random.nextInt(random.nextBoolean() ? 4 : VALUES.length)]);
    String whole = withUnit ? row + "," + (random.nextInt(4) > 0 ? "mmol/mol" : "%") : row;
    if (random.nextInt(12) > 0) {
      return whole;
    }
    int at = random.nextInt(whole.length() + 1);
    return whole.substring(0, at) + ODD.charAt(random.nextInt(ODD.length())) + whole.substring(at);
  }

  @Property(tries = 150)
  void sayWhatTheySayCellByCell(@ForAll Random random, @ForAll boolean withUnit) {
    String header = TinyExtract.EVENTS + (withUnit ? ",unit" : "");
    String end = random.nextInt(3) > 0 ? "\n" : random.nextBoolean() ? "\r\n" : "\r";
    String[] rows = Arrays.stream(IDS)
        .flatMap(id -> Stream.generate(() -> row(id, random, withUnit)).limit(random.nextInt(9)))
        .toArray(String[]::new);

    Extract usual = read(String.join(end, rows) + end, header);
    Extract unusual = read(Arrays.stream(rows).map(row -> " " + row).collect(Collectors.joining(end)) + end, header);

    assertThat(usual.records()).isEqualTo(unusual.records());
    assertThat(usual.setAside()).isEqualTo(unusual.setAside());
    assertThat(usual.messages()).hasToString(unusual.messages().toString());
  }
}
