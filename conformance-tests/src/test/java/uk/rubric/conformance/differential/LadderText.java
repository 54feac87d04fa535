package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.List;

/** Ladders, and the registers, groups and indicators that have them. */
final class LadderText {
  private final Dice dice;
  private final Vocabulary words;
  private final OperandText operands;
  private final ConditionText conditions;
  private final List<String> reasons;

  LadderText(Dice dice, Vocabulary words, OperandText operands, ConditionText conditions, List<String> reasons) {
    this.dice = dice;
    this.words = words;
    this.operands = operands;
    this.conditions = conditions;
    this.reasons = reasons;
  }

  /** Populations in any order: a parent may stand after its children. Then indicators, whose names start so. */
  List<String> lines(String prefix) {
    List<String> populations = words.populations;
    List<String> registers = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int count = dice.between(2, 4);
    for (int i = 0; i < count; i++) {
      String parent = parent(populations);
      boolean register = dice.chance(50);
      // Groups of two rule sets may share a name; registers stand in the report and may not.
      String name = (register ? prefix + "_REG" : "GROUP") + i;
      if (register) {
        registers.add(name);
      }
      String kind = register ? "register " : dice.of("group ", "cohort ");
      lines.add("  " + kind + name + " of " + parent + " " + ladder(false));
      // Only now can it be asked: no population asks itself, and none of those before it asks it.
      populations.add(name);
      if (dice.chance(60)) {
        lines.add(classification("CLASS" + i, parent(populations)));
      }
    }
    addUnits(prefix, lines);
    addIndicators(prefix, populations, registers, lines);
    return dice.shuffled(lines);
  }

  private String classification(String name, String parent) {
    List<String> labels = dice.some(2, 3, List.of("ONE", "TWO", "THREE", "\"grade 2\""));
    StringBuilder text = new StringBuilder("  classify " + name + " of " + parent + " {\n");
    for (int i = 1; i < labels.size(); i++) {
      String give = "give " + labels.get(i);
      text.append("      ").append(i).append(": if ").append(conditions.ofRule()).append(" then ")
          .append(dice.chance(80) ? give + " else next" : "next else " + give).append('\n');
    }
    text.append("      ").append(labels.size()).append(": give ").append(labels.get(0)).append("\n    }");
    words.classifications.add(new Vocabulary.Classification(name, labels));
    return text.toString();
  }

  /** Ladders that decide each entry of an array on its own. */
  private void addUnits(String prefix, List<String> lines) {
    for (int i = 0; i < 2; i++) {
      List<String> arrays = words.arraysOfDays();
      String array = dice.of(arrays);
      String bare = array.substring(0, array.length() - 2);
      Vocabulary inner = words.copy();
      inner.dates.add(bare);
      inner.looked.add(bare);
      OperandText near = operands.with(inner);
      LadderText unit = new LadderText(dice, inner, near, new ConditionText(dice, inner, near), reasons);
      String fields = unit.unitFields(bare);
      String head = " of each " + array + " in " + parent(words.populations) + " {\n" + fields;
      if (dice.chance(65)) {
        lines.add("  indicator " + prefix + "7" + i + head + "    denominator " + unit.ladder(true)
            + "\n    numerator " + unit.ladder(false) + "\n  }");
      } else {
        boolean register = dice.chance(50);
        lines.add("  " + (register ? "register " + prefix + "_EACH" : "group EACH") + i + head
            + unit.ladder(false).substring(2));
      }
    }
  }

  private String unitFields(String entry) {
    String cluster = dice.of(words.clusters);
    String pick = dice.of("latest ", "earliest ") + cluster + " where date "
        + dice.of("from " + entry + " - 28 days to " + entry, "> " + entry, "= " + entry, "before " + entry);
    words.dates.add("NEAR_DAT");
    String when = "    field NEAR_DAT = " + pick + "\n";
    words.counts.add("NEAR_NUM");
    String count = "    field NEAR_NUM = count of " + dice.of(words.arraysOfDays()) + " where date "
        + dice.of("<= ", "< ", "> ") + dice.of(entry, "NEAR_DAT") + "\n";
    return dice.chance(50) ? when + count : count + when;
  }

  private void addIndicators(String prefix, List<String> populations, List<String> registers, List<String> lines) {
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      lines.add("  indicator " + prefix + i + " of " + parent(populations) + " {\n    denominator " + ladder(true)
          + "\n    numerator " + ladder(false) + "\n  }");
    }
    if (!registers.isEmpty()) {
      lines.add("  indicator " + prefix + "9 of " + dice.of(registers));
    }
  }

  private String parent(List<String> populations) {
    return populations.isEmpty() || dice.chance(40) ? "everyone" : dice.of(populations);
  }

  private String ladder(boolean denominator) {
    StringBuilder text = new StringBuilder("{\n");
    int passing = dice.between(0, 4);
    int number = 0;
    for (int i = 0; i < passing; i++) {
      number += dice.of(1, 1, 1, 3);
      text.append("      ").append(number).append(": ").append(passing(denominator)).append('\n');
    }
    text.append("      ").append(++number).append(": ").append(last(denominator)).append('\n');
    if (dice.chance(10)) {
      text.append("      ").append(++number).append(": ").append(last(denominator));
      text.append(" unreachable \"published so\"\n");
    }
    return text.append("    }").toString();
  }

  /** A rule that lets somebody pass. */
  private String passing(boolean denominator) {
    if (dice.chance(6)) {
      return "next";
    }
    String other = dice.chance(5) ? "next" : terminal(denominator);
    return dice.chance(60)
        ? "if " + conditions.ofRule() + " then " + other + " else next"
        : "if " + conditions.ofRule() + " then next else " + other;
  }

  private String last(boolean denominator) {
    return dice.chance(30)
        ? terminal(denominator)
        : "if " + conditions.ofRule() + " then " + terminal(denominator) + " else " + terminal(denominator);
  }

  private String terminal(boolean denominator) {
    if (dice.chance(50)) {
      return "select";
    }
    return denominator ? "reject as " + dice.of(reasons) : "reject";
  }
}
