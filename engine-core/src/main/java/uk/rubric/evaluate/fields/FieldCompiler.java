package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.time.LocalDate;
import java.util.Optional;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Keep;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.DateUnit;

/** The definition of one field to the step that fills its slot. */
final class FieldCompiler implements FieldDefinition.Visitor<Filler> {
  /** No slot: what is counted is not kept. */
  private static final int NOWHERE = -1;

  private final Names names;
  private final Plan plan;
  private final int slot;
  private final OperandCompiler operands;

  FieldCompiler(Names names, int slot) {
    this.names = names;
    this.plan = names.plan();
    this.slot = slot;
    this.operands = new OperandCompiler(names);
  }

  @FunctionalInterface
  private interface Source {
    Entries of(FieldRow row, PatientEntries patient);
  }

  private boolean holdsValues() {
    return plan.fields().get(slot).type() == CheckedField.Type.VALUE;
  }

  @Override
  public Filler patientId(FieldDefinition.PatientId form) {
    // Every patient has one, and it is never compared with anything but itself.
    return (row, patient) -> row.setNumber(slot, 0);
  }

  @Override
  public Filler sex(FieldDefinition.Sex form) {
    return (row, patient) -> row.setNumber(slot, patient.sex() == 0 ? MISSING : patient.sex());
  }

  @Override
  public Filler ageAt(FieldDefinition.AgeAt form) {
    Term.OfNumber day = operands.number(form.day());
    int months = form.unit() == DateUnit.MONTHS ? 1 : 12;
    return (row, patient) -> {
      int at = day.get(row, null, 0);
      boolean isBorn = at != MISSING && at >= patient.born();
      row.setNumber(slot, isBorn ? completedMonths(patient.born(), at) / months : MISSING);
    };
  }

  /**
   * One born on 29 February completes a year on 1 March of a common year, one born on 31 January a month on 1 March.
   */
  private static int completedMonths(int bornOn, int on) {
    LocalDate born = LocalDate.ofEpochDay(bornOn);
    LocalDate at = LocalDate.ofEpochDay(on);
    int months = 12 * (at.getYear() - born.getYear()) + at.getMonthValue() - born.getMonthValue();
    return at.getDayOfMonth() < born.getDayOfMonth() ? months - 1 : months;
  }

  @Override
  public Filler pick(FieldDefinition.Pick form) {
    Source source = source(form.source());
    EntryTest where = where(form.where());
    return form.latest()
        ? (row, patient) -> row.setNumber(slot, latest(row, source.of(row, patient), where))
        : (row, patient) -> row.setNumber(slot, earliest(row, source.of(row, patient), where));
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
    int apart = apart(form.selection());
    Optional<Keep> keep = form.selection().keep();
    boolean latest = keep.map(Keep::latest).orElse(false);
    int most = keep.map(Keep::number).orElse(Integer.MAX_VALUE);
    return (row, patient) -> {
      row.clear(slot);
      days(row, source.of(row, patient), where, apart, slot);
      row.keep(slot, latest, most);
    };
  }

  /** How many days a day must lie behind the last that was taken: at least one, so that none is taken twice. */
  private static int apart(Selection selection) {
    return Math.max(1, selection.spacing().orElse(1));
  }

  /** How many days are taken; adds them to the array in the slot {@code to}, unless that is {@link #NOWHERE}. */
  private static int days(FieldRow row, Entries entries, EntryTest where, int apart, int to) {
    int taken = 0;
    int last = 0;
    for (int i = 0; i < entries.size(); i++) {
      int day = entries.day(i);
      if ((taken == 0 || day >= last + apart) && where.holds(row, entries, i)) {
        last = day;
        taken++;
        if (to != NOWHERE) {
          row.add(to, day);
        }
      }
    }
    return taken;
  }

  @Override
  public Filler allEntries(FieldDefinition.AllEntries form) {
    Source source = source(form.selection().source());
    EntryTest where = where(form.selection().where());
    return (row, patient) -> {
      row.clear(slot);
      entries(row, source.of(row, patient), where, slot);
    };
  }

