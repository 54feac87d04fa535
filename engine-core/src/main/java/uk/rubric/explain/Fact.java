package uk.rubric.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.Registration;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** Something recorded about a patient that an outcome rests on. Immutable. */
public sealed interface Fact {
  /** The fields that took it, as the rules name them, in the order in which the rules met them; of birth also ages. */
  List<String> fields();

  <R> R accept(Visitor<R> visitor);

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R birth(Birth fact);

    R sex(Sex fact);

    R registered(Registered fact);

    R recorded(Recorded fact);
  }

  /** The date of birth. */
  record Birth(LocalDate date, List<String> fields) implements Fact {
    public Birth {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.birth(this);
    }
  }

  /** The sex that is recorded: {@code FEMALE}, {@code MALE}, {@code INDETERMINATE} or {@code UNKNOWN}. */
  record Sex(String sex, List<String> fields) implements Fact {
    public Sex {
      fields = List.copyOf(fields);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sex(this);
    }
  }

  /**
   * A GMS registration at the practice.
   *
   * @param lines where it stands in the extract, rising; without those that are not known
   * @param times how often the same registration is recorded; from 1
   */
  record Registered(LocalDate start, Optional<LocalDate> end, List<Long> lines, int times, List<String> fields)
      implements Fact {
    public Registered {
      lines = List.copyOf(lines);
      fields = List.copyOf(fields);
    }

    /** Whether {@code registration} is this one, or the same recorded again. */
    public boolean is(Registration registration) {
      return registration.gms() && registration.start().equals(start) && registration.end().equals(end);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.registered(this);
    }
  }

  /**
   * A clinical entry.
   *
   * @param term what the code means, or empty when it is not known
   * @param detail when it was entered, what it belongs to, its episode
   * @param clusters the code clusters by which the fields took it
   * @param lines where it stands in the extract, rising; without those that are not known
   * @param times how often the same entry (date, code, value, unit, detail) is recorded; from 1
   */
  record Recorded(
      LocalDate date,
      SctId code,
      String term,
      Optional<BigDecimal> value,
      Optional<Unit> unit,
      EventDetail detail,
      List<String> clusters,
      List<Long> lines,
      int times,
      List<String> fields)
      implements Fact {
    public Recorded {
      clusters = List.copyOf(clusters);
      lines = List.copyOf(lines);
      fields = List.copyOf(fields);
    }

    /** Whether {@code event} is this entry, or the same recorded again. */
    public boolean is(Event event) {
      return event.date().equals(date)
          && event.code().equals(code)
          && event.unit().equals(unit)
          && event.detail().equals(detail)
          && hasValueOf(event);
    }

    private boolean hasValueOf(Event event) {
      return event.value().isPresent() == value.isPresent()
          && (value.isEmpty() || value.get().compareTo(event.value().get()) == 0);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.recorded(this);
    }
  }
}
