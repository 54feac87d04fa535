package uk.rubric.extract.plain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.extract.prepared.Entry;
import uk.rubric.extract.prepared.OddRows;
import uk.rubric.extract.prepared.PartReader;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientBatchBuilder;
import uk.rubric.patient.WantedEvents;
import uk.rubric.value.Unit;

/**
 * Makes batches of parts of a prepared extract, one after another. What a row is depends on the rules and the day of
 * the command in few cases, and these are decided here as {@link EventScan} does: a day after today, a patient who is
 * set aside, a unit that no rule reads. Rows that were refused when the extract was prepared go through
 * {@link EventScan} itself. For one thread.
 */
final class PreparedPart {
  /** What all parts of a run share. */
  record Reading(
      CsvFile events, People people, Registrations registrations, WantedEvents wanted, int today, int achievementDay) {}

  private final Reading run;
  private final EventScan scan;
  private final EntryDetail detail;
  private final boolean asksDetail;
  private final Collected entries = new Collected();
  private PartReader part;
  private Tally tally;
  private PatientBatchBuilder builder;
  private int[] unitNumbers;
  private Unit[] units;
  private boolean[] doubtful;
  // The code and unit that were last asked for, which recur for a whole group.
  private long lastCode;
  private boolean lastWanted;
  private int lastUnit;
  private boolean lastUnseen;

  PreparedPart(Reading run) {
    this.run = run;
    scan = new EventScan(run.events(), run.people(), run.wanted(), run.today(), run.achievementDay());
    detail = new EntryDetail(run.wanted().details());
    asksDetail = detail.isAsked();
  }

  /** Reads a part, and counts what cannot be used. */
  PatientBatch read(PartReader stored, Tally counts) {
    part = stored;
    tally = counts;
    entries.clear();
    builder = new PatientBatchBuilder();
    unitNumbers = new int[part.units()];
    units = new Unit[part.units()];
    for (int i = 0; i < units.length; i++) {
      unitNumbers[i] = builder.unit(part.unit(i));
      units[i] = new Unit(part.unit(i));
    }
    boolean anyDoubt = findDoubtful();
    lastCode = 0;
    LongPredicate chosen = anyDoubt ? code -> true : run.wanted()::wants;
    Entry sink = anyDoubt ? this::inDoubt : this::use;
    part.read(chosen, asksDetail, sink);
    readOdd();
    return batch();
  }

  /** Those of whom some row is refused today that was not when the extract was prepared. */
  private boolean findDoubtful() {
    doubtful = new boolean[part.persons()];
    boolean any = false;
    for (int place = 0; place < doubtful.length; place++) {
      doubtful[place] = run.people().isSetAside(part.person(place)) || part.lastDay(place) > run.today();
      any |= doubtful[place];
    }
    return any;
  }

  private void inDoubt(
      int place, int day, long code, long unscaled, int scale, BigDecimal large, int unit, byte[] more, long line) {
    if (doubtful[place] && run.people().isSetAside(part.person(place))) {
      count(ExtractDiagnostic.PATIENT_SET_ASIDE, line, Column.PATIENT_ID);
    } else if (doubtful[place] && day > run.today()) {
      count(ExtractDiagnostic.FUTURE, line, Column.DATE);
    } else if (isWanted(code)) {
      use(place, day, code, unscaled, scale, large, unit, more, line);
    }
  }

  private boolean isWanted(long code) {
    if (code != lastCode) {
      learn(code);
      lastWanted = run.wanted().wants(code);
    }
    return lastWanted;
  }

  private void learn(long code) {
    lastCode = code;
    lastUnit = PatientBatch.NO_UNIT;
    lastUnseen = false;
  }

  private void use(
      int place, int day, long code, long unscaled, int scale, BigDecimal large, int unit, byte[] more, long line) {
    if (unit >= 0 && day <= run.achievementDay() && scale != PatientBatch.NO_VALUE && isUnseen(code, unit)) {
      count(ExtractDiagnostic.OTHER_UNIT, line, Column.UNIT);
    }
    entries.add(place, day, code, unscaled, scale, unit < 0 ? unit : unitNumbers[unit], line);
    if (large != null) {
      entries.large(large);
    }
    if (more != null) {
      entries.detail(more);
    }
  }

  private boolean isUnseen(long code, int unit) {
    if (code != lastCode) {
      learn(code);
    }
    if (unit != lastUnit) {
      lastUnit = unit;
      lastUnseen = run.wanted().isUnseenUnit(code, units[unit]);
    }
    return lastUnseen;
  }