  /** How many entries are taken; adds the day of each as {@link #days} does. */
  private static int entries(FieldRow row, Entries entries, EntryTest where, int to) {
    int taken = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (where.holds(row, entries, i)) {
        taken++;
        if (to != NOWHERE) {
          row.add(to, entries.day(i));
        }
      }
    }
    return taken;
  }

  @Override
  public Filler count(FieldDefinition.Count form) {
    Source source = source(form.selection().source());
    EntryTest where = where(form.selection().where());
    int apart = apart(form.selection());
    return form.entries()
        ? (row, patient) -> setCount(row, entries(row, source.of(row, patient), where, NOWHERE))
        : (row, patient) -> setCount(row, days(row, source.of(row, patient), where, apart, NOWHERE));
  }

  private void setCount(FieldRow row, int count) {
    row.setValue(slot, row.decimals().of(count, 0));
  }

  @Override
  public Filler reading(FieldDefinition.Reading form) {
    Source source = cluster(form.cluster());
    int on = plan.slot(form.on());
    int unit = names.units().number(form.unit());
    return (row, patient) -> {
      int day = row.number(on);
      row.setValue(
          slot, day == MISSING ? Decimals.MISSING : reading(row, source.of(row, patient), day, form.extreme(), unit));
    };
  }

  @Override
  public Filler readingOnEach(FieldDefinition.ReadingOnEach form) {
    Source source = cluster(form.cluster());
    int on = plan.slot(form.days());
    int unit = names.units().number(form.unit());
    return (row, patient) -> {
      row.clear(slot);
      int size = row.size(on);
      for (int i = 0; i < size; i++) {
        long value = reading(row, source.of(row, patient), row.day(on, i), form.extreme(), unit);
        if (value != Decimals.MISSING) {
          row.add(slot, row.day(on, i), value);
        }
      }
    };
  }

  /** The value that counts on a day, entries without one passed over. */
  private static long reading(FieldRow row, Entries entries, int day, Extreme extreme, int unit) {
    Decimals decimals = row.decimals();
    int better = extreme.isHighest() ? 1 : -1;
    boolean byEntering = extreme.isLastEntered();
    long found = Decimals.MISSING;
    int at = 0;
    for (int i = entries.firstFrom(day); i < entries.size() && entries.day(i) == day; i++) {
      long value = entries.value(i, unit, decimals);
      if (value != Decimals.MISSING) {
        int later = found == Decimals.MISSING ? 1 : byEntering ? entries.compareEntered(i, at) : 0;
        if (later > 0 || later == 0 && better * decimals.compare(value, found) > 0) {
          found = value;
          at = i;
        }
      }
    }
    return found;
  }

  @Override
  public Filler extremeOf(FieldDefinition.ExtremeOf form) {
    int[] slots = form.fields().stream().mapToInt(plan::slot).toArray();
    boolean greatest = form.greatest();
    return holdsValues()
        ? (row, patient) -> row.setValue(slot, extremeValue(row, slots, greatest))
        : (row, patient) -> row.setNumber(slot, extremeDay(row, slots, greatest));
  }

  private static int extremeDay(FieldRow row, int[] slots, boolean latest) {
    int found = MISSING;
    for (int other : slots) {
      int day = row.number(other);
      if (day != MISSING) {
        found = found == MISSING ? day : latest ? Math.max(found, day) : Math.min(found, day);
      }
    }
    return found;
  }

  private static long extremeValue(FieldRow row, int[] slots, boolean highest) {
    int better = highest ? 1 : -1;
    long found = Decimals.MISSING;
    for (int other : slots) {
      long value = row.value(other);
      boolean isBetter = value != Decimals.MISSING
          && (found == Decimals.MISSING || better * row.decimals().compare(value, found) > 0);
      found = isBetter ? value : found;
    }
    return found;
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

  @Override
  public Filler conditional(FieldDefinition.Conditional form) {
    EntryTest condition = test(form.condition());
    Term whenTrue = form.whenTrue().accept(operands);
    Term whenFalse = form.whenFalse().accept(operands);
    if (whenTrue instanceof Term.OfValue first && whenFalse instanceof Term.OfValue second) {
      return (row, patient) ->
          row.setValue(slot, (condition.holds(row, null, 0) ? first : second).get(row, null, 0));
    }
    Term.OfNumber first = (Term.OfNumber) whenTrue;
    Term.OfNumber second = (Term.OfNumber) whenFalse;
    return (row, patient) -> row.setNumber(slot, (condition.holds(row, null, 0) ? first : second).get(row, null, 0));
  }

  @Override
  public Filler whether(FieldDefinition.Whether form) {
    EntryTest condition = test(form.condition());
    return (row, patient) -> row.setNumber(slot, condition.holds(row, null, 0) ? 1 : 0);
  }

  private EntryTest test(Condition condition) {
    return condition.accept(new ConditionCompiler(operands));
  }

  private EntryTest where(Optional<Condition> where) {
    return where.map(this::test).orElse(EntryTest.ALWAYS);
  }

  private Source source(FieldDefinition.Source source) {
    if (source instanceof FieldDefinition.Source.Cluster cluster) {
      return cluster(cluster.id());
    }
    if (source instanceof FieldDefinition.Source.Array array) {
      int other = plan.slot(array.id());
      return (row, patient) -> row.drawn(other, slot);
    }
    return source instanceof FieldDefinition.Source.Registration
        ? (row, patient) -> patient.registrations()
        : (row, patient) -> patient.deregistrations();
  }

  private Source cluster(ClusterId id) {
    int number = names.cluster(id);
    return (row, patient) -> patient.cluster(number);
  }
}
