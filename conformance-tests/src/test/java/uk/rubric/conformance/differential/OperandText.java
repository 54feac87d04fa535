package uk.rubric.conformance.differential;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.rubric.conformance.differential.Vocabulary.Valued;
import uk.rubric.value.DateUnit;

/** Dates, values and numbers as a rule writes them; notes the days that patients should stand near. */
final class OperandText {
  private static final List<LocalDate> LITERALS =
      List.of(LocalDate.of(2020, 2, 29), LocalDate.of(2021, 9, 30), LocalDate.of(2021, 12, 31));
  private static final Map<DateUnit, List<Integer>> AMOUNTS = Map.of(
      DateUnit.DAYS, List.of(1, 7, 28, 279),
      DateUnit.WEEKS, List.of(1, 2, 13),
      DateUnit.MONTHS, List.of(1, 3, 6, 9, 12, 13),
      DateUnit.YEARS, List.of(1, 2, 3));

  private final Dice dice;
  private final Vocabulary words;
  private final List<LocalDate> boundaries = new ArrayList<>();
  private final LocalDate achievementDate;

  OperandText(Dice dice, Vocabulary words, LocalDate achievementDate) {
    this.dice = dice;
    this.words = words;
    this.achievementDate = achievementDate;
  }

  /** The same with other words. */
  OperandText with(Vocabulary others) {
    OperandText operands = new OperandText(dice, others, achievementDate);
    operands.boundaries.addAll(boundaries);
    return operands;
  }

  List<LocalDate> boundaries() {
    return boundaries;
  }

  /** A date of any form. */
  String date() {
    return dice.chance(65) && !words.dates.isEmpty() ? dateField() : constantDate();
  }

  /** A date that a field holds, perhaps moved, and that need not be recorded. */
  String dateThatMayMiss() {
    String field = dice.of(words.datesThatMayMiss());
    return dice.chance(35) ? field + shift() : field;
  }

  /** A date that a field holds, or that of an entry looked at, perhaps moved. */
  String dateField() {
    String field = dice.of(words.dates);
    return dice.chance(35) ? field + shift() : field;
  }

  /** A date that is one for all patients: of the service or written out, perhaps moved. */
  String constantDate() {
    if (dice.chance(25)) {
      return attained();
    }
    if (dice.chance(20)) {
      LocalDate literal = dice.of(LITERALS);
      boundaries.add(literal);
      return literal.toString();
    }
    return day();
  }

  /** A date of the service, perhaps moved. */
  String day() {
    String name = dice.of(Vocabulary.DAYS);
    LocalDate date = name.equals("QSSD") ? GeneratedRules.PERIOD_START
        : name.equals("PPED") ? GeneratedRules.PERIOD_END
        : name.equals("OWN_DAT") ? dice.of(List.copyOf(GeneratedRules.OWN_DAYS.values())) : achievementDate;
    if (dice.chance(40)) {
      boundaries.add(date);
      return name;
    }
    return moved(name, date);
  }

  private String moved(String name, LocalDate date) {
    boolean back = dice.chance(75);
    DateUnit unit = dice.of(DateUnit.values());
    int amount = dice.of(AMOUNTS.get(unit));
    boundaries.add(unit.shift(date, back ? -amount : amount));
    return name + (back ? " - " : " + ") + amount + " " + unit.name().toLowerCase(Locale.ROOT);
  }

  /** The move of a field's date: few different ones, which patients' dates follow. */
  String shift() {
    return dice.of(" + ", " - ") + dice.of("1 day", "7 days", "28 days", "1 week", "2 weeks", "1 month", "6 months",
        "12 months", "1 year", "2 years");
  }

  /** A number in that unit, with the unit or without. */
  String number(String unit) {
    String number = dice.of(GeneratedRules.NUMBERS);
    if (unit.isEmpty() || dice.chance(40)) {
      return number;
    }
    return unit.equals("%") ? number + "%" : number + " " + unit;
  }

  /** A number whose unit a reader cannot miss: {@code value} takes its unit from it. */
  String numberWithUnit(String unit) {
    String number = dice.of(GeneratedRules.NUMBERS);
    return unit.isEmpty() ? number : unit.equals("%") ? number + "%" : number + " " + unit;
  }

  /** A field of values, or an array's entry on a day, which may be {@code date}. */
  Valued value(boolean inWhere) {
    if (!words.valueArrays.isEmpty() && (words.values.isEmpty() || dice.chance(35))) {
      return element(dice.of(words.valueArrays), inWhere);
    }
    return dice.of(words.values);
  }

  Valued element(Valued array, boolean inWhere) {
    return new Valued(array.name() + " on " + on(array, inWhere), array.unit());
  }

  private String on(Valued array, boolean inWhere) {
    if (inWhere && dice.chance(70)) {
      return "date";
    }
    if (dice.chance(60)) {
      return dice.of(words.datesAlong(array.name()));
    }
    String day = date();
    return day.contains(" ") ? "(" + day + ")" : day;
  }

  /** The day on which an age is completed; babies and adults alike. */
  private String attained() {
    return "age " + dice.of(PatientGenerator.ATTAINED);
  }

  String age() {
    return dice.of(GeneratedRules.AGES) + " years";
  }
}