  private void count(ExtractDiagnostic what, long line, Column column) {
    tally.count(what, run.events().layout().file(), run.events().place(line, column.header()));
  }

  private void readOdd() {
    if (part.oddRows() == 0) {
      return;
    }
    OddRows odd = part.odd();
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < part.persons(); place++) {
      places.put(part.person(place), place);
    }
    try {
      scan.read(
          new NumberedLines(new ByteArrayInputStream(odd.joined()), odd.lines()), tally,
          (person, day, code, value, unit, more, line) -> {
            boolean small = value.isPresent() && !value.isLarge();
            int scale = small ? value.scale() : value.isPresent() ? PatientBatch.LARGE : PatientBatch.NO_VALUE;
            entries.add(
                places.get(person), day, code, small ? value.unscaled() : 0, scale,
                unit == null ? PatientBatch.NO_UNIT : builder.unit(unit), line);
            if (scale == PatientBatch.LARGE) {
              entries.large(value.large());
            }
            if (asksDetail) {
              entries.detail(more.stored());
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
  }

  private PatientBatch batch() {
    int[] order = entries.byPlace(part.persons());
    int at = 0;
    for (int place = 0; place < part.persons(); place++) {
      int person = part.person(place);
      boolean used = !run.people().isSetAside(person) && run.registrations().has(person);
      int inBatch = used ? builder.person(run.people().id(person), run.people().born(person), run.people().died(person))
          : People.UNKNOWN;
      if (used) {
        run.people().sex(person).ifPresent(builder::sex);
      }
      for (; at < order.length && entries.place(order[at]) == place; at++) {
        if (used) {
          entries.addTo(builder, order[at], detail);
        }
      }
      if (used) {
        run.registrations().addTo(builder, person, inBatch);
      }
    }
    return builder.build();
  }

  /** Entries of a part, in columns that serve for the next one too. */
  private static final class Collected {
    private int[] places = new int[1 << 10];
    private int[] days = new int[1 << 10];
    private long[] codes = new long[1 << 10];
    private long[] unscaled = new long[1 << 10];
    private byte[] scales = new byte[1 << 10];
    private int[] units = new int[1 << 10];
    private long[] lines = new long[1 << 10];
    private byte[][] details = {};
    private final Map<Integer, BigDecimal> large = new HashMap<>();
    private int size;

    void clear() {
      size = 0;
      Arrays.fill(details, null);
      large.clear();
    }

    void add(int place, int day, long code, long digits, int scale, int unit, long line) {
      if (size == places.length) {
        grow(2 * size);
      }
      places[size] = place;
      days[size] = day;
      codes[size] = code;
      unscaled[size] = digits;
      scales[size] = (byte) scale;
      units[size] = unit;
      lines[size++] = line;
    }

    private void grow(int room) {
      places = Arrays.copyOf(places, room);
      days = Arrays.copyOf(days, room);
      codes = Arrays.copyOf(codes, room);
      unscaled = Arrays.copyOf(unscaled, room);
      scales = Arrays.copyOf(scales, room);
      units = Arrays.copyOf(units, room);
      lines = Arrays.copyOf(lines, room);
    }

    /** The value of the last entry, when it is a large one. */
    void large(BigDecimal value) {
      large.put(size - 1, value);
    }

    /** What rules may ask of the last entry. */
    void detail(byte[] stored) {
      if (size > details.length) {
        details = Arrays.copyOf(details, places.length);
      }
      details[size - 1] = stored;
    }

    int place(int entry) {
      return places[entry];
    }

    /** Entries by the place of their patient. */
    int[] byPlace(int count) {
      int[] next = new int[count + 1];
      for (int i = 0; i < size; i++) {
        next[places[i] + 1]++;
      }
      for (int place = 0; place < count; place++) {
        next[place + 1] += next[place];
      }
      int[] order = new int[size];
      for (int i = 0; i < size; i++) {
        order[next[places[i]]++] = i;
      }
      return order;
    }

    void addTo(PatientBatchBuilder builder, int entry, EntryDetail detail) {
      if (scales[entry] == PatientBatch.NO_VALUE || scales[entry] == PatientBatch.LARGE) {
        builder.event(days[entry], codes[entry], large.get(entry), units[entry], lines[entry]);
      } else {
        builder.event(days[entry], codes[entry], unscaled[entry], scales[entry], units[entry], lines[entry]);
      }
      if (detail.isAsked()) {
        detail.readAsked(entry < details.length ? details[entry] : null);
        detail.addTo(builder);
      }
    }
  }
}
