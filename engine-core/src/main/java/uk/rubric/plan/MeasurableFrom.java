package uk.rubric.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.ServiceNode.DayKind;

/**
 * From when on an indicator can be achieved at all. Nothing dated after ACHV_DAT is seen while PPED stays at the end of
 * the period (language, meaning 5): what must be dated in the last six months before PPED is nil for everybody until
 * October, and that nought says nothing.
 *
 * <p>A day is only ever given where nobody can have achieved before it; that an indicator has none does not say that
 * somebody can.
 */
public final class MeasurableFrom {
  private static final LocalDate EVER = LocalDate.MIN;
  private static final LocalDate NEVER = LocalDate.MAX;

  private final Plan plan;

  private MeasurableFrom(Plan plan) {
    this.plan = plan;
  }

  /**
   * The first achievement date on which some patient can be in the numerator, where it is later than the plan's own.
   */
  public static Optional<LocalDate> of(Plan plan, Output output) {
    return output.numerator().stream()
        .mapToObj(index -> new MeasurableFrom(plan).selects(plan.ladders().get(index).ladder().rules()))
        .filter(day -> day.isAfter(plan.achievementDate()) && !day.equals(NEVER))
        .findFirst();
  }

  private LocalDate selects(List<Rule> rules) {
    LocalDate reached = EVER;
    LocalDate selected = NEVER;
    for (Rule rule : rules) {
      LocalDate holds = latest(reached, rule.condition().map(this::holds).orElse(EVER));
      LocalDate next = NEVER;
      for (boolean condition : List.of(true, false)) {
        LocalDate from = condition ? holds : reached;
        ActionKind kind = rule.action(condition).kind();
        selected = kind == ActionKind.SELECT ? earliest(selected, from) : selected;
        next = kind == ActionKind.NEXT ? earliest(next, from) : next;
      }
      reached = next;
    }
    return selected;
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** Before that achievement date the condition holds of nobody. */
  private LocalDate holds(Condition condition) {
    return condition.accept(new Holds(false));
  }

  private LocalDate recorded(FieldId field) {
    CheckedField known = plan.field(field);
    return known.definition() instanceof FieldDefinition.Pick pick ? recorded(pick)
        : known.definition() instanceof FieldDefinition.Reading reading ? recorded(reading.on())
        : known.definition() instanceof FieldDefinition.ExtremeOf extreme
            ? extreme.fields().stream().map(this::recorded).min(Comparator.naturalOrder()).orElse(EVER)
        : EVER;
  }

  private LocalDate recorded(FieldDefinition.Pick pick) {
    Holds ofEntry = new Holds(pick.source() instanceof Source.Cluster);
    return pick.where().map(where -> where.accept(ofEntry)).orElse(EVER);
  }

  /** Whether what a field holds is never later than ACHV_DAT, as the day of a clinical entry. */
  private boolean isSeenOnly(FieldId field) {
    FieldDefinition definition = plan.field(field).definition();
    return definition instanceof FieldDefinition.Pick pick ? pick.source() instanceof Source.Cluster
        : definition instanceof FieldDefinition.AllDays days ? days.selection().source() instanceof Source.Cluster
        : definition instanceof FieldDefinition.AllEntries all ? all.selection().source() instanceof Source.Cluster
        : definition instanceof FieldDefinition.ExtremeOf extreme
            && plan.field(field).type() == CheckedField.Type.DATE
            && extreme.fields().stream().allMatch(this::isSeenOnly);
  }

  /** A day that does not move with the achievement date. */
  private Optional<LocalDate> fixed(Operand operand) {
    if (operand instanceof Operand.FixedDay day) {
      return Optional.of(day.date());
    }
    if (operand instanceof Operand.Day day) {
      return Optional.of(day.name()).filter(name -> !movesWithRun(name)).map(plan::day);
    }
    return operand instanceof Operand.Shifted shifted
        ? fixed(shifted.base()).map(day -> shifted.unit().shift(day, shifted.amount()))
        : Optional.empty();
  }

  private boolean movesWithRun(String name) {
    return plan.mode() == Mode.ROLLING || plan.service().days().stream().anyMatch(day ->
        day.name().equals(name) && (day.kind() == DayKind.RUN_DATE || day.kind() == DayKind.CHOSEN));
  }

  /** One question a form; what is not told apart may hold ever. */
  private final class Holds implements Condition.Visitor<LocalDate> {
    private final boolean ofClinicalEntry;

    /** @param ofClinicalEntry whether {@code date} is that of an entry, which is not seen after ACHV_DAT */
    Holds(boolean ofClinicalEntry) {
      this.ofClinicalEntry = ofClinicalEntry;
    }

    @Override
    public LocalDate allOf(Condition.AllOf condition) {
      return parts(condition.parts()).reduce(EVER, MeasurableFrom::latest);
    }

    @Override
    public LocalDate anyOf(Condition.AnyOf condition) {
      return parts(condition.parts()).reduce(NEVER, MeasurableFrom::earliest);
    }

    @Override
    public LocalDate atLeast(Condition.AtLeast condition) {
      return parts(condition.parts()).sorted().skip(condition.least() - 1L).findFirst().orElse(EVER);
    }

    private Stream<LocalDate> parts(List<Condition> conditions) {
      return conditions.stream().map(part -> part.accept(this));
    }

    @Override
    public LocalDate comparison(Condition.Comparison condition) {
      LocalDate there =
          Stream.of(condition.left(), condition.right()).map(this::recorded).reduce(EVER, MeasurableFrom::latest);
      LocalDate reached = switch (condition.comparator()) {
        case MORE -> reaches(condition.left(), condition.right(), 1);
        case AT_LEAST -> reaches(condition.left(), condition.right(), 0);
        case LESS -> reaches(condition.right(), condition.left(), 1);
        case AT_MOST -> reaches(condition.right(), condition.left(), 0);
        case EQUAL -> latest(
            reaches(condition.left(), condition.right(), 0), reaches(condition.right(), condition.left(), 0));
        case NOT_EQUAL -> EVER;
      };
      return latest(there, reached);
    }

    private LocalDate reaches(Operand seen, Operand bound, int daysBeyond) {
      return isSeenOnly(seen) ? fixed(bound).map(day -> day.plusDays(daysBeyond)).orElse(EVER) : EVER;
    }

    private boolean isSeenOnly(Operand operand) {
      return operand instanceof Operand.Field field && MeasurableFrom.this.isSeenOnly(field.id())
          || operand instanceof Operand.Bound bound && MeasurableFrom.this.isSeenOnly(bound.array())
          || operand instanceof Operand.EntryDate && ofClinicalEntry;
    }

    private LocalDate recorded(Operand operand) {
      return operand instanceof Operand.Field field ? MeasurableFrom.this.recorded(field.id()) : EVER;
    }

    @Override
    public LocalDate presence(Condition.Presence condition) {
      return condition.recorded() ? recorded(condition.subject()) : EVER;
    }

    @Override
    public LocalDate some(Condition.Some condition) {
      return condition.has().accept(this);
    }

    @Override
    public LocalDate noneOf(Condition.NoneOf condition) {
      return EVER;
    }

    @Override
    public LocalDate sameEntry(Condition.SameEntry condition) {
      return EVER;
    }

    @Override
    public LocalDate member(Condition.Member condition) {
      return EVER;
    }

    @Override
    public LocalDate oneOf(Condition.OneOf condition) {
      return EVER;
    }

    @Override
    public LocalDate answer(Condition.Answer condition) {
      return EVER;
    }
  }
}
