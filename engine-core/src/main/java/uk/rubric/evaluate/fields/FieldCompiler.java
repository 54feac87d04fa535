package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.FieldForm.Extreme;

/** The definition of one field to the step that fills its slot. */
final class FieldCompiler implements FieldDefinition.Visitor<FieldCompiler.Filler> {
  private final Plan plan;
  private final int slot;
  private final Map<ClusterId, Integer> clusters;
  private final Units units;
  private final OperandCompiler operands;

  FieldCompiler(Plan plan, int slot, Map<ClusterId, Integer> clusters, Units units) {
    this.plan = plan;
    this.slot = slot;
    this.clusters = clusters;
    this.units = units;
    this.operands = new OperandCompiler(plan, units);
  }

  /** Fills one slot from a patient's entries and from slots filled before. */
  @FunctionalInterface
  interface Filler {
    void fill(FieldRow row, PatientEntries patient);
  }

  @FunctionalInterface
  private interface Source {
    Entries of(PatientEntries patient);
  }

  @Override
  public Filler patientId(FieldDefinition.PatientId form) {
    // Every patient has one, and it is never compared with anything but itself.
    return (row, patient) -> row.setNumber(slot, 0);
  }

  @Override
  public Filler ageAt(FieldDefinition.AgeAt form) {
    Term.OfNumber day = operands.number(form.day());
    return (row, patient) -> {
      int at = day.get(row, null, 0);
      row.setNumber(slot, at == MISSING ? MISSING : completedYears(patient.born(), LocalDate.ofEpochDay(at)));
    };
  }

  /** One born on 29 February completes a year on 1 March of a common year; one not yet born has no age. */
  private static int completedYears(LocalDate born, LocalDate at) {
    int years = at.getYear() - born.getYear();
    boolean birthdayToCome = at.getMonthValue() < born.getMonthValue()
        || at.getMonthValue() == born.getMonthValue() && at.getDayOfMonth() < born.getDayOfMonth();
    int completed = birthdayToCome ? years - 1 : years;
    return completed < 0 ? MISSING : completed;
  }

  @Override
  public Filler pick(FieldDefinition.Pick form) {
    Source source = source(form.source());
    EntryTest where = where(form.where());
    return form.latest()
        ? (row, patient) -> row.setNumber(slot, latest(row, source.of(patient), where))
        : (row, patient) -> row.setNumber(slot, earliest(row, source.of(patient), where));
  }

  private static int latest(FieldRow row, Entries entries, EntryTest where) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (where.holds(row, entries, i)) {
        return entries.day(i);
      }
    }
    return MISSING;
  }

  private static int earliest(FieldRow row, Entries entries, EntryTest where) {
    for (int i = 0; i < entries.size(); i++) {
      if (where.holds(row, entries, i)) {
        return entries.day(i);
      }
    }
    return MISSING;
  }

  @Override
  public Filler allDays(FieldDefinition.AllDays form) {
    Source source = source(form.source());
    EntryTest where = where(form.where());
    return (row, patient) -> row.setDays(slot, allDays(row, source.of(patient), where));
  }

  private static int[] allDays(FieldRow row, Entries entries, EntryTest where) {
    int[] days = new int[entries.size()];
    int count = 0;
    for (int i = 0; i < entries.size(); i++) {
      boolean known = count > 0 && days[count - 1] == entries.day(i);
      if (!known && where.holds(row, entries, i)) {
        days[count++] = entries.day(i);
      }
    }
    return Arrays.copyOf(days, count);
  }

  @Override
  public Filler reading(FieldDefinition.Reading form) {
    Source source = cluster(form.cluster());
    int on = plan.slot(form.on());
    int unit = units.number(form.unit());
    return (row, patient) -> {
      int day = row.number(on);
      row.setValue(slot, day == MISSING ? null : reading(source.of(patient), day, form.extreme(), unit));
    };
  }

  @Override
  public Filler readingOnEach(FieldDefinition.ReadingOnEach form) {
    Source source = cluster(form.cluster());
    int on = plan.slot(form.days());
    int unit = units.number(form.unit());
    return (row, patient) -> readOnEach(row, row.days(on), source.of(patient), form.extreme(), unit);
  }

  private void readOnEach(FieldRow row, int[] days, Entries entries, Extreme extreme, int unit) {
    int[] found = new int[days.length];
    BigDecimal[] values = new BigDecimal[days.length];
    int count = 0;
    for (int day : days) {
      BigDecimal value = reading(entries, day, extreme, unit);
      if (value != null) {
        found[count] = day;
        values[count++] = value;
      }
    }
    row.setValues(slot, Arrays.copyOf(found, count), Arrays.copyOf(values, count));
  }

  /** The highest or lowest value on a day, entries without one passed over; null when none has one. */
  private static BigDecimal reading(Entries entries, int day, Extreme extreme, int unit) {
    BigDecimal found = null;
    for (int i = entries.firstFrom(day); i < entries.size() && entries.day(i) == day; i++) {
      BigDecimal value = entries.value(i, unit);
      if (value != null) {
        found = found == null ? value : extreme == Extreme.HIGHEST ? found.max(value) : found.min(value);
      }
    }
    return found;
  }

  @Override
  public Filler extremeOf(FieldDefinition.ExtremeOf form) {
    int[] slots = form.fields().stream().mapToInt(plan::slot).toArray();
    boolean latest = form.latest();
    return (row, patient) -> {
      int found = MISSING;
      for (int other : slots) {
        int day = row.number(other);
        if (day != MISSING) {
          found = found == MISSING ? day : latest ? Math.max(found, day) : Math.min(found, day);
        }
      }
      row.setNumber(slot, found);
    };
  }

  @Override
  public Filler element(FieldDefinition.Element form) {
    int array = plan.slot(form.array());
    int at = plan.slot(form.at());
    return (row, patient) -> {
      int day = row.number(at);
      row.setValue(slot, day == MISSING ? null : row.valueOn(array, day));
    };
  }

  private EntryTest where(Optional<Condition> where) {
    return where.map(condition -> condition.accept(new ConditionCompiler(operands))).orElse(EntryTest.ALWAYS);
  }

  private Source source(FieldDefinition.Source source) {
    if (source instanceof FieldDefinition.Source.Cluster cluster) {
      return cluster(cluster.id());
    }
    return source instanceof FieldDefinition.Source.Registration
        ? PatientEntries::registrations
        : PatientEntries::deregistrations;
  }

  private Source cluster(ClusterId id) {
    int number = clusters.get(id);
    return patient -> patient.cluster(number);
  }
}
