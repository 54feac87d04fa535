package uk.rubric.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** Patients whose codes are those of a plan and whose dates crowd round the edges of its windows. */
final class PatientArbitraries {
  private static final LocalDate[] EDGES = {
    LocalDate.of(2012, 6, 1), LocalDate.of(2019, 3, 31), LocalDate.of(2021, 3, 31), LocalDate.of(2021, 4, 1),
    LocalDate.of(2021, 6, 30), LocalDate.of(2021, 10, 1), LocalDate.of(2022, 3, 31)
  };

  private PatientArbitraries() {}

  static Arbitrary<PatientRecord> of(Plan plan) {
    Long[] codes =
        plan.clusters().values().stream().flatMapToLong(c -> c.codes().codes()).distinct().sorted().boxed()
            .toArray(Long[]::new);
    Arbitrary<LocalDate> born = Arbitraries.of(LocalDate.of(1960, 5, 1), LocalDate.of(2005, 3, 31),
        LocalDate.of(2005, 4, 1), LocalDate.of(2004, 2, 29));
    Arbitrary<Optional<String>> sex = Arbitraries.of("FEMALE", "MALE").optional(0.7);
    return Combinators.combine(born, sex, registrations().list().ofMaxSize(3), events(codes).list().ofMaxSize(25))
        .as((birth, recorded, registrations, events) ->
            new PatientRecord("A81001", "P1", birth, Optional.empty(), recorded, registrations, events));
  }

  private static Arbitrary<LocalDate> dates() {
    return Combinators.combine(Arbitraries.of(EDGES), Arbitraries.of(0, 1, -1, 7))
        .as((edge, days) -> edge.plusDays(days));
  }

  private static Arbitrary<Registration> registrations() {
    Arbitrary<Optional<Integer>> lengths = Arbitraries.of(0, 1, 400, 4000).optional(0.4);
    return Combinators.combine(dates(), lengths, Arbitraries.frequency(
            net.jqwik.api.Tuple.of(4, true), net.jqwik.api.Tuple.of(1, false)))
        .as((start, days, gms) -> new Registration(start, days.map(start::plusDays), gms, 0));
  }

  private static Arbitrary<Event> events(Long[] codes) {
    Arbitrary<Optional<BigDecimal>> values =
        Arbitraries.of("5", "9.9", "10", "58", "58.0", "59", "80", "81", "140", "141").map(BigDecimal::new)
            .optional(0.8);
    Arbitrary<Optional<Unit>> units =
        Arbitraries.of(List.of(new Unit("mmHg"), new Unit("mm[Hg]"), new Unit("mmol/mol"), Unit.PERCENT))
            .optional(0.4);
    return Combinators.combine(dates(), Arbitraries.of(codes), values, units, details())
        .as((date, code, value, unit, detail) ->
            new Event(date, new SctId(code), value, value.isPresent() ? unit : Optional.empty(), detail, 0));
  }

  /** Few names, so that many entries are linked. */
  private static Arbitrary<EventDetail> details() {
    Arbitrary<Optional<LocalDateTime>> entered =
        Arbitraries.of(0, 1, 2).map(hours -> LocalDateTime.of(2022, 3, 1, 8, 0).plusHours(hours)).optional(0.6);
    Arbitrary<Optional<String>> names = Arbitraries.of("E1", "E2", "E3").optional(0.4);
    return Combinators.combine(entered, names, names, Arbitraries.of("FIRST", "NEW", "REVIEW").optional(0.6))
        .as(EventDetail::new);
  }
}
