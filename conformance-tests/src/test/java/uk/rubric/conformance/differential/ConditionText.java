package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.rubric.check.Labels;
import uk.rubric.conformance.differential.Vocabulary.Classification;
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
  private final Set<String> open = new HashSet<>();
  private int entries;

  ConditionText(Dice dice, Vocabulary words, OperandText operands) {
    this.dice = dice;
    this.words = words;
    this.operands = operands;
  }

  /** The condition of a field. */
  String ofField() {
    return joined(1, this::rowTest);
  }

  /** The condition of a rule; often one that another rule has too. */
  String ofRule() {
    if (!pool.isEmpty() && dice.chance(25)) {
      return dice.of(pool);
    }
    String condition = joined(2, this::ladderTest);
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
    if (dice.chance(25)) {
      return quantified(depth, leaf);
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

  private String quantified(int depth, Leaf leaf) {
    int count = dice.between(1, 4);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(joined(depth - 1, leaf));
    }
    String how = dice.of("all of", "any of", "none of", "none of", "at least " + dice.between(1, count) + " of");
    return how + " (" + String.join(", ", parts) + ")";
  }

  /** Of rules alone: what other ladders have decided. */
  private String ladderTest() {
    int choice = dice.between(0, 9);
    if (choice < 2 && !words.populations.isEmpty()) {
      return dice.of("in ", "not in ") + dice.of(words.populations);
    }
    if (choice == 2 && !words.classifications.isEmpty()) {
      Classification asked = dice.of(words.classifications);
      return label(asked.name(), asked.labels());
    }
    return rowTest();
  }

  private String label(String subject, List<String> labels) {
    return switch (dice.between(0, 3)) {
      case 0 -> subject + " = " + dice.of(labels);
      case 1 -> subject + " <> " + dice.of(labels);
      default -> subject + dice.of(" is one of (", " is not one of (") + String.join(", ", dice.some(1, 2, labels))
          + ")";
    };
  }

  /** Whether some entry of an array is such; {@code depth} arrays within it may be asked, too. */
  private String some(int depth, boolean inWhere) {
    if (!words.valueArrays.isEmpty() && dice.chance(25)) {
      Valued array = dice.of(words.valueArrays);
      String name = "R" + entries++;
      return "some " + array.name() + " as " + name + " has (" + valueTest(new Valued(name, array.unit()), inWhere)
          + ")";
    }
    String array = dice.of(words.arraysOfDays());
    if (isFree(array) && dice.chance(30)) {
      return dice.chance(50)
          ? within("some " + array)
          : "some " + array + " " + dice.of(COMPARISONS) + " " + operands.date();
    }
    boolean named = dice.chance(60) || !isFree(array);
    String name = named ? "R" + entries++ : bare(array);
    String head = "some " + array + (named ? " as " + name : "") + " has (";
    open.add(name);
    String text = head + joined(1, () -> ofEntry(name, depth, inWhere)) + ")";
    open.remove(name);
    return text;
  }

  /** Whether the array's name without brackets means nothing else here. */
  private boolean isFree(String array) {
    return !words.dates.contains(bare(array)) && !open.contains(bare(array));
  }

  private static String bare(String array) {
    return array.substring(0, array.length() - 2);
  }

  private String ofEntry(String name, int depth, boolean inWhere) {
    String moved = dice.chance(35) ? name + operands.shift() : name;
    return switch (dice.between(0, 5)) {
      case 0, 1 -> compare(moved, operands.date());
      case 2 -> inWhere ? compare("date", moved) : compare(operands.dateField(), moved);
      case 3 -> within(name);
      default -> depth == 0 ? compare(moved, operands.date()) : nested(name, inWhere);
    };
  }

  /** Of another array, by the entry of the first. */
  private String nested(String entry, boolean inWhere) {
    String other = "R" + entries++;
    String array = dice.of(words.arraysOfDays());
    return switch (dice.between(isFree(array) ? 0 : 2, 3)) {
      case 0 -> "some " + array + " = " + entry;
      case 1 -> "some " + array + " after " + entry + " - 1 month to " + entry;
      case 2 -> "some " + array + " as " + other + " has (" + compare(other + operands.shift(), entry) + ")";
      default -> "some " + array + " as " + other + " has (" + compare(other, entry) + " and "
          + ofEntry(other, 0, inWhere) + ")";
    };
  }

  private String compare(String left, String right) {
    String sign = dice.of(COMPARISONS);
    return dice.chance(50) ? left + " " + sign + " " + right : right + " " + sign + " " + left;
  }

  private String presence(String subject) {
    return subject + dice.of(" is recorded", " is not recorded");
  }

  private String rowTest() {
    return switch (dice.between(0, 21)) {
      case 19, 20, 21 -> compare(dice.of(words.ages), dice.chance(75) ? operands.age() : dice.of(words.ages));
      case 12, 13, 14 -> some(1, false);
      case 15 -> words.answers.isEmpty()
          ? compare(operands.dateField(), operands.date())
          : dice.of(words.answers) + dice.of(" is yes", " is no");
      case 16 -> label(dice.of(words.sexes), Labels.SEXES);
      case 17 -> compare(dice.chance(50) ? dice.of(words.counts) : "count of "
          + dice.of(dice.of(words.dateArrays, words.entryArrays)), dice.of("0", "1", "2", "3"));
      case 18 -> compare(dice.of(words.agesInMonths), dice.of("1", "2", "8", "216") + " months");
      case 0, 1, 2, 3 -> compare(operands.dateField(), operands.date());
      case 4 -> within(operands.dateField());
      case 5 -> compare(dice.of(words.ages), dice.chance(75) ? operands.age() : dice.of(words.ages));
      case 6 -> presence(dice.of(dice.of(words.datesThatMayMiss(), words.ages, words.identifiers)));
      case 7 -> presence(dice.chance(50) ? operands.dateThatMayMiss() : operands.value(false).name());
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
    return switch (dice.between(0, 18)) {
      case 16, 17, 18 -> arrays.isEmpty() ? dateTest() : elementTest(unit, arrays);
      case 11 -> words.arraysOfDays().isEmpty() ? dateTest() : some(0, true);
      case 12 -> label("episode", Labels.EPISODES);
      case 13 -> presence("episode");
      case 14, 15 -> "some " + dice.of(words.clusters) + " of same entry has (" + linkedTest() + ")";
      case 0 -> presence("value");
      case 1, 2 -> compare("value", operands.numberWithUnit(unit));
      case 3 -> words.valuesIn(unit).isEmpty() ? dateTest() : compare("value", dice.of(words.valuesIn(unit)).name());
      case 4, 5 -> arrays.isEmpty() ? dateTest() : elementTest(unit, arrays);
      case 6 -> words.dates.isEmpty() ? dateTest() : presence(dice.of(words.datesThatMayMiss()));
      default -> dateTest();
    };
  }

  /** Of an entry that belongs together with the one under test. */
  private String linkedTest() {
    return switch (dice.between(0, 2)) {
      case 0 -> dateTest();
      case 1 -> "value " + dice.of("< ", ">= ") + operands.numberWithUnit(dice.of(Vocabulary.UNITS));
      default -> label("episode", Labels.EPISODES);
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
