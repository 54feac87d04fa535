package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.conformance.differential.Vocabulary.Valued;

/**
 * Conditions as a rule writes them, made backwards from the type of what they compare, so that nearly all are valid.
 */
final class ConditionText {
  private static final List<String> COMPARISONS = List.of("=", "<>", "<", "<=", ">", ">=");

  private final Dice dice;
  private final Vocabulary words;
  private final OperandText operands;
  private final List<String> pool = new ArrayList<>();

  ConditionText(Dice dice, Vocabulary words, OperandText operands) {
    this.dice = dice;
    this.words = words;
    this.operands = operands;
  }

  /** The condition of a rule; often one that another rule has too. */
  String ofRule() {
    if (!pool.isEmpty() && dice.chance(25)) {
      return dice.of(pool);
    }
    String condition = joined(2, this::rowTest);
    pool.add(condition);
    return condition;
  }

  /** The condition of a {@code where} on clinical entries; all its comparisons of {@code value} are in one unit. */
  String ofWhere(String cluster) {
    List<Valued> arrays = words.arraysOf(cluster);
    String unit = arrays.isEmpty() || dice.chance(40) ? dice.of(Vocabulary.UNITS) : dice.of(arrays).unit();
    return joined(dice.between(0, 2), () -> entryTest(unit, arrays));
  }

  String ofRegistrationWhere() {
    return joined(dice.between(0, 2), this::dateTest);
  }

  private interface Leaf {
    String text();
  }

  private String joined(int depth, Leaf leaf) {
    if (depth == 0 || dice.chance(45)) {
      return leaf.text();
    }
    String connective = dice.of(" and ", " or ");
    int parts = dice.between(2, 3);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      String part = joined(depth - 1, leaf);
      boolean junction = part.contains(" and ") || part.contains(" or ");
      texts.add(junction || dice.chance(10) ? "(" + part + ")" : part);
    }
    return String.join(connective, texts);
  }

  private String compare(String left, String right) {
    String sign = dice.of(COMPARISONS);
    return dice.chance(50) ? left + " " + sign + " " + right : right + " " + sign + " " + left;
  }

  private String presence(String subject) {
    return subject + dice.of(" is recorded", " is not recorded");
  }

  private String rowTest() {
    return switch (dice.between(0, 11)) {
      case 0, 1, 2, 3 -> compare(operands.dateField(), operands.date());
      case 4 -> within(operands.dateField());
      case 5 -> compare(dice.of(words.ages), dice.chance(75) ? operands.age() : dice.of(words.ages));
      case 6 -> presence(dice.of(dice.of(words.dates, words.ages, words.identifiers)));
      case 7 -> presence(dice.chance(50) ? operands.dateField() : operands.value(false).name());
      case 8 -> compare(operands.day(), operands.date());
      default -> valueTest(operands.value(false), false);
    };
  }

  private String valueTest(Valued value, boolean inWhere) {
    List<Valued> others = words.valuesIn(value.unit());
    if (others.isEmpty() || dice.chance(50)) {
      return compare(value.name(), operands.number(value.unit()));
    }
    List<Valued> arrays = words.arraysIn(value.unit());
    Valued other = arrays.isEmpty() || dice.chance(50)
        ? dice.of(others)
        : operands.element(dice.of(arrays), inWhere);
    return compare(value.name(), other.name());
  }

  /** Two bounds of one base, or two written dates, might have nothing between them, which the checker refuses. */
  private String within(String subject) {
    String start = operands.date();
    String end = operands.date();
    String low = dice.of(" from ", " after ") + start;
    String high = dice.of(" to ", " before ") + end;
    return subject + (base(start).equals(base(end)) ? dice.of(low, high) : dice.of(low, high, low + high));
  }

  private static String base(String date) {
    return Character.isDigit(date.charAt(0)) ? "written" : date.split(" ")[0];
  }

  private String dateTest() {
    String date = dice.chance(12) ? "date" + operands.shift() : "date";
    return switch (dice.between(0, 4)) {
      case 0 -> date + dice.of(" <= ", " < ") + "ACHV_DAT";
      case 1 -> within(date);
      default -> compare(date, operands.date());
    };
  }

  private String entryTest(String unit, List<Valued> arrays) {
    return switch (dice.between(0, 10)) {
      case 0 -> presence("value");
      case 1, 2 -> compare("value", operands.numberWithUnit(unit));
      case 3 -> words.valuesIn(unit).isEmpty() ? dateTest() : compare("value", dice.of(words.valuesIn(unit)).name());
      case 4, 5 -> arrays.isEmpty() ? dateTest() : elementTest(unit, arrays);
      case 6 -> words.dates.isEmpty() ? dateTest() : presence(dice.of(words.dates));
      default -> dateTest();
    };
  }

  private String elementTest(String unit, List<Valued> arrays) {
    List<Valued> comparable = arrays.stream().filter(a -> a.unit().equals(unit)).toList();
    if (!comparable.isEmpty() && dice.chance(40)) {
      return compare("value", operands.element(dice.of(comparable), true).name());
    }
    Valued element = operands.element(dice.of(arrays), true);
    return dice.chance(35) ? presence(element.name()) : valueTest(element, true);
  }
}
