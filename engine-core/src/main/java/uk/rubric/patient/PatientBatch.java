package uk.rubric.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.Labels;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/**
 * Patients as primitive columns: what an evaluator runs over and a reader of extracts fills. Says exactly what as many
 * {@link PatientRecord}s say, without an object for each event.
 *
 * <p>A <i>record</i> is a patient as one practice sees them; a <i>person</i> has the events that all records of the
 * patient share. Records, persons, registrations and events are numbered from 0; the registrations of a record and the
 * events of a person stand together, in no promised order. Days are counted from 1970-01-01.
 *
 * <p>A value is {@code unscaled × 10^-scale}, so that it keeps the digits as they were written. One that no long holds,
 * or of more than 126 decimal places, has the scale {@link #LARGE} and is had from {@link #value} alone.
 *
 * <p>Made by {@link PatientBatchBuilder}. Immutable and thread-safe.
 */
public final class PatientBatch {
  /** Stands for a day that is not recorded: no death, no end of a registration. */
  public static final int NO_DAY = Integer.MIN_VALUE;

  /** The unit of an entry that states none. */
  public static final int NO_UNIT = -1;

  /** The scale of an entry without a value. */
  public static final int NO_VALUE = Byte.MIN_VALUE;

  /** The scale of a value that is held apart. */
  public static final int LARGE = Byte.MAX_VALUE;

  /** Stands for the second of an event's entering that is not known. */
  public static final long NOT_ENTERED = Long.MIN_VALUE;

  private final PersonColumns persons;
  private final RecordColumns records;
  private final RegistrationColumns registrations;
  private final EventColumns events;

  PatientBatch(
      PersonColumns persons, RecordColumns records, RegistrationColumns registrations, EventColumns events) {
    this.persons = persons;
    this.records = records;
    this.registrations = registrations;
    this.events = events;
  }

  /** The same patients as columns, in their order; records of one patient that share their events share them here. */
  public static PatientBatch of(List<PatientRecord> records) {
    PatientBatchBuilder builder = new PatientBatchBuilder();
    records.forEach(builder::add);
    return builder.build();
  }

  /** How many records. */
  public int records() {
    return records.size();
  }

  /** How many persons; each may have several records or none. */
  public int persons() {
    return persons.size();
  }

  /** The code of a record's practice. */
  public String practice(int record) {
    return records.practices[record];
  }

  /** Whose record it is. */
  public int person(int record) {
    return records.persons[record];
  }

  /** The first registration of a record; the last is before {@link #registrationsEnd}. */
  public int registrationsStart(int record) {
    return records.registrationsStart[record];
  }

  /** One past the last registration of a record. */
  public int registrationsEnd(int record) {
    return record + 1 < records.size() ? records.registrationsStart[record + 1] : registrations.size();
  }

  public int registrationStart(int registration) {
    return registrations.starts[registration];
  }

  /** The day a registration ended, or {@link #NO_DAY}. */
  public int registrationEnd(int registration) {
    return registrations.ends[registration];
  }

  /** Whether a registration is for general medical services; no rule sees any other. */
  public boolean isGms(int registration) {
    return registrations.gms[registration];
  }

  /** The caller's reference to a registration, such as its line in a file; 0 for none. */
  public long registrationLine(int registration) {
    return registrations.lines[registration];
  }

  public String patientId(int person) {
    return persons.ids[person];
  }

  public int born(int person) {
    return persons.born[person];
  }

  /** The day of death, or {@link #NO_DAY}. */
  public int died(int person) {
    return persons.died[person];
  }

  /** The patient's sex: its place in {@link Labels#SEXES}, counted from 1; 0 when it is not recorded. */
  public int sex(int person) {
    return persons.sex(person);
  }

  /** The first event of a person; the last is before {@link #eventsEnd}. */
  public int eventsStart(int person) {
    return persons.eventsStart[person];
  }

  /** One past the last event of a person. */
  public int eventsEnd(int person) {
    return person + 1 < persons.size() ? persons.eventsStart[person + 1] : events.size();
  }

  /** The day an event is about. */
  public int day(int event) {
    return events.days[event];
  }

  /** The SNOMED CT identifier of an event. */
  public long code(int event) {
    return events.codes[event];
  }

  /** The digits of an event's value, for a scale other than {@link #NO_VALUE} and {@link #LARGE}. */
  public long unscaled(int event) {
    return events.unscaled[event];
  }

  /** The decimal places of an event's value, or {@link #NO_VALUE}, or {@link #LARGE}. */
  public int scale(int event) {
    return events.scales[event];
  }

