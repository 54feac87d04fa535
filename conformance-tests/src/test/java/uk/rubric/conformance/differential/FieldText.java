package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.conformance.differential.Vocabulary.Valued;

/** Fields of every form, each made from clusters and from fields before it. */
final class FieldText {
  private final Dice dice;
  private final Vocabulary words;
  private final OperandText operands;
  private final ConditionText conditions;
  private final List<String> lines = new ArrayList<>();

  FieldText(Dice dice, Vocabulary words, OperandText operands, ConditionText conditions) {
    this.dice = dice;
    this.words = words;
    this.operands = operands;
    this.conditions = conditions;
  }

  /** The fields in any order: a field may stand before those it needs. */
  List<String> lines() {
    add("PAT_ID", "id of patient");
    words.identifiers.add("PAT_ID");
    addAge("PAT_AGE", "ACHV_DAT");
    add("SEX", "sex of patient");
    words.sexes.add("SEX");
    add("MONTHS", "age in months at " + dice.of(Vocabulary.DAYS));
    words.agesInMonths.add("MONTHS");
    addDate("latest " + dice.of("REGISTRATION", "DEREGISTRATION"));
    addPick();
    addDateArray();
    addEntries();
    addCount();
    addReading();
    addValueArray();
    addAnswer();
    int more = dice.between(12, 20);
    for (int i = 0; i < more; i++) {
      addAny();
    }
    return dice.shuffled(lines);
  }

  private void add(String name, String form) {
    lines.add("  field " + name + " = " + form);
  }

  private void addAny() {
    switch (dice.between(0, 26)) {
      case 14, 15 -> addFewDays();
      case 16 -> addEntries();
      case 17, 18 -> addCount();
      case 19 -> addAnswer();
      case 20, 21 -> addChoice();
      case 22 -> addFromArray();
      case 23 -> addExtremeValue();
      case 24 -> addLastEntered();
      case 25 -> addAgeInMonths();
      case 0, 1, 2, 3 -> addPick();
      case 4 -> addRegistration();
      case 5 -> addExtreme();
      case 6 -> addDateArray();
      case 7, 8 -> addReading();
      case 9, 10 -> addValueArray();
      case 11, 12 -> addElement();
      default -> addAge("AGE" + lines.size(), operands.date());
    }
  }

  private void addAge(String name, String day) {
    add(name, "age at " + day);
    words.ages.add(name);
  }

  private String addDate(String form) {
    String name = "F" + lines.size() + "_DAT";
    add(name, form);
    words.dates.add(name);
    return name;
  }

  private String clinicalWhere(String cluster) {
    return dice.chance(75) ? " where " + conditions.ofWhere(cluster) : "";
  }

  private String registrationWhere() {
    return dice.chance(60) ? " where " + conditions.ofRegistrationWhere() : "";
  }

  private void addPick() {
    String cluster = dice.of(words.clusters);
    words.clusterOf.put(addDate(dice.of("latest ", "earliest ") + cluster + clinicalWhere(cluster)), cluster);
  }

  private void addRegistration() {
    addDate(dice.of("latest ", "earliest ") + dice.of("REGISTRATION", "DEREGISTRATION") + registrationWhere());
  }

  private void addExtreme() {
    addDate(dice.of("latest of (", "earliest of (") + String.join(", ", dice.some(1, 3, words.dates)) + ")");
  }

  /** Days that are spaced, or the latest or earliest few. */
  private void addFewDays() {
    String name = "F" + lines.size() + "_DAT[]";
    String cluster = dice.of(words.clusters);
    boolean few = dice.chance(60);
    String choice = few ? dice.of("latest ", "earliest ") + dice.between(1, 3) : "all";
    add(name, choice + " " + cluster + clinicalWhere(cluster) + (few && dice.chance(60) ? "" : spaced()));
    words.dateArrays.add(name);
    words.clusterOf.put(name, cluster);
  }

  private String spaced() {
    return " spaced " + dice.of("1 day", "7 days", "28 days", "4 weeks");
  }

  private void addEntries() {
    String name = "F" + lines.size() + "_DAT[]";
    String cluster = dice.of(words.clusters);
    boolean again = !words.entryArrays.isEmpty() && dice.chance(20);
    add(name, "all entries of " + (again ? ofArray(words.entryArrays) : cluster + clinicalWhere(cluster)));
    words.entryArrays.add(name);
    words.clusterOf.put(name, cluster);
  }

  private String ofArray() {
    return ofArray(words.arraysOfDays());
  }

