package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.statistics.Statistics;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.extract.Extract;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.PatientExtract;
import uk.rubric.run.Progress;

/** However an extract is cut, packed and sorted, and by however many threads it is read, it says the same. */
class PartsPropertyTest {
  private static final String[] ODD = {"\"", "\u00e9", "\uFFFD", "\t", " ", "\r", ",", "x", "\n", "\"\""};

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

  /** Entries of some patients, grouped or not, with oddities; patients without entries, entries without patients. */
  private String write(Random random, boolean grouped) {
    return write(random, grouped, 10);
  }

  /** @param rarity how many rows there are for each that is odd, or of nobody */
  private String write(Random random, boolean grouped, int rarity) {
    List<String> patients = new ArrayList<>();
    List<String> registrations = new ArrayList<>();
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      patients.add("P%d,19%02d-05-01,F".formatted(i, 40 + random.nextInt(50)));
      if (random.nextInt(8) > 0) {
        registrations.add("P%d,A%d,2001-01-01,".formatted(i, random.nextInt(3)));
      }
      for (int k = random.nextInt(12); k > 0; k--) {
        events.add(odd(event(random.nextInt(rarity) == 0 ? 99 : i, random), random, rarity));
      }
    }
    if (!grouped) {
      Collections.shuffle(events, random);
    } else if (random.nextBoolean()) {
      Collections.reverse(events);
    }
    new TinyExtract(folder).patients(patients.toArray(String[]::new))
        .registrations(registrations.toArray(String[]::new));
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    return TinyExtract.EVENTS + ",unit" + end + String.join(end, events) + (random.nextBoolean() ? end : "");
  }

  private static String event(int patient, Random random) {
    long code = random.nextInt(3) == 0 ? TinyExtract.UNWANTED : TinyExtract.HBA1C;
    String value = List.of("", "48", "6.50", "-1", ".5", "1e3", "99999999999999999999").get(random.nextInt(7));
    String unit = List.of("", "", "mmol/mol", "%", "mm Hg").get(random.nextInt(5));
    return "P%d,20%02d-%02d-%02d,%d,%s,%s".formatted(
        patient, random.nextInt(25), random.nextInt(13), 1 + random.nextInt(30), code, value, unit);
  }

  private static String odd(String row, Random random, int rarity) {
    if (random.nextInt(rarity) > 0) {
      return row;
    }
    int at = random.nextInt(row.length() + 1);
    return row.substring(0, at) + ODD[random.nextInt(ODD.length)] + row.substring(at);
  }

  private Extract read(int threads, Sizes sizes) {
    try (PatientExtract open = PlainExtract.open(
        folder, TinyExtract.WANTED, TinyExtract.TODAY, TinyExtract.ACHIEVEMENT_DATE, threads, sizes, Progress.NONE)) {
      return Extract.of(open);
    }
  }

  private Extract readWhole(String events) throws IOException {
    Files.writeString(folder.resolve("events.csv"), events);
    return read(1, Sizes.USUAL);
  }

  /** What sorting may add and packing changes is left out. */
  private static List<String> said(Extract extract) {
    Predicate<Diagnostic> sorting = message -> message.code() == ExtractDiagnostic.NOT_GROUPED;
    return extract.messages().stream()
        .filter(sorting.negate())
        .map(message -> message.toString().replaceAll("events\\.csv(\\.gz|\\.zst)", "events.csv"))
        .collect(Collectors.toList());
  }

  private static void assertSame(Extract one, Extract other) {
    assertThat(other.records()).isEqualTo(one.records());
    assertThat(other.practices()).isEqualTo(one.practices());
    assertThat(other.setAside()).isEqualTo(one.setAside());
    assertThat(said(other)).isEqualTo(said(one));
  }

  @Property(tries = 120)
  void cutsMakeNoDifference(
      @ForAll Random random, @ForAll boolean grouped, @ForAll @LongRange(min = 1, max = 3000) long range,
      @ForAll @LongRange(min = 1, max = 3000) long piece, @ForAll @IntRange(min = 1, max = 3) int threads)
      throws IOException {
    Extract whole = readWhole(write(random, grouped));
    Extract cut = read(threads, new Sizes(range, piece, 40));

    assertSame(whole, cut);
    assertThat(cut.sha256()).isEqualTo(whole.sha256());
  }

  /** In one pass it says the same, or that it cannot: what was counted by then does not stand. */
  @Property(tries = 150)
  void onePassMakesNoDifference(
      @ForAll Random random, @ForAll boolean grouped, @ForAll boolean packed,
      @ForAll @LongRange(min = 1, max = 3000) long piece, @ForAll @IntRange(min = 1, max = 3) int threads)
      throws IOException {
    String events = write(random, grouped, 150);
    Extract whole = readWhole(events);
    if (packed) {
      Files.delete(folder.resolve("events.csv"));
      Files.write(folder.resolve("events.csv.gz"), pack(events, true));
    }
    Optional<Extract> once = OnePull.of(folder, threads, new Sizes(1, piece, 40));
    Files.deleteIfExists(folder.resolve("events.csv.gz"));

    once.ifPresent(extract -> assertSame(OnePull.withoutLines(whole), extract));
    once.filter(extract -> !packed).ifPresent(extract -> assertThat(extract.sha256()).isEqualTo(whole.sha256()));
    Statistics.label("in one pass").collect(once.isPresent());
  }

  @Property(tries = 60)
  void packingMakesNoDifference(@ForAll Random random, @ForAll boolean grouped, @ForAll boolean gzip)
      throws IOException {
    String events = write(random, grouped);
    Extract whole = readWhole(events);
    Files.delete(folder.resolve("events.csv"));
    Path packed = folder.resolve(gzip ? "events.csv.gz" : "events.csv.zst");
    Files.write(packed, pack(events, gzip));
    Extract unpacked = read(2, new Sizes(500, 700, 40));
    Files.delete(packed);

    assertSame(whole, unpacked);
  }

  private static byte[] pack(String text, boolean gzip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : new ZstdOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Property(tries = 60)
  void orderOfColumnsMakesNoDifference(@ForAll Random random, @ForAll boolean grouped) throws IOException {
    String[] lines = write(random, grouped).split("\r\n|\r|\n");
    List<String> kept = Stream.of(lines).filter(line -> line.matches("[^\"]*") && cells(line).length == 5).toList();
    Extract usual = readWhole(String.join("\n", kept));
    Extract turned = readWhole(kept.stream().map(PartsPropertyTest::turn).collect(Collectors.joining("\n")));

    assertSame(usual, turned);
  }

  private static String[] cells(String line) {
    return line.split(",", -1);
  }

  private static String turn(String line) {
    String[] cells = cells(line);
    return String.join(",", cells[4], cells[2], cells[0], cells[3], cells[1]);
  }
}
