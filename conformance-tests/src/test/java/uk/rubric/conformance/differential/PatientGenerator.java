package uk.rubric.conformance.differential;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.Labels;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.value.Unit;

/**
 * Patients whose dates crowd around the boundaries of the rules and around each other, and whose values crowd around
 * the numbers of the rules. Much is missing, several values stand on one day, and units are stated, left out or
 * wrong.
 */
final class PatientGenerator {
  private static final List<LocalDate> AWKWARD = List.of(
      LocalDate.of(2020, 2, 29), LocalDate.of(2021, 2, 28), LocalDate.of(2021, 3, 1), LocalDate.of(2020, 12, 31),
      LocalDate.of(2021, 8, 31), LocalDate.of(2021, 10, 31));
  private static final List<String> UNITS =
      List.of("mmol/mol", "mmHg", "%", "", "mm[Hg]", "MMHG", "mmol / mol", "kg");

  /** Ages whose day rules ask for. */
  static final List<String> ATTAINED = List.of("1 month", "8 months", "6 weeks", "28 days", "1 year", "18 years",
      "40 years");

  private static final List<String> IDS = List.of("E1", "E2", "E3", "E4", "E5");

  private final Dice dice;
  private final GeneratedRules rules;

  PatientGenerator(Dice dice, GeneratedRules rules) {
    this.dice = dice;
    this.rules = rules;
  }

  List<PatientRecord> patients(int count) {
    List<PatientRecord> patients = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      patients.add(patient("P" + i));
    }
    return patients;
  }

  private PatientRecord patient(String id) {
    List<LocalDate> used = new ArrayList<>();
    LocalDate born = born();
    used.addAll(List.of(attained(born, 1), attained(born, 8), attained(born, 12), attained(born, 216),
        attained(born, 480), born.plusWeeks(6), born.plusDays(28)));
    Optional<String> sex = dice.chance(80) ? Optional.of(dice.of(Labels.SEXES)) : Optional.empty();
    return new PatientRecord(dice.of(GeneratedRules.PRACTICES), id, born, Optional.empty(), sex, registrations(used),
        events(used));
  }

  /** Where an age in months is completed, or a day or two before. */
  private LocalDate attained(LocalDate born, int months) {
    return born.plusMonths(months).plusDays(dice.of(-1, 0, 0, 1));
  }

  private LocalDate born() {
    return switch (dice.between(0, 9)) {
      case 0 -> LocalDate.of(1960, 2, 29);
      case 1 -> LocalDate.of(2004, 2, 29);
      case 2 -> day(List.of());
      case 3 -> dice.of(LocalDate.of(2021, 1, 31), LocalDate.of(2021, 8, 31), LocalDate.of(2020, 2, 29),
          LocalDate.of(2021, 6, 30));
      default -> day(List.of()).minusYears(dice.of(GeneratedRules.AGES));
    };
  }

  private List<Registration> registrations(List<LocalDate> used) {
    List<Registration> registrations = new ArrayList<>();
    int count = dice.of(0, 1, 1, 2, 3);
    for (int i = 0; i < count; i++) {
      LocalDate start = day(used);
      used.add(start);
      Optional<LocalDate> end = dice.chance(50) ? Optional.of(end(start, used)) : Optional.empty();
      registrations.add(new Registration(start, end, dice.chance(75), 0));
    }
    return registrations;
  }

  private LocalDate end(LocalDate start, List<LocalDate> used) {
    LocalDate end = dice.chance(70) ? day(used) : start;
    return end.isBefore(start) ? start.plusDays(dice.between(0, 400)) : end;
  }

  private List<Event> events(List<LocalDate> used) {
    List<Event> events = new ArrayList<>();
    int count = dice.of(0, 2, 5, 9, 14, 20);
    for (int i = 0; i < count; i++) {
      LocalDate date = day(used);
      used.add(date);
      events.add(event(date));
    }
    return events;
  }

  private Event event(LocalDate date) {
    Optional<BigDecimal> value = dice.chance(75) ? Optional.of(value()) : Optional.empty();
    Optional<Unit> unit = dice.chance(35) ? Optional.of(new Unit(dice.of(UNITS))) : Optional.empty();
    return new Event(date, dice.of(rules.codes()), value, unit, detail(date), 0);
  }

  /** Few different ones, so that entries are entered together, belong together, or both. */
  private EventDetail detail(LocalDate date) {
    if (dice.chance(30)) {
      return EventDetail.NONE;
    }
    Optional<LocalDateTime> entered =
        dice.chance(70) ? Optional.of(date.atTime(dice.of(9, 10), 0, 0, dice.of(0, 0, 1))) : Optional.empty();
    return new EventDetail(entered, maybe(40, IDS), maybe(50, IDS), maybe(60, Labels.EPISODES));
  }

  private Optional<String> maybe(int percent, List<String> choices) {
    return dice.chance(percent) ? Optional.of(dice.of(choices)) : Optional.empty();
  }

  private BigDecimal value() {
    BigDecimal number = new BigDecimal(dice.of(rules.values()));
    return switch (dice.between(0, 7)) {
      case 0, 1, 2 -> number;
      case 3 -> number.setScale(3);
      case 4 -> number.add(new BigDecimal("0.1"));
      case 5 -> number.subtract(new BigDecimal("0.00000000000000000001"));
      case 6 -> number.negate();
      default -> new BigDecimal(dice.between(1, 200));
    };
  }

  /** A day near a boundary, near or on another day of the patient, or awkward in the calendar. */
  private LocalDate day(List<LocalDate> used) {
    int choice = dice.between(0, 99);
    if (choice < 45) {
      return dice.of(rules.boundaries()).plusDays(dice.of(-1, 0, 0, 1));
    }
    if (choice < 65 && !used.isEmpty()) {
      return dice.of(used);
    }
    if (choice < 80 && !used.isEmpty()) {
      return follow(dice.of(used)).plusDays(dice.of(-1, 0, 0, 1));
    }
    return choice < 90
        ? dice.of(AWKWARD)
        : rules.achievementDate().minusDays(dice.between(-60, 1_200));
  }

  /** Where a rule that moves a field's date would land. */
  private LocalDate follow(LocalDate day) {
    return switch (dice.between(0, 4)) {
      case 0 -> day.plusDays(dice.of(1, -1, 7, -7, 14, -14, 28, -28));
      case 1, 2 -> day.plusMonths(dice.of(1, -1, 6, -6));
      default -> day.plusYears(dice.of(1, -1, 2, -2));
    };
  }
}
