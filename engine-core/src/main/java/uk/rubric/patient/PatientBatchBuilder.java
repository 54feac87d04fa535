package uk.rubric.patient;

import static uk.rubric.patient.PatientBatch.LARGE;
import static uk.rubric.patient.PatientBatch.NO_DAY;
import static uk.rubric.patient.PatientBatch.NO_UNIT;
import static uk.rubric.patient.PatientBatch.NO_VALUE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import uk.rubric.check.Labels;
import uk.rubric.value.Unit;

/**
 * Fills a {@link PatientBatch}: a person, then that person's events; a record, then that record's registrations.
 * Records keep the order in which they are added. For one thread, and one batch.
 */
public final class PatientBatchBuilder {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final int FEW = 64;

  private final PersonColumns persons = new PersonColumns();
  private final RecordColumns records = new RecordColumns();
  private final RegistrationColumns registrations = new RegistrationColumns();
  private final EventColumns events;
  private List<Event> eventsOfLast = List.of();
  private boolean isBuilt;

  /** A builder that grows as needed. */
  public PatientBatchBuilder() {
    this(FEW);
  }

  /** @param events how many events to make room for; there may be more */
  public PatientBatchBuilder(int events) {
    this.events = new EventColumns(Math.max(1, events));
  }

  /** How many records have been added. */
  public int records() {
    return records.size();
  }

  /** How many persons have been added. */
  public int persons() {
    return persons.size();
  }

  /** How many events have been added. */
  public int events() {
    return events.size();
  }

  /**
   * Begins a person, to whom the events that follow belong.
   *
   * @param died the day, or {@link PatientBatch#NO_DAY}
   * @return the person's number, for {@link #record}
   */
  public int person(String patientId, int born, int died) {
    requireOpen();
    return persons.add(Objects.requireNonNull(patientId), requireDay(born), died, events.size());
  }

  /**
   * States the sex of the last person.
   *
   * @param sex one of {@link Labels#SEXES}
   */
  public void sex(String sex) {
    requireOpen();
    persons.sexOfLast(number(Labels.SEXES, sex));
  }

  /** States when the last event was entered. */
  public void entered(LocalDateTime at) {
    requireOpen();
    events.details.entered(lastEvent(), at.toEpochSecond(ZoneOffset.UTC), at.getNano());
  }

  /** Gives the last event an identifier, by which others of the person may say that they belong to it. */
  public void id(String id) {
    requireOpen();
    events.details.id(lastEvent(), Objects.requireNonNull(id));
  }

  /** States the identifier of the event that the last one belongs to. */
  public void parent(String id) {
    requireOpen();
    events.details.parent(lastEvent(), Objects.requireNonNull(id));
  }

  /**
   * States the episode of the last event.
   *
   * @param label one of {@link Labels#EPISODES}
   */
  public void episode(String label) {
    requireOpen();
    events.details.episode(lastEvent(), number(Labels.EPISODES, label));
  }

  private int lastEvent() {
    return events.size() - 1;
  }

  /** Its place, from 1. A text that no rule could name is refused, unsaid: it may be anything. */
  private static int number(List<String> labels, String label) {
    int place = labels.indexOf(label);
    if (place < 0) {
      throw new IllegalArgumentException("not one of " + labels);
    }
    return place + 1;
  }

  /** The number of a unit in this spelling, for {@link #event}. */
  public int unit(String spelling) {
    return events.unit(spelling);
  }

  /**
   * Adds an event with a value of {@code unscaled × 10^-scale} to the last person.
   *
   * @param code the identifier of a concept, as {@link uk.rubric.value.SctId} checks it
   * @param scale from -126 to 126
   * @param unit a number that {@link #unit} gave, or {@link PatientBatch#NO_UNIT}
   * @param line the caller's reference, 0 for none
   */
  public void event(int day, long code, long unscaled, int scale, int unit, long line) {
    if (scale <= NO_VALUE + 1 || scale >= LARGE) {
      throw new IllegalArgumentException("a value of so many decimal places is given whole");
    }
    add(day, code, unscaled, scale, unit, line);
  }

