package uk.rubric.explain;

import java.math.BigDecimal;
import java.util.List;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** What fields hold, in words. */
final class Contents {
  /** Of more than these it is only said how many. */
  private static final int TOLD = 12;

  private Contents() {}

  /** Of a field, or of an entry of an array. */
  static String of(Comparable<?> content, CheckedField field) {
    DateUnit completed = field.type() == Type.AGE_IN_MONTHS ? DateUnit.MONTHS : DateUnit.YEARS;
    return content instanceof Integer age ? Operands.amount(age, completed) : of(content, field.unit());
  }

  /** Of a date, value, label, or yes or no. */
  static String of(Comparable<?> content, Unit unit) {
    if (content instanceof BigDecimal value) {
      return (value.stripTrailingZeros().toPlainString() + " " + unit).strip();
    }
    return content instanceof Boolean yes ? (yes ? "yes" : "no") : content.toString();
  }

  /** One after the other, and how many more. */
  static String list(List<String> words) {
    String told = String.join(", ", words.subList(0, Math.min(TOLD, words.size())));
    return words.size() > TOLD ? told + " and " + (words.size() - TOLD) + " more" : told;
  }
}
