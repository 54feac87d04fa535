package uk.rubric.conformance.differential;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.rubric.value.SctId;

/** Makes a service with one or two rule sets. Two of them use the same names for different things. */
final class RulesGenerator {
  private static final List<LocalDate> ACHIEVEMENT_DATES = List.of(
      LocalDate.of(2022, 3, 31), LocalDate.of(2021, 9, 30), LocalDate.of(2022, 2, 28), LocalDate.of(2022, 5, 31));
  private static final List<String> REASONS = List.of("EXCLUDED", "UNSUITABLE", "DECLINED");

  private final Dice dice;
  private final LocalDate achievementDate;
  private final List<LocalDate> boundaries = new ArrayList<>();
  private final List<SctId> codes = new ArrayList<>();

  private RulesGenerator(Dice dice) {
    this.dice = dice;
    this.achievementDate = dice.of(ACHIEVEMENT_DATES);
    for (int i = 0; i < 12; i++) {
      String digits = "7" + (1000 + i) + "00";
      codes.add(SctId.parse(digits + SctId.checkDigit(digits)).orElseThrow());
    }
  }

  static GeneratedRules generate(Dice dice) {
    return new RulesGenerator(dice).generate();
  }

  private GeneratedRules generate() {
    boundaries.addAll(List.of(GeneratedRules.PERIOD_START, GeneratedRules.PERIOD_END, achievementDate));
    boolean two = dice.chance(35);
    String text = ruleset("ONE", "A") + (two ? ruleset("TWO", "B") : "") + """
        service SERVICE {
          period from %s to %s
          day QSSD = start of period
          day PPED = end of period
          day ACHV_DAT = run date
          day OWN_DAT = evidence OWN
          evidence OWN = date per practice
          use ONE version 1.0%s
        }
        """.formatted(
            GeneratedRules.PERIOD_START, GeneratedRules.PERIOD_END, two ? ", TWO version 1.0" : "");
    return new GeneratedRules(text, achievementDate, codes, boundaries, GeneratedRules.NUMBERS);
  }

  private String ruleset(String name, String indicatorPrefix) {
    Vocabulary words = new Vocabulary();
    OperandText operands = new OperandText(dice, words, achievementDate);
    ConditionText conditions = new ConditionText(dice, words, operands);
    List<String> lines = new ArrayList<>(clusters(words));
    lines.addAll(new FieldText(dice, words, operands, conditions).lines());
    lines.addAll(new LadderText(dice, words, operands, conditions, REASONS).lines(indicatorPrefix));
    boundaries.addAll(operands.boundaries());
    return "ruleset " + name + " version 1.0 {\n" + fixedLines() + String.join("\n", lines) + "\n}\n";
  }

  private static String fixedLines() {
    return """
          day QSSD
          day PPED
          day ACHV_DAT
          day OWN_DAT
          reason EXCLUDED = exclusion
          reason UNSUITABLE = pca general
          reason DECLINED = pca specific
        """;
  }

  /** Five clusters that share some codes; the last codes are in none. */
  private List<String> clusters(Vocabulary words) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String name = "C" + i + "_COD";
      words.clusters.add(name);
      String listed = dice.some(1, 3, codes.subList(0, 9)).stream().map(SctId::toString)
          .collect(Collectors.joining(", "));
      lines.add("  cluster " + name + " = codes { " + listed + " }");
    }
    return lines;
  }
}
