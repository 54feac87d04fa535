package uk.rubric.conformance.differential;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.Condition;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.Entry;
import uk.rubric.evaluate.PatientView;
import uk.rubric.plan.Plan;

/** Counts how each part of a condition comes out for a patient, whether or not the outcome needed it. */
final class ConditionMeter implements Condition.Visitor<Boolean> {
  private final Met met;
  private final Plan plan;
  private final PatientView patient;
  private final Optional<Entry> entry;
  private final String place;
  private final PatientView.Decided decided;

  /**
   * @param entry the one under test in a {@code where}; empty for the condition of a rule
   * @param decided what other ladders have decided
   */
  ConditionMeter(
      Met met, Plan plan, PatientView patient, Optional<Entry> entry, PatientView.Decided decided) {
    this.decided = decided;
    this.met = met;
    this.plan = plan;
    this.patient = patient;
    this.entry = entry;
    this.place = entry.isPresent() ? "where " : "rule ";
  }

  private boolean count(String what, boolean holds) {
    met.count(place + what + " " + holds);
    return holds;
  }

  @Override
  public Boolean allOf(Condition.AllOf condition) {
    return count("and", condition.parts().stream().map(part -> part.accept(this)).toList().stream().allMatch(b -> b));
  }

  @Override
  public Boolean anyOf(Condition.AnyOf condition) {
    return count("or", condition.parts().stream().map(part -> part.accept(this)).toList().stream().anyMatch(b -> b));
  }

  @Override
  public Boolean presence(Condition.Presence condition) {
    boolean recorded = patient.value(condition.subject(), entry).isPresent();
    return count("presence of " + OperandKind.of(condition.subject()), recorded == condition.recorded());
  }

  @Override
  public Boolean comparison(Condition.Comparison condition) {
    Optional<Comparable<?>> left = patient.value(condition.left(), entry);
    Optional<Comparable<?>> right = patient.value(condition.right(), entry);
    Stream.of(condition.left(), condition.right()).forEach(this::countMove);
    met.count(place + type(condition) + " " + condition.comparator().sign() + " " + result(left, right));
    boolean holds = left.isPresent() && right.isPresent()
        && condition.comparator().holds(compare(left.get(), right.get()));
    return count(OperandKind.of(condition.left()) + " against " + OperandKind.of(condition.right()), holds);
  }

  private void countMove(Operand operand) {
    if (operand instanceof Operand.Shifted shifted) {
      met.count("moved by " + shifted.unit().name().toLowerCase(Locale.ROOT));
    }
  }

  private String type(Condition.Comparison condition) {
    return Stream.of(condition.left(), condition.right()).map(this::type).flatMap(Optional::stream)
        .findFirst().orElse("date");
  }

  /** The type that an operand gives its comparison; nothing when it is that of dates. */
  private Optional<String> type(Operand operand) {
    return switch (OperandKind.of(operand)) {
      case "number", "value", "element", "count" -> Optional.of("value");
      case "age" -> Optional.of("age");
      case "field" -> switch (plan.field(((Operand.Field) operand).id()).type()) {
        case AGE, AGE_IN_MONTHS -> Optional.of("age");
        case VALUE -> Optional.of("value");
        default -> Optional.<String>empty();
      };
      default -> Optional.empty();
    };
  }

  private static String result(Optional<Comparable<?>> left, Optional<Comparable<?>> right) {
    if (left.isEmpty()) {
      return right.isEmpty() ? "both missing" : "left missing";
    }
    if (right.isEmpty()) {
      return "right missing";
    }
    int compared = compare(left.get(), right.get());
    return compared < 0 ? "less" : compared == 0 ? "equal" : "greater";
  }

  @SuppressWarnings("unchecked")
  private static int compare(Comparable<?> left, Comparable<?> right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  /** Whether a field holds anything. */
  static boolean isRecorded(PatientView patient, CheckedField field) {
    var content = patient.content(field.id());
    return content.single().isPresent() || !content.days().isEmpty() || !content.entries().isEmpty()
        || !content.readings().isEmpty();
  }

  private boolean asked(String what, Condition condition) {
    return count(what, entry.map(e -> patient.holds(condition, e)).orElseGet(() -> patient.holds(condition, decided)));
  }

  @Override
  public Boolean atLeast(Condition.AtLeast condition) {
    return asked("at least", condition);
  }

  @Override
  public Boolean noneOf(Condition.NoneOf condition) {
    return asked("none of", condition);
  }

  @Override
  public Boolean some(Condition.Some condition) {
    return asked("some", condition);
  }

  @Override
  public Boolean sameEntry(Condition.SameEntry condition) {
    return asked("same entry", condition);
  }

  @Override
  public Boolean member(Condition.Member condition) {
    return asked("in", condition);
  }

  @Override
  public Boolean oneOf(Condition.OneOf condition) {
    return asked("one of", condition);
  }

  @Override
  public Boolean answer(Condition.Answer condition) {
    return asked("is yes", condition);
  }
}
