package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.math.BigDecimal;
import java.time.LocalDate;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.value.DateUnit;

/** Operands to terms; what is the same for all patients, such as {@code PPED - 12 months}, is worked out here, once. */
final class OperandCompiler implements Operand.Visitor<Term> {
  private final Plan plan;
  private final Units units;

  OperandCompiler(Plan plan, Units units) {
    this.plan = plan;
    this.units = units;
  }

  /** A term for a day or an age, which the checker has seen the operand to be. */
  Term.OfNumber number(Operand operand) {
    return (Term.OfNumber) operand.accept(this);
  }

  @Override
  public Term field(Operand.Field operand) {
    int slot = plan.slot(operand.id());
    CheckedField.Type type = plan.field(operand.id()).type();
    return switch (type) {
      case DATE, AGE, IDENTIFIER -> (Term.OfNumber) (row, entries, index) -> row.number(slot);
      case VALUE -> (Term.OfValue) (row, entries, index) -> row.value(slot);
      case LABEL, ANSWER, AGE_IN_MONTHS, ENTRIES, DATES, VALUES -> throw new IllegalArgumentException("an array is no operand: " + operand.id());
    };
  }

  @Override
  public Term day(Operand.Day operand) {
    return constant(plan.day(operand.name()));
  }

  @Override
  public Term fixedDay(Operand.FixedDay operand) {
    return constant(operand.date());
  }

  private static Term constant(LocalDate day) {
    return new Term.Constant(PatientEntries.epochDay(day));
  }

  @Override
  public Term number(Operand.Number operand) {
    BigDecimal number = operand.number();
    long millionths = Decimals.millionths(number);
    return millionths == Decimals.MISSING
        ? (Term.OfValue) (row, entries, index) -> row.decimals().of(number)
        : (Term.OfValue) (row, entries, index) -> millionths;
  }

  @Override
  public Term age(Operand.Age operand) {
    return new Term.Constant(operand.completed());
  }

  @Override
  public Term shifted(Operand.Shifted operand) {
    Term.OfNumber base = number(operand.base());
    int amount = operand.amount();
    DateUnit unit = operand.unit();
    if (base instanceof Term.Constant constant) {
      return new Term.Constant(shift(constant.number(), amount, unit));
    }
    return (Term.OfNumber) (row, entries, index) -> {
      int day = base.get(row, entries, index);
      return day == MISSING ? MISSING : shift(day, amount, unit);
    };
  }

  /** Months and years clamp to the month's end, as {@link DateUnit#shift} says. */
  private static int shift(int day, int amount, DateUnit unit) {
    return switch (unit) {
      case DAYS -> Math.addExact(day, amount);
      case WEEKS -> Math.addExact(day, Math.multiplyExact(7, amount));
      case MONTHS -> PatientEntries.epochDay(LocalDate.ofEpochDay(day).plusMonths(amount));
      case YEARS -> PatientEntries.epochDay(LocalDate.ofEpochDay(day).plusYears(amount));
    };
  }

  @Override
  public Term entryDate(Operand.EntryDate operand) {
    return (Term.OfNumber) (row, entries, index) -> entries.day(index);
  }

  @Override
  public Term entryValue(Operand.EntryValue operand) {
    int asked = operand.unit().map(units::number).orElse(Units.ANY);
    return (Term.OfValue) (row, entries, index) -> entries.value(index, asked, row.decimals());
  }

  @Override
  public Term element(Operand.Element operand) {
    int slot = plan.slot(operand.array());
    Term.OfNumber on = number(operand.on());
    return (Term.OfValue) (row, entries, index) -> {
      int day = on.get(row, entries, index);
      return day == MISSING ? Decimals.MISSING : row.valueOn(slot, day);
    };
  }

  @Override
  public Term attained(Operand.Attained operand) {
    throw new IllegalStateException("not built: Attained");
  }

  @Override
  public Term count(Operand.Count operand) {
    throw new IllegalStateException("not built: Count");
  }

  @Override
  public Term bound(Operand.Bound operand) {
    throw new IllegalStateException("not built: Bound");
  }

  @Override
  public Term entryEpisode(Operand.EntryEpisode operand) {
    throw new IllegalStateException("not built: EntryEpisode");
  }

  @Override
  public Term classification(Operand.Classification operand) {
    throw new IllegalStateException("not built: Classification");
  }
}