  /** Adds an event without a value, or with one of any size: {@code value} may be null. */
  public void event(int day, long code, BigDecimal value, int unit, long line) {
    if (value == null) {
      add(day, code, 0, NO_VALUE, unit, line);
    } else if (isSmall(value)) {
      add(day, code, value.unscaledValue().longValue(), value.scale(), unit, line);
    } else {
      events.large.add(value);
      add(day, code, events.large.size() - 1, LARGE, unit, line);
    }
  }

  private static boolean isSmall(BigDecimal value) {
    return value.scale() > NO_VALUE + 1 && value.scale() < LARGE && value.unscaledValue().abs().compareTo(MOST) <= 0;
  }

  private void add(int day, long code, long digits, int scale, int unit, long line) {
    requireOpen();
    events.add(requireDay(day), code, digits, scale, unit, line);
  }

  /**
   * Begins a record of a person at a practice, to which the registrations that follow belong.
   *
   * @param person a number that {@link #person} gave
   * @return the record's number
   */
  public int record(String practice, int person) {
    requireOpen();
    return records.add(
        Objects.requireNonNull(practice), Objects.checkIndex(person, persons.size()), registrations.size());
  }

  /**
   * Adds a registration to the last record.
   *
   * @param end the day it ended, not before {@code start}, or {@link PatientBatch#NO_DAY}
   * @param line the caller's reference, 0 for none
   */
  public void registration(int start, int end, boolean gms, long line) {
    requireOpen();
    if (end != NO_DAY && end < start) {
      throw new IllegalArgumentException("a registration does not end before it starts");
    }
    registrations.add(requireDay(start), end, gms, line);
  }

  /** Adds a record with its person; a record of the same patient just before it, with the same events, shares them. */
  public void add(PatientRecord patient) {
    int person = isLast(patient) ? persons.size() - 1 : addPerson(patient);
    record(patient.practice(), person);
    for (Registration registration : patient.registrations()) {
      int end = registration.end().map(PatientBatchBuilder::day).orElse(NO_DAY);
      registration(day(registration.start()), end, registration.gms(), registration.line());
    }
  }

  private boolean isLast(PatientRecord patient) {
    int last = persons.size() - 1;
    return last >= 0
        && patient.events() == eventsOfLast
        && persons.ids[last].equals(patient.patientId())
        && persons.born[last] == day(patient.born())
        && persons.died[last] == patient.died().map(PatientBatchBuilder::day).orElse(NO_DAY)
        && persons.sex(last) == patient.sex().map(sex -> number(Labels.SEXES, sex)).orElse(0);
  }

  private int addPerson(PatientRecord patient) {
    int died = patient.died().map(PatientBatchBuilder::day).orElse(NO_DAY);
    int person = person(patient.patientId(), day(patient.born()), died);
    patient.sex().ifPresent(this::sex);
    for (Event event : patient.events()) {
      int unit = event.unit().map(Unit::text).map(this::unit).orElse(NO_UNIT);
      event(day(event.date()), event.code().value(), event.value().orElse(null), unit, event.line());
      detail(event.detail());
    }
    eventsOfLast = patient.events();
    return person;
  }

  private void detail(EventDetail detail) {
    if (detail != EventDetail.NONE) {
      detail.entered().ifPresent(this::entered);
      detail.id().ifPresent(this::id);
      detail.parent().ifPresent(this::parent);
      detail.episode().ifPresent(this::episode);
    }
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  private static int requireDay(int day) {
    if (day == NO_DAY) {
      throw new IllegalArgumentException("a day is needed");
    }
    return day;
  }

  private void requireOpen() {
    if (isBuilt) {
      throw new IllegalStateException("a batch that is built does not change");
    }
  }

  /** The batch; nothing can be added to it. */
  public PatientBatch build() {
    requireOpen();
    isBuilt = true;
    events.freeze();
    return new PatientBatch(persons, records, registrations, events);
  }
}
