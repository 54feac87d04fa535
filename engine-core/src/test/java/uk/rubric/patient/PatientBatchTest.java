package uk.rubric.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static uk.rubric.patient.PatientBatch.NO_DAY;
import static uk.rubric.patient.PatientBatch.NO_UNIT;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.check.Labels;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

class PatientBatchTest {
  private static final long CODE = 73211009;

  @Provide
  Arbitrary<List<PatientRecord>> patients() {
    return Combinators.combine(
            Arbitraries.of("A81001", "A81002"), Arbitraries.of("P1", "P2", "P3"), days(), days().optional(),
            Arbitraries.of(Labels.SEXES).optional(), registrations().list().ofMaxSize(3), events().list().ofMaxSize(6))
        .as(PatientRecord::new).list().ofMaxSize(40);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-60_000, 30_000).map(LocalDate::ofEpochDay);
  }

  private static Arbitrary<Registration> registrations() {
    return Combinators.combine(
            days(), Arbitraries.integers().between(0, 900).optional(), Arbitraries.of(true, false), lines())
        .as((start, length, gms, line) -> new Registration(start, length.map(start::plusDays), gms, line));
  }

  private static Arbitrary<Long> lines() {
    return Arbitraries.longs().greaterOrEqual(0);
  }

  private static Arbitrary<Event> events() {
    Arbitrary<BigDecimal> values =
        Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers().between(-300, 300)).as(BigDecimal::new);
    Arbitrary<Unit> units = Arbitraries.of("", "%", "mmHg", "mm[Hg]", "MMHG").map(Unit::new);
    return Combinators.combine(
            days(), Arbitraries.of(CODE, 44054006L).map(SctId::new), values.optional(), units.optional(), details(),
            lines())
        .as(Event::new);
  }

  private static Arbitrary<EventDetail> details() {
    Arbitrary<LocalDateTime> entered =
        Combinators.combine(days(), Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()))
            .as((day, nano) -> day.atTime(LocalTime.ofNanoOfDay(nano)));
    Arbitrary<String> ids = Arbitraries.of("E1", "E2", "E3");
    return Arbitraries.oneOf(
        Arbitraries.just(EventDetail.NONE),
        Combinators.combine(
                entered.optional(), ids.optional(), ids.optional(), Arbitraries.of(Labels.EPISODES).optional())
            .as(EventDetail::new));
  }

  @Test
  void refusesASexOrEpisodeThatNoRuleCouldName() {
    PatientBatchBuilder builder = new PatientBatchBuilder();
    builder.person("P1", 0, NO_DAY);
    builder.event(1, CODE, null, NO_UNIT, 0);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.sex("F"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.episode("First"));
  }

  @Test
  void tellsTwoRecordsOfOneIdentifierApartByTheirSex() {
    PatientRecord one = new PatientRecord(
        "A", "P1", LocalDate.EPOCH, Optional.empty(), Optional.of("MALE"), List.of(), List.of());
    PatientRecord other = new PatientRecord("A", "P1", LocalDate.EPOCH, Optional.empty(), List.of(), List.of());
    PatientBatch batch = PatientBatch.of(List.of(one, other, one));
    assertThat(List.of(batch.toRecord(0), batch.toRecord(1), batch.toRecord(2))).containsExactly(one, other, one);
  }

  @Property(tries = 300)
  void saysExactlyWhatTheRecordsSay(@ForAll("patients") List<PatientRecord> patients) {
    PatientBatch batch = PatientBatch.of(patients);
    List<PatientRecord> again = IntStream.range(0, batch.records()).mapToObj(batch::toRecord).toList();

    assertThat(again).isEqualTo(patients);
    // Units are equal in two spellings: the spelling itself stays, too.
    assertThat(spellings(again)).isEqualTo(spellings(patients));
  }

  private static List<Optional<String>> spellings(List<PatientRecord> patients) {
    return patients.stream().flatMap(p -> p.events().stream()).map(e -> e.unit().map(Unit::text)).toList();
  }

  @Property(tries = 500)
  void knowsWhoIsRegisteredAsTheRecordDoes(@ForAll("patients") List<PatientRecord> patients) {
    PatientBatch batch = PatientBatch.of(patients);
    for (int i = 0; i < patients.size(); i++) {
      for (LocalDate day : edges(patients.get(i))) {
        assertThat(batch.isRegisteredOn(i, (int) day.toEpochDay()))
            .as("%s on %s", patients.get(i).registrations(), day)
            .isEqualTo(patients.get(i).isRegisteredOn(day));
      }
    }
  }

  private static List<LocalDate> edges(PatientRecord patient) {
    List<LocalDate> edges = new ArrayList<>();
    for (Registration registration : patient.registrations()) {
      edges.addAll(List.of(registration.start(), registration.start().minusDays(1)));
      registration.end().ifPresent(end -> edges.addAll(List.of(end, end.minusDays(1))));
    }
    return edges;
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "58", "58.0", "-0.5", "0", "1E+3", "9223372036854775807", "-9223372036854775807", "-9223372036854775808",
    "9223372036854775808", "1E-126", "1E-127", "1E+126", "1E+127", "1E+128", "1E-400"
  })
  void keepsAValueOfAnySize(String text) {
    BigDecimal value = new BigDecimal(text);
    PatientBatchBuilder builder = new PatientBatchBuilder();
    builder.person("P1", 0, NO_DAY);
    builder.event(1, CODE, value, NO_UNIT, 0);
    builder.event(2, CODE, null, NO_UNIT, 0);

    PatientBatch batch = builder.build();

    assertThat(batch.value(0)).contains(value);
    assertThat(batch.value(1)).isEmpty();
  }

  @Test
  void sharesTheEventsOfOnePatientAtTwoPractices() {
    List<Event> events =
        List.of(new Event(LocalDate.EPOCH, new SctId(CODE), Optional.empty(), Optional.empty(), 7));
    PatientRecord here = new PatientRecord("A", "P1", LocalDate.EPOCH, Optional.empty(), List.of(), events);
    PatientRecord there = new PatientRecord("B", "P1", LocalDate.EPOCH, Optional.empty(), List.of(), events);
    PatientRecord other = new PatientRecord("B", "P2", LocalDate.EPOCH, Optional.empty(), List.of(), events);

    PatientBatch batch = PatientBatch.of(List.of(here, there, other));

    assertThat(batch.persons()).isEqualTo(2);
    assertThat(List.of(batch.toRecord(0), batch.toRecord(1), batch.toRecord(2))).containsExactly(here, there, other);
  }

  @Test
  void refusesWhatNoRecordSays() {
    PatientBatchBuilder builder = new PatientBatchBuilder();
    int person = builder.person("P1", 0, NO_DAY);
    builder.record("A", person);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.registration(10, 9, true, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.event(NO_DAY, CODE, null, NO_UNIT, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.event(1, CODE, 1, 127, NO_UNIT, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.person("P1", NO_DAY, NO_DAY));
    builder.build();
    assertThatIllegalStateException().isThrownBy(() -> builder.record("A", person));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 2_500})
  void handsOutEveryRecordOnceInOrder(int count) {
    List<PatientRecord> patients = IntStream.range(0, count).mapToObj(PatientBatchTest::numbered).toList();
    PatientSource source = PatientSource.of(patients);
    List<PatientRecord> found = new ArrayList<>();
    Set<Long> ordinals = new HashSet<>();
    for (Optional<PatientSource.Part> part = source.next(); part.isPresent(); part = source.next()) {
      PatientBatch batch = part.get().read();
      assertThat(part.get().ordinal()).isEqualTo(ordinals.size());
      ordinals.add(part.get().ordinal());
      IntStream.range(0, batch.records()).mapToObj(batch::toRecord).forEach(found::add);
    }
    assertThat(found).isEqualTo(patients);
    assertThat(source.records()).hasValue(count);
  }

  private static PatientRecord numbered(int number) {
    return new PatientRecord("A", "P" + number, LocalDate.EPOCH, Optional.empty(), List.of(), List.of());
  }
}