  private String ofArray(List<String> arrays) {
    return dice.of(arrays) + registrationWhere();
  }

  private void addFromArray() {
    if (dice.chance(60)) {
      addDate(dice.of("latest ", "earliest ") + ofArray());
    } else {
      String name = "F" + lines.size() + "_DAT[]";
      add(name, dice.of("all ", "latest 2 ") + ofArray() + (dice.chance(50) ? spaced() : ""));
      words.dateArrays.add(name);
    }
  }

  private void addCount() {
    String name = "F" + lines.size() + "_NUM";
    String cluster = dice.of(words.clusters);
    boolean entries = dice.chance(40);
    boolean again = dice.chance(25);
    add(name, "count of " + (entries ? "entries of " : "") + (again
        ? ofArray(entries ? words.entryArrays : words.arraysOfDays()) : cluster + clinicalWhere(cluster))
        + (!entries && dice.chance(40) ? spaced() : ""));
    words.counts.add(name);
  }

  private void addAnswer() {
    String name = "F" + lines.size() + "_DONE";
    add(name, "whether " + conditions.ofField());
    words.answers.add(name);
  }

  private void addChoice() {
    String condition = "if " + conditions.ofField() + " then ";
    if (dice.chance(60)) {
      addDate(condition + operands.dateField() + " else " + operands.date());
    } else {
      Valued one = dice.of(words.values);
      Valued field = new Valued("F" + lines.size() + "_VAL", one.unit());
      add(field.name(), condition + one.name() + " else " + dice.of(words.valuesIn(one.unit())).name());
      words.values.add(field);
    }
  }

  private void addExtremeValue() {
    String unit = dice.of(words.values).unit();
    Valued field = new Valued("F" + lines.size() + "_VAL", unit);
    List<String> of = dice.some(1, 3, words.valuesIn(unit).stream().map(Valued::name).toList());
    add(field.name(), dice.of("highest of (", "lowest of (") + String.join(", ", of) + ")");
    words.values.add(field);
  }

  private void addLastEntered() {
    Valued field = new Valued("F" + lines.size() + "_VAL", dice.of(Vocabulary.UNITS));
    String day = dice.of(words.dates);
    add(field.name(), "last entered value of " + clusterFor(day) + " on " + day + " with ties "
        + dice.of("highest", "lowest") + in(field.unit()));
    words.values.add(field);
  }

  private void addAgeInMonths() {
    String name = "AGE" + lines.size();
    add(name, "age in months at " + operands.date());
    words.agesInMonths.add(name);
  }

  private void addDateArray() {
    String name = "F" + lines.size() + "_DAT[]";
    boolean clinical = dice.chance(75);
    String source = clinical ? dice.of(words.clusters) : dice.of("REGISTRATION", "DEREGISTRATION");
    add(name, "all " + source + (clinical ? clinicalWhere(source) : registrationWhere()));
    words.dateArrays.add(name);
    if (clinical) {
      words.clusterOf.put(name, source);
    }
  }

  /** Mostly the cluster that the day was picked from: else there is seldom a value. */
  private String clusterFor(String day) {
    return words.clusterOf.containsKey(day) && dice.chance(70)
        ? words.clusterOf.get(day)
        : dice.of(words.clusters);
  }

  private String reading(String cluster, String on) {
    return dice.of("highest", "lowest") + " value of " + cluster + on;
  }

  private static String in(String unit) {
    return unit.isEmpty() ? "" : " in " + unit;
  }

  private void addReading() {
    Valued field = new Valued("F" + lines.size() + "_VAL", dice.of(Vocabulary.UNITS));
    String day = dice.of(words.dates);
    add(field.name(), reading(clusterFor(day), " on " + day) + in(field.unit()));
    words.values.add(field);
  }

  private void addValueArray() {
    Valued array = new Valued("F" + lines.size() + "_VAL[]", dice.of(Vocabulary.UNITS));
    String days = dice.of(words.dateArrays);
    String cluster = clusterFor(days);
    add(array.name(), reading(cluster, " on each " + days) + in(array.unit()));
    words.valueArrays.add(array);
    words.clusterOf.put(array.name(), cluster);
  }

  private void addElement() {
    if (words.valueArrays.isEmpty()) {
      addValueArray();
    }
    Valued array = dice.of(words.valueArrays);
    Valued field = new Valued("F" + lines.size() + "_VAL", array.unit());
    add(field.name(), array.name() + " on " + dice.of(words.datesAlong(array.name())));
    words.values.add(field);
  }
}
