package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.List;

/** Ladders, and the registers, groups and indicators that have them. */
final class LadderText {
  private final Dice dice;
  private final ConditionText conditions;
  private final List<String> reasons;

  LadderText(Dice dice, ConditionText conditions, List<String> reasons) {
    this.dice = dice;
    this.conditions = conditions;
    this.reasons = reasons;
  }

  /** Populations in any order: a parent may stand after its children. Then indicators, whose names start so. */
  List<String> lines(String prefix) {
    List<String> populations = new ArrayList<>();
    List<String> registers = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int count = dice.between(2, 4);
    for (int i = 0; i < count; i++) {
      String parent = parent(populations);
      boolean register = dice.chance(50);
      // Groups of two rule sets may share a name; registers stand in the report and may not.
      String name = (register ? prefix + "_REG" : "GROUP") + i;
      populations.add(name);
      if (register) {
        registers.add(name);
      }
      lines.add("  " + (register ? "register " : "group ") + name + " of " + parent + " " + ladder(false));
    }
    addIndicators(prefix, populations, registers, lines);
    return dice.shuffled(lines);
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
