package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.extract.Extract;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.PatientExtract;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.Progress;
import uk.rubric.value.Unit;

/** A prepared extract says what the plain one says, whatever is in it, whatever rules ask and on whatever day. */
class PreparedExtractPropertyTest {
  private static final String[] ODD = {"\"", "\u00e9", "\uFFFD", "\t", " ", "\r", ",", "x", "\n", "\"\"", "9"};
  private static final List<String> SEXES = List.of("F", "m", "", "unknown");
  private static final List<String> ODD_SEXES = List.of("F", "m", "", "neither");

  /** Draws nothing odd. */
  private static final Random NEVER = new Random() {
    private static final long serialVersionUID = 1L;

    @Override
    public int nextInt(int bound) {
      return bound - 1;
    }
  };

  private static final List<LocalDate> DAYS = Stream.of("2014-01-01", "2020-06-01", "2022-06-01", "2030-01-01")
      .map(LocalDate::parse).toList();

  private Path folder;
  private Path prepared;

  @BeforeProperty
  void createFolder() throws IOException {
    Path both = Files.createTempDirectory("prepared");
    folder = Files.createDirectory(both.resolve("plain"));
    prepared = both.resolve("prepared");
  }

  @AfterProperty
  void deleteFolder() throws IOException {
    delete(folder.getParent());
  }

