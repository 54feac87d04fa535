package uk.rubric.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.PatientView;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.Side;
import uk.rubric.plan.Plan;
import uk.rubric.source.Span;
import uk.rubric.value.Unit;

/** The parts that made a rule's condition true or false, each with what its sides held. */
final class Findings implements Condition.Visitor<Void> {
  private final Plan plan;
  private final PatientView patient;
  private final Absence absence;
  private final List<Finding> found = new ArrayList<>();

  private Findings(Plan plan, PatientView patient, Absence absence) {
    this.plan = plan;
    this.patient = patient;
    this.absence = absence;
  }

  static List<Finding> of(Plan plan, PatientView patient, Absence absence, Condition condition) {
    Findings findings = new Findings(plan, patient, absence);
    condition.accept(findings);
    return findings.found.stream().distinct().toList();
  }

  /** As the file has it, on one line. */
  static String written(Span span) {
    return span.text().strip().replaceAll("\\s+", " ");
  }

  @Override
  public Void allOf(Condition.AllOf condition) {
    return parts(condition.parts(), patient.holds(condition), !patient.holds(condition));
  }

  @Override
  public Void anyOf(Condition.AnyOf condition) {
    return parts(condition.parts(), patient.holds(condition), patient.holds(condition));
  }

  private Void parts(List<Condition> parts, boolean whole, boolean decidedByOne) {
    Stream<Condition> alike = parts.stream().filter(part -> patient.holds(part) == whole);
    (decidedByOne ? alike.limit(1) : alike).forEach(part -> part.accept(this));
    return null;
  }

  /** One side that is not recorded makes the comparison false whatever the other is. */
  @Override
  public Void comparison(Condition.Comparison condition) {
    if (!isRecorded(condition.left())) {
      return add(condition, condition.left());
    }
    return isRecorded(condition.right())
        ? add(condition, condition.left(), condition.right())
        : add(condition, condition.right());
  }

  private boolean isRecorded(Operand operand) {
    return patient.value(operand, Optional.empty()).isPresent();
  }

  @Override
  public Void presence(Condition.Presence condition) {
    return add(condition, condition.subject());
  }

  private Void add(Condition condition, Operand... operands) {
    Set<Side> sides = new LinkedHashSet<>();
    Stream.of(operands).forEach(operand -> sides.addAll(operand.accept(new Sides())));
    found.add(new Finding(written(condition.span()), patient.holds(condition), List.copyOf(sides)));
    return null;
  }

  /** What an operand names and what that held; nothing for what the rule itself states. */
  private final class Sides implements Operand.Visitor<List<Side>> {
    @Override
    public List<Side> field(Operand.Field operand) {
      Side side = side(operand, unit(operand.id()));
      boolean recorded = patient.content(operand.id()).single().isPresent();
      return List.of(recorded ? side : new Side(side.name(), side.content(), absence.of(operand.id())));
    }

    @Override
    public List<Side> day(Operand.Day operand) {
      return List.of(side(operand, Unit.NONE));
    }

    @Override
    public List<Side> shifted(Operand.Shifted operand) {
      boolean ofField = operand.base() instanceof Operand.Field;
      List<Side> sides = new ArrayList<>(ofField ? operand.base().accept(this) : List.of());
      sides.add(side(operand, Unit.NONE));
      return sides;
    }

    @Override
    public List<Side> element(Operand.Element operand) {
      List<Side> sides = new ArrayList<>(operand.on().accept(this));
      sides.add(side(operand, unit(operand.array())));
      return sides;
    }

    @Override
    public List<Side> fixedDay(Operand.FixedDay operand) {
      return List.of();
    }

    @Override
    public List<Side> number(Operand.Number operand) {
      return List.of();
    }

    @Override
    public List<Side> age(Operand.Age operand) {
      return List.of();
    }

    @Override
    public List<Side> entryDate(Operand.EntryDate operand) {
      return List.of();
    }

    @Override
    public List<Side> entryValue(Operand.EntryValue operand) {
      return List.of();
    }

