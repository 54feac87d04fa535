package uk.rubric.rulebook;

import java.util.Optional;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.Operand;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** What stands on one side of a comparison, as a noun. */
final class OperandWords implements Operand.Visitor<Words> {
  private final Vocabulary vocabulary;
  private final Optional<FieldWords> fields;
  private final boolean brief;
  private final Kind kind;
  private final Unit unit;

  /** How the sides of a comparison are spoken of. */
  enum Kind {
    DATE,
    VALUE,
    YEARS,
    MONTHS,
    OTHER
  }

  /**
   * For one comparison.
   *
   * @param fields says what a field is; when empty, its name is enough
   * @param brief whether dates of the service go without their titles
   * @param kind of the comparison, for numbers and ages, which have none of their own
   */
  OperandWords(Vocabulary vocabulary, Optional<FieldWords> fields, boolean brief, Kind kind, Unit unit) {
    this.brief = brief;
    this.vocabulary = vocabulary;
    this.fields = fields;
    this.kind = kind;
    this.unit = unit;
  }

  static Kind kind(Operand operand, Vocabulary vocabulary) {
    return operand.accept(new KindOf(vocabulary));
  }

  static Unit unit(Operand operand, Vocabulary vocabulary) {
    if (operand instanceof Operand.Field field) {
      return vocabulary.places().definition(field.id()).unit();
    } else if (operand instanceof Operand.Element element) {
      return vocabulary.places().definition(element.array()).unit();
    } else if (operand instanceof Operand.Bound bound) {
      return vocabulary.places().definition(bound.array()).unit();
    }
    return operand instanceof Operand.EntryValue value ? value.unit().orElse(Unit.NONE) : Unit.NONE;
  }

  @Override
  public Words field(Operand.Field operand) {
    Words name = vocabulary.field(operand.id());
    return fields.flatMap(f -> f.brief(operand.id())).map(what -> what.plus(" (").plus(name).plus(")")).orElse(name);
  }

  @Override
  public Words day(Operand.Day operand) {
    return vocabulary.day(operand.name(), brief);
  }

  @Override
  public Words fixedDay(Operand.FixedDay operand) {
    return Words.of(operand.date().toString());
  }

  @Override
  public Words number(Operand.Number operand) {
    return Words.of(Vocabulary.number(operand.number(), unit));
  }

  @Override
  public Words age(Operand.Age operand) {
    return Words.of(Vocabulary.amount(operand.completed(), kind == Kind.MONTHS ? DateUnit.MONTHS : DateUnit.YEARS));
  }

  @Override
  public Words shifted(Operand.Shifted operand) {
    String way = operand.amount() < 0 ? " before " : " after ";
    return Words.of("the day " + Vocabulary.amount(Math.abs(operand.amount()), operand.unit()) + way)
        .plus(operand.base().accept(new OperandWords(vocabulary, Optional.empty(), brief, kind, unit)));
  }

  @Override
  public Words entryDate(Operand.EntryDate operand) {
    return Words.of("its date");
  }

  @Override
  public Words entryValue(Operand.EntryValue operand) {
    return Words.of("its value");
  }

  @Override
  public Words element(Operand.Element operand) {
    return Words.of("the value of ").plus(vocabulary.field(operand.array())).plus(" on ")
        .plus(operand.on() instanceof Operand.EntryDate ? Words.of("that date") : operand.on().accept(this));
  }

  @Override
  public Words attained(Operand.Attained operand) {
    return Words.of("the first day on which the patient has completed "
        + Vocabulary.amount(operand.amount(), operand.unit()) + " of age");
  }

  @Override
  public Words count(Operand.Count operand) {
    return Words.of("the number in ").plus(vocabulary.field(operand.array()));
  }

  @Override
  public Words bound(Operand.Bound operand) {
    return Words.of("this ").plus(Words.link(operand.name(), Optional.of(vocabulary.places().field(operand.array()))));
  }

  @Override
  public Words entryEpisode(Operand.EntryEpisode operand) {
    return Words.of("its episode");
  }

  @Override
  public Words classification(Operand.Classification operand) {
    return vocabulary.population(operand.id());
  }

  private record KindOf(Vocabulary vocabulary) implements Operand.Visitor<Kind> {
    private Kind of(CheckedField field) {
      return switch (field.type()) {
        case DATE, DATES, ENTRIES -> Kind.DATE;
        case VALUE, VALUES -> Kind.VALUE;
        case AGE -> Kind.YEARS;
        case AGE_IN_MONTHS -> Kind.MONTHS;
        case IDENTIFIER, LABEL, ANSWER -> Kind.OTHER;
      };
    }

    @Override
    public Kind field(Operand.Field operand) {
      return of(vocabulary.places().definition(operand.id()));
    }

    @Override
    public Kind day(Operand.Day operand) {
      return Kind.DATE;
    }

    @Override
    public Kind fixedDay(Operand.FixedDay operand) {
      return Kind.DATE;
    }

    @Override
    public Kind number(Operand.Number operand) {
      return Kind.VALUE;
    }

    @Override
    public Kind age(Operand.Age operand) {
      return Kind.YEARS;
    }

    @Override
    public Kind shifted(Operand.Shifted operand) {
      return Kind.DATE;
    }

    @Override
    public Kind entryDate(Operand.EntryDate operand) {
      return Kind.DATE;
    }

    @Override
    public Kind entryValue(Operand.EntryValue operand) {
      return Kind.VALUE;
    }

    @Override
    public Kind element(Operand.Element operand) {
      return Kind.VALUE;
    }

    @Override
    public Kind attained(Operand.Attained operand) {
      return Kind.DATE;
    }

    @Override
    public Kind count(Operand.Count operand) {
      return Kind.VALUE;
    }

    @Override
    public Kind bound(Operand.Bound operand) {
      Type type = vocabulary.places().definition(operand.array()).type();
      return type == Type.VALUES ? Kind.VALUE : Kind.DATE;
    }

    @Override
    public Kind entryEpisode(Operand.EntryEpisode operand) {
      return Kind.OTHER;
    }

    @Override
    public Kind classification(Operand.Classification operand) {
      return Kind.OTHER;
    }
  }
}