  /** The exact value of an event, of whatever size. */
  public Optional<BigDecimal> value(int event) {
    return switch (events.scales[event]) {
      case NO_VALUE -> Optional.empty();
      case LARGE -> Optional.of(events.large.get((int) events.unscaled[event]));
      default -> Optional.of(BigDecimal.valueOf(events.unscaled[event], events.scales[event]));
    };
  }

  /** The place of an event's unit in {@link #units}, or {@link #NO_UNIT}. */
  public int unit(int event) {
    return events.units[event];
  }

  /** The second in which an event was entered, counted from 1970-01-01 without a time zone, or {@link #NOT_ENTERED}. */
  public long enteredSecond(int event) {
    return events.details.enteredSecond(event);
  }

  /** The nanoseconds beyond {@link #enteredSecond}. */
  public int enteredNano(int event) {
    return events.details.enteredNano(event);
  }

  /** The number of an event's own identifier, the same for the same text; 0 for none. */
  public int id(int event) {
    return events.details.id(event);
  }

  /** The number of the identifier of the event that an event belongs to; 0 for none. */
  public int parent(int event) {
    return events.details.parent(event);
  }

  /** The episode of an event: its place in {@link Labels#EPISODES}, counted from 1; 0 when it states none. */
  public int episode(int event) {
    return events.details.episode(event);
  }

  /** The units that events state, each spelling once. */
  public List<Unit> units() {
    return events.spellings;
  }

  /** The caller's reference to an event, such as its line in a file; 0 for none. */
  public long line(int event) {
    return events.lines[event];
  }

  /** Whether the patient is registered for GMS at the end of {@code day}: {@link PatientRecord#isRegisteredOn}. */
  public boolean isRegisteredOn(int record, int day) {
    int start = NO_DAY;
    for (int i = registrationsStart(record); i < registrationsEnd(record); i++) {
      if (isGms(i) && registrationStart(i) <= day) {
        start = Math.max(start, registrationStart(i));
      }
    }
    return start != NO_DAY && !hasEnded(record, start, day);
  }

  private boolean hasEnded(int record, int start, int day) {
    for (int i = registrationsStart(record); i < registrationsEnd(record); i++) {
      int end = registrationEnd(i);
      if (isGms(i) && end > start && end <= day) {
        return true;
      }
    }
    return false;
  }

  /** One record as an object; {@link PatientBatch#of} of it says the same again. */
  public PatientRecord toRecord(int record) {
    int person = person(record);
    return new PatientRecord(
        practice(record), patientId(person), date(born(person)), dateIfAny(died(person)),
        label(Labels.SEXES, sex(person)), registrations(record), events(person));
  }

  private List<Registration> registrations(int record) {
    List<Registration> found = new ArrayList<>();
    for (int i = registrationsStart(record); i < registrationsEnd(record); i++) {
      found.add(new Registration(
          date(registrationStart(i)), dateIfAny(registrationEnd(i)), isGms(i), registrationLine(i)));
    }
    return found;
  }

  private List<Event> events(int person) {
    List<Event> found = new ArrayList<>();
    for (int i = eventsStart(person); i < eventsEnd(person); i++) {
      Optional<Unit> unit = unit(i) == NO_UNIT ? Optional.empty() : Optional.of(units().get(unit(i)));
      found.add(new Event(date(day(i)), new SctId(code(i)), value(i), unit, detail(i), line(i)));
    }
    return found;
  }

  private EventDetail detail(int event) {
    boolean isPlain = id(event) == 0 && parent(event) == 0 && episode(event) == 0;
    return isPlain && enteredSecond(event) == NOT_ENTERED
        ? EventDetail.NONE
        : new EventDetail(
            entered(event), name(id(event)), name(parent(event)), label(Labels.EPISODES, episode(event)));
  }

  private Optional<LocalDateTime> entered(int event) {
    long second = enteredSecond(event);
    return second == NOT_ENTERED
        ? Optional.empty()
        : Optional.of(LocalDateTime.ofEpochSecond(second, enteredNano(event), ZoneOffset.UTC));
  }

  private Optional<String> name(int number) {
    return number == 0 ? Optional.empty() : Optional.of(events.details.name(number));
  }

  private static Optional<String> label(List<String> labels, int number) {
    return number == 0 ? Optional.empty() : Optional.of(labels.get(number - 1));
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  private static Optional<LocalDate> dateIfAny(int day) {
    return day == NO_DAY ? Optional.empty() : Optional.of(date(day));
  }
}
