package uk.rubric.evaluate.fields;

import static uk.rubric.evaluate.fields.FieldRow.MISSING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.value.DateUnit;

/** Operands to terms; what is the same for all patients, such as {@code PPED - 12 months}, is worked out here, once. */
final class OperandCompiler implements Operand.Visitor<Term> {
  private final Names names;
  private final Plan plan;
  private final Map<Operand.Bound, Integer> looked;

  OperandCompiler(Names names) {
    this(names, names.everywhere());
  }

  /** @param looked where rows keep the entries that are looked at */
  private OperandCompiler(Names names, Map<Operand.Bound, Integer> looked) {
    this.names = names;
    this.plan = names.plan();
    this.looked = looked;
  }

  Names names() {
    return names;
  }

  /** Within a condition that looks at one entry after another, kept in that place. */
  OperandCompiler lookingAt(Operand.Bound entry, int place) {
    Map<Operand.Bound, Integer> also = new HashMap<>(looked);
    also.put(entry, place);
    return new OperandCompiler(names, also);
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
      case DATE, AGE, AGE_IN_MONTHS, LABEL, ANSWER,
          IDENTIFIER -> (Term.OfNumber) (row, entries, index) -> row.number(slot);
      case VALUE -> (Term.OfValue) (row, entries, index) -> row.value(slot);
      case ENTRIES, DATES, VALUES -> throw new IllegalArgumentException("an array is no operand: " + operand.id());
    };
  }

  @Override
  public Term day(Operand.Day operand) {
    for (int i = 0; i < plan.chosenDays().size(); i++) {
      if (plan.chosenDays().get(i).name().equals(operand.name())) {
        int place = i;
        return (Term.OfNumber) (row, entries, index) -> row.chosenDay(place);
      }
    }
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
    int asked = operand.unit().map(names.units()::number).orElse(Units.ANY);
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
    int amount = operand.amount();
    return switch (operand.unit()) {
      case DAYS -> (Term.OfNumber) (row, entries, index) -> Math.addExact(row.born(), amount);
      case WEEKS -> (Term.OfNumber) (row, entries, index) -> Math.addExact(row.born(), Math.multiplyExact(7, amount));
      case MONTHS -> (Term.OfNumber) (row, entries, index) -> monthsOld(row.born(), amount);
      case YEARS -> (Term.OfNumber) (row, entries, index) -> monthsOld(row.born(), Math.multiplyExact(12, amount));
    };
  }

  /** The day of the month of birth, so many months on; the first of the next month where there is no such day. */
  private static int monthsOld(int bornOn, int months) {
    LocalDate born = LocalDate.ofEpochDay(bornOn);
    YearMonth month = YearMonth.from(born).plusMonths(months);
    return PatientEntries.epochDay(month.isValidDay(born.getDayOfMonth())
        ? month.atDay(born.getDayOfMonth())
        : month.plusMonths(1).atDay(1));
  }

  @Override
  public Term count(Operand.Count operand) {
    int slot = plan.slot(operand.array());
    return (Term.OfValue) (row, entries, index) -> row.decimals().of(row.size(slot), 0);
  }

  @Override
  public Term bound(Operand.Bound operand) {
    int place = looked.get(operand);
    return plan.field(operand.array()).type() == CheckedField.Type.VALUES
        ? (Term.OfValue) (row, entries, index) -> row.looked(place)
        : (Term.OfNumber) (row, entries, index) -> (int) row.looked(place);
  }

  @Override
  public Term entryEpisode(Operand.EntryEpisode operand) {
    return (Term.OfNumber) (row, entries, index) -> entries.episode(index);
  }

  /** The branch that gave the label. */
  @Override
  public Term classification(Operand.Classification operand) {
    int ladder = plan.ladder(operand.id()).index();
    return (Term.OfNumber) (row, entries, index) -> {
      int branch = row.branch(ladder);
      return branch > 0 ? branch : MISSING;
    };
  }
}
