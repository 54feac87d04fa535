package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.FieldForm.Extreme;

/** The definition of one field to the step that fills its slot. */
final class FieldCompiler implements FieldDefinition.Visitor<Filler> {
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
      row.setNumber(slot, at == MISSING ? MISSING : completedYears(patient.born(), at));
    };
  }

  /** One born on 29 February completes a year on 1 March of a common year; one not yet born has no age. */
  private static int completedYears(int bornOn, int on) {
    if (on < bornOn) {
      return MISSING;
    }
    LocalDate born = LocalDate.ofEpochDay(bornOn);
    LocalDate at = LocalDate.ofEpochDay(on);
    boolean birthdayToCome = at.getMonthValue() < born.getMonthValue()
        || at.getMonthValue() == born.getMonthValue() && at.getDayOfMonth() < born.getDayOfMonth();
    return at.getYear() - born.getYear() - (birthdayToCome ? 1 : 0);
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
    Source source = source(form.selection().source());
    EntryTest where = where(form.selection().where());
    return (row, patient) -> allDays(row, source.of(patient), where);
  }

  private void allDays(FieldRow row, Entries entries, EntryTest where) {
    row.clear(slot);
    int last = MISSING;
    for (int i = 0; i < entries.size(); i++) {
      int day = entries.day(i);
      if (day != last && where.holds(row, entries, i)) {
        row.add(slot, day);
        last = day;
      }
    }
  }

  @Override
  public Filler reading(FieldDefinition.Reading form) {
    Source source = cluster(form.cluster());
    int on = plan.slot(form.on());
    int unit = units.number(form.unit());
    return (row, patient) -> {
      int day = row.number(on);
      row.setValue(
          slot, day == MISSING ? Decimals.MISSING : reading(row, source.of(patient), day, form.extreme(), unit));
    };
  }

  @Override
  public Filler readingOnEach(FieldDefinition.ReadingOnEach form) {
    Source source = cluster(form.cluster());
    int on = plan.slot(form.days());
    int unit = units.number(form.unit());
    return (row, patient) -> {
      row.clear(slot);
      int size = row.size(on);
      for (int i = 0; i < size; i++) {
        long value = reading(row, source.of(patient), row.day(on, i), form.extreme(), unit);
        if (value != Decimals.MISSING) {
          row.add(slot, row.day(on, i), value);
        }
      }
    };
  }

  /** The highest or lowest value on a day, entries without one passed over. */
  private static long reading(FieldRow row, Entries entries, int day, Extreme extreme, int unit) {
    Decimals decimals = row.decimals();
    int better = extreme == Extreme.HIGHEST ? 1 : -1;
    long found = Decimals.MISSING;
    for (int i = entries.firstFrom(day); i < entries.size() && entries.day(i) == day; i++) {
      long value = entries.value(i, unit, decimals);
      if (value != Decimals.MISSING
          && (found == Decimals.MISSING || better * decimals.compare(value, found) > 0)) {
        found = value;
      }
    }
    return found;
  }

  @Override
  public Filler extremeOf(FieldDefinition.ExtremeOf form) {
    int[] slots = form.fields().stream().mapToInt(plan::slot).toArray();
    boolean latest = form.greatest();
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
      row.setValue(slot, day == MISSING ? Decimals.MISSING : row.valueOn(array, day));
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

  @Override
  public Filler sex(FieldDefinition.Sex form) {
    throw new IllegalStateException("not built: Sex");
  }

  @Override
  public Filler allEntries(FieldDefinition.AllEntries form) {
    throw new IllegalStateException("not built: AllEntries");
  }

  @Override
  public Filler count(FieldDefinition.Count form) {
    throw new IllegalStateException("not built: Count");
  }

  @Override
  public Filler conditional(FieldDefinition.Conditional form) {
    throw new IllegalStateException("not built: Conditional");
  }

  @Override
  public Filler whether(FieldDefinition.Whether form) {
    throw new IllegalStateException("not built: Whether");
  }
}