    @Override
    public List<Side> attained(Operand.Attained operand) {
      throw new IllegalStateException("not built: Attained");
    }

    @Override
    public List<Side> count(Operand.Count operand) {
      throw new IllegalStateException("not built: Count");
    }

    @Override
    public List<Side> bound(Operand.Bound operand) {
      throw new IllegalStateException("not built: Bound");
    }

    @Override
    public List<Side> entryEpisode(Operand.EntryEpisode operand) {
      throw new IllegalStateException("not built: EntryEpisode");
    }

    @Override
    public List<Side> classification(Operand.Classification operand) {
      throw new IllegalStateException("not built: Classification");
    }

    private Unit unit(FieldId field) {
      return plan.field(field).unit();
    }

    private Side side(Operand operand, Unit unit) {
      String content = patient.value(operand, Optional.empty()).map(c -> text(c, unit)).orElse("not recorded");
      return new Side(operand.accept(new Names()), content, Optional.empty());
    }
  }

  private static String text(Comparable<?> content, Unit unit) {
    if (content instanceof BigDecimal value) {
      return (value.stripTrailingZeros().toPlainString() + " " + unit).strip();
    }
    return content instanceof Integer age ? age + (age == 1 ? " year" : " years") : content.toString();
  }

  /** Operands as the rules write them. */
  private static final class Names implements Operand.Visitor<String> {
    @Override
    public String field(Operand.Field operand) {
      return operand.id().toString();
    }

    @Override
    public String day(Operand.Day operand) {
      return operand.name();
    }

    @Override
    public String fixedDay(Operand.FixedDay operand) {
      return operand.date().toString();
    }

    @Override
    public String number(Operand.Number operand) {
      return operand.number().toPlainString();
    }

    @Override
    public String age(Operand.Age operand) {
      return operand.completed() + " years";
    }

    @Override
    public String shifted(Operand.Shifted operand) {
      String sign = operand.amount() < 0 ? " - " : " + ";
      int amount = Math.abs(operand.amount());
      String unit = operand.unit().name().toLowerCase(Locale.ROOT);
      String one = unit.substring(0, unit.length() - 1);
      return operand.base().accept(this) + sign + amount + " " + (amount == 1 ? one : unit);
    }

    @Override
    public String entryDate(Operand.EntryDate operand) {
      return "date";
    }

    @Override
    public String entryValue(Operand.EntryValue operand) {
      return "value";
    }

    @Override
    public String attained(Operand.Attained operand) {
      throw new IllegalStateException("not built: Attained");
    }

    @Override
    public String count(Operand.Count operand) {
      throw new IllegalStateException("not built: Count");
    }

    @Override
    public String bound(Operand.Bound operand) {
      throw new IllegalStateException("not built: Bound");
    }

    @Override
    public String entryEpisode(Operand.EntryEpisode operand) {
      throw new IllegalStateException("not built: EntryEpisode");
    }

    @Override
    public String classification(Operand.Classification operand) {
      throw new IllegalStateException("not built: Classification");
    }

    @Override
    public String element(Operand.Element operand) {
      return operand.array() + " on " + operand.on().accept(this);
    }
  }

  @Override
  public Void atLeast(Condition.AtLeast condition) {
    throw new IllegalStateException("not built: AtLeast");
  }

  @Override
  public Void noneOf(Condition.NoneOf condition) {
    throw new IllegalStateException("not built: NoneOf");
  }

  @Override
  public Void some(Condition.Some condition) {
    throw new IllegalStateException("not built: Some");
  }

  @Override
  public Void sameEntry(Condition.SameEntry condition) {
    throw new IllegalStateException("not built: SameEntry");
  }

  @Override
  public Void member(Condition.Member condition) {
    throw new IllegalStateException("not built: Member");
  }

  @Override
  public Void oneOf(Condition.OneOf condition) {
    throw new IllegalStateException("not built: OneOf");
  }

  @Override
  public Void answer(Condition.Answer condition) {
    throw new IllegalStateException("not built: Answer");
  }
}