  private static void delete(Path all) throws IOException {
    if (Files.exists(all)) {
      try (Stream<Path> found = Files.walk(all)) {
        for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private record Asked(Set<Long> codes, Set<AskedDetail> details) implements WantedEvents {
    @Override
    public Optional<uk.rubric.evidence.Asked> beside() {
      return Optional.empty();
    }

    @Override
    public boolean wants(long code) {
      return codes.contains(code);
    }

    @Override
    public boolean isUnseenUnit(long code, Unit unit) {
      return code == TinyExtract.HBA1C && !unit.equals(new Unit("mmol/mol"));
    }
  }

  private static WantedEvents asked(Random random) {
    Set<AskedDetail> details = EnumSet.noneOf(AskedDetail.class);
    for (AskedDetail detail : AskedDetail.values()) {
      if (random.nextInt(3) == 0) {
        details.add(detail);
      }
    }
    List<Long> codes = new ArrayList<>(List.of(TinyExtract.DIABETES, TinyExtract.HBA1C, TinyExtract.UNWANTED));
    codes.removeIf(code -> random.nextInt(3) == 0);
    return new Asked(Set.copyOf(codes), details);
  }

  private static String odd(String row, Random random) {
    if (random.nextInt(12) > 0) {
      return row;
    }
    int at = random.nextInt(row.length() + 1);
    return row.substring(0, at) + ODD[random.nextInt(ODD.length)] + row.substring(at);
  }

  private static <T> T one(Random random, List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void write(Random random) throws IOException {
    List<String> patients = new ArrayList<>();
    List<String> registrations = new ArrayList<>();
    List<String> events = new ArrayList<>();
    int count = 1 + random.nextInt(40);
    boolean clean = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      String born = random.nextInt(12) == 0 ? "2021-03-04" : "19%02d-05-01".formatted(40 + random.nextInt(50));
      String died = random.nextInt(8) == 0 ? one(random, List.of("2021-12-24", "2026-01-02")) : "";
      patients.add(odd("P%d,%s,%s,%s".formatted(i, born, one(random, clean ? SEXES : ODD_SEXES), died), clean ? NEVER
          : random));
      for (int k = random.nextInt(3); k > 0; k--) {
        String start = one(random, List.of("2001-01-01", "2010-01-01", "2021-01-01", "2031-01-01"));
        registrations.add(odd("P%d,A%d,%s,".formatted(i, random.nextInt(3), start), clean ? NEVER : random));
      }
      for (int k = random.nextInt(14); k > 0; k--) {
        events.add(odd(event(random.nextInt(15) == 0 ? count : i, k, random), random));
      }
    }
    if (!clean && random.nextInt(4) == 0) {
      patients.add(one(random, patients));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(events, random);
    } else if (random.nextBoolean()) {
      Collections.reverse(events);
    }
    TinyExtract tiny = new TinyExtract(folder);
    tiny.with("patients.csv", lines(TinyExtract.PATIENTS + ",date_of_death", patients));
    tiny.with("registrations.csv", lines(TinyExtract.REGISTRATIONS, registrations));
    tiny.with("events.csv", lines(TinyExtract.EVENTS + ",unit,entered,event_id,parent_id,episode", events));
    beside(random, tiny);
    pack(random);
  }

  private static String event(int patient, int number, Random random) {
    String code = one(random, List.of("44054006", "999791000000106", "38341003", "38341003", "12"));
    String value = one(random, List.of("", "48", "6.50", "-1", ".5", "1e3", "99999999999999999999", "48", "7.00"));
    String unit = one(random, List.of("", "", "mmol/mol", "%", "mm Hg", "\u00b5mol/l"));
    String entered = one(random, List.of("", "2021-01-02", "2021-01-02T09:30", "yesterday"));
    String parent = one(random, List.of("", "", "E1", "E2"));
    String episode = one(random, List.of("", "", "first", "NEW", "last"));
    return "P%d,20%02d-%02d-%02d,%s,%s,%s,%s,E%d,%s,%s".formatted(
        patient, random.nextInt(32), random.nextInt(13), 1 + random.nextInt(30), code, value, unit, entered, number,
        parent, episode);
  }

  private static String[] lines(String header, List<String> rows) {
    return Stream.concat(Stream.of(header), rows.stream()).toArray(String[]::new);
  }

  private void beside(Random random, TinyExtract tiny) throws IOException {
    Files.deleteIfExists(folder.resolve("practices.csv"));
    Files.deleteIfExists(folder.resolve("evidence.csv"));
    Files.deleteIfExists(folder.resolve("history.csv"));
    if (random.nextBoolean()) {
      tiny.with("practices.csv", "practice_code,name,list_sise", odd("A0,One,100", random), "A1,Two,100");
    }
    if (random.nextBoolean()) {
      tiny.with(
          "evidence.csv", "level,org_code,item,date,answer", odd("practice,A0,SIGNED,2021-05-01,yes", random),
          "pcn,U1,SIGNED,2021-05-01,no");
      tiny.with(
          "history.csv", "practice_code,year,output,measure,value", odd("A0,2020,X001,points,7.5", random));
    }
  }

  private void pack(Random random) throws IOException {
    for (String file : List.of("patients.csv", "registrations.csv", "events.csv")) {
      Path plain = folder.resolve(file);
      Path packed = folder.resolve(file + ".gz");
      Files.deleteIfExists(packed);
      if (random.nextInt(4) == 0) {
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
          out.write(Files.readString(plain).getBytes(StandardCharsets.UTF_8));
        }
        Files.delete(plain);
      }
    }
  }

  private PatientExtract open(Path which, WantedEvents wanted, LocalDate today, LocalDate achievement) {
    return PlainExtract.open(which, wanted, today, achievement, 2, new Sizes(400, 900, 40), Progress.NONE);
  }

  private record Said(Extract extract, List<?> answers, List<String> order) {}

  private Said read(Path which, WantedEvents wanted, LocalDate today, LocalDate achievement) {
    try (PatientExtract open = open(which, wanted, today, achievement);
        PatientExtract again = open(which, wanted, today, achievement)) {
      List<Diagnostic> messages = new ArrayList<>();
      Extract extract = Extract.of(open);
      extract.messages().stream().filter(m -> m.code() != ExtractDiagnostic.NOT_GROUPED).forEach(messages::add);
      return new Said(
          new Extract(extract.practices(), extract.records(), extract.setAside(), messages, extract.sha256()),
          open.answers().all(), order(again));
    }
  }

  private static List<String> order(PatientExtract open) {
    List<String> order = new ArrayList<>();
    for (Optional<Part> part = open.next(); part.isPresent(); part = open.next()) {
      PatientBatch batch = part.get().read();
      for (int i = 0; i < batch.records(); i++) {
        order.add(batch.practice(i) + " " + batch.patientId(batch.person(i)));
      }
    }
    return order;
  }

  @Property(tries = 100)
  void saysWhatThePlainOneSays(@ForAll Random random) throws IOException {
    write(random);
    delete(prepared);
    LocalDate day = one(random, DAYS);
    long piece = 200 + random.nextInt(2_000);
    PlainExtract.prepare(folder, prepared, day, 1 + random.nextInt(2), new Sizes(500, piece, 40), Progress.NONE);

    for (LocalDate today : DAYS) {
      WantedEvents wanted = asked(random);
      LocalDate achievement = one(random, DAYS);
      Said plain = read(folder, wanted, today, achievement);
      Optional<Said> said = readPrepared(wanted, today, achievement, today.isAfter(day));
      if (said.isPresent()) {
        assertThat(said.get().extract()).isEqualTo(plain.extract());
        assertThat(said.get().answers()).isEqualTo(plain.answers());
        if (today.equals(day) && !wanted.details().contains(AskedDetail.SEX)) {
          assertThat(said.get().order()).isEqualTo(plain.order());
        }
      }
    }
  }

  /** Nothing when the day makes a difference that was not kept, and says so. */
  private Optional<Said> readPrepared(
      WantedEvents wanted, LocalDate today, LocalDate achievement, boolean mayDiffer) {
    try {
      return Optional.of(read(prepared, wanted, today, achievement));
    } catch (CouldNotRun e) {
      assertThat(mayDiffer).isTrue();
      assertThat(e.diagnostics()).extracting(Diagnostic::code).containsExactly(ExtractDiagnostic.PREPARED_TOO_EARLY);
      return Optional.empty();
    }
  }
}
