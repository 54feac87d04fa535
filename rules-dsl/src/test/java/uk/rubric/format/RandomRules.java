package uk.rubric.format;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rule files of random shape, words parted by single blanks; they can be read, and need not make sense. */
final class RandomRules {
  private static final List<String> NAMES =
      List.of("A", "DM_DAT", "A_RATHER_LONG_NAME_FOR_A_FIELD_DAT", "X1", "COMMON.GMS");

  private final Random random;

  RandomRules(Random random) {
    this.random = random;
  }

  String file() {
    return many(2, () -> "import \"other.rubric\" ")
        + "ruleset R version 1 " + pick(List.of("", "amends R version 0.9 ")) + "{ " + many(6, this::item) + "} "
        + "service S " + pick(List.of("", "amends T ")) + "{ " + many(5, this::serviceItem) + "} " + many(2, this::take)
        + many(2, this::test);
  }

  private String item() {
    return switch (random.nextInt(10)) {
      case 0 -> "use " + name() + " version 2 , " + name() + " ";
      case 1 -> "reason " + name() + " = pca general " + notes();
      case 2 -> "replace rule 2 of denominator " + name() + " { 2 : " + rule() + " } ";
      case 3 -> "retire " + pick(List.of("reason ", "rule 7 of numerator ", "")) + name() + " ";
      case 4 -> "replace denominator of " + name() + " { " + ladder() + "} ";
      case 5 -> "block " + name() + " ( D , WHY ) { " + ladder() + "} " + notes();
      default -> pick(List.of("", "add ", "replace ")) + changeable();
    };
  }

  private String changeable() {
    return switch (random.nextInt(7)) {
      case 0 -> "cluster " + name() + " \"t\" = refset 1 version 2 " + notes();
      case 1 -> "field " + name() + " = latest 3 " + name() + " where " + condition(3) + " spaced 28 days " + notes();
      case 2 -> "field " + name() + " [ ] = all entries of " + name() + " " + notes();
      case 3 -> "field " + name() + " = if " + condition(2) + " then " + expression(2) + " else " + expression(2) + " ";
      case 4 -> pick(List.of("register ", "cohort ", "classify ")) + name() + " of everyone { " + ladder() + "} "
          + notes();
      case 5 -> "group " + name() + " of each E [ ] in G { field F = sex of patient " + ladder() + "} " + notes();
      default -> "indicator " + name() + " of G { denominator { " + ladder() + "} numerator { " + ladder() + "} } ";
    };
  }

  private String serviceItem() {
    return switch (random.nextInt(9)) {
      case 0 -> "measure " + name() + forWhom() + "= " + expression(4) + " " + notes();
      case 1 -> "parameter " + name() + " \"t\" = 5 from 2021-04-01 to 2022-03-31 " + notes();
      case 2 -> "block " + name() + " ( A , B ) = " + expression(3) + " rounded half up to £0.01 ";
      case 3 -> "evidence " + name() + " \"t\" = " + pick(List.of("yes no", "number", "date")) + forWhom() + notes();
      case 4 -> "pay " + name() + forWhom() + "= " + expression(3) + " rounded down to £1 when " + condition(2)
          + " shared by points of " + name() + " not before 2022-04-01 " + notes();
      case 5 -> "measure " + name() + forWhom() + "= sum of " + name() + " over patients capped at "
          + expression(1) + " keeping highest ";
      case 6 -> pick(List.of("add to", "replace in")) + " points " + name() + " { " + many(3, this::row) + "} ";
      case 7 -> "retire " + pick(List.of("use ", "")) + name() + " , " + name() + " ";
      default -> "points " + name() + " { " + many(3, this::row) + "} ";
    };
  }

  private String forWhom() {
    return pick(List.of(" per practice ", " per pcn per quarter ", " per patient per month "));
  }

  private String test() {
    return "test \"a_title\" of " + name() + " in S at 2022-03-31 { " + many(2, this::patient)
        + many(2, () -> "given size of " + name() + " = 7 ") + many(3, this::expect) + "} ";
  }

  private String take() {
    return "take tests " + pick(List.of("", "from \"a_file.rubric\" ")) + "of " + name() + " into S "
        + pick(List.of("", "moved 12 months ", "moved 1 month "))
        + pick(List.of("", "except \"a_title\" of " + name() + " , " + name() + " "));
  }

  private String patient() {
    return "patient \"P\" { born 1960-05-01 sex FEMALE registered from 2010-01-01 to 2012-01-01 " + many(5, this::fact)
        + "} ";
  }

  private String fact() {
    return pick(List.of("2012-06-01", "PPED - 1 month", "ACHV_DAT")) + " : " + name() + " + " + name()
        + pick(List.of(" ", " 55 mmol / mol ", " 10% as E under F episode NEW "));
  }

  private String expect() {
    return "expect " + pick(List.of("denominator ", "")) + pick(List.of("select", "reject as " + name()))
        + " by rule 2 , " + name() + " is not recorded , " + name() + " is yes , DM_REG not in population ";
  }

  private String row() {
    return name() + " : " + random.nextInt(200) + " from 5% to 97.5% ";
  }

  private String ladder() {
    return many(12, () -> random.nextInt(6) == 0
        ? random.nextInt(20) + " to 30 : use " + name() + " ( " + name() + " , WHY = " + expression(2) + " ) " + notes()
        : random.nextInt(300) + " : " + rule() + " " + notes());
  }

  private String rule() {
    return random.nextInt(5) == 0 ? action() : "if " + condition(3) + " then " + action() + " else " + action();
  }

  private String action() {
    return pick(List.of("select", "next", "reject", "reject as " + name(), "give TWO"));
  }

  private String condition(int depth) {
    String connective = random.nextBoolean() ? " and " : " or ";
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(i -> atom(depth)).collect(Collectors.joining(connective));
  }

  private String nested(int depth) {
    return depth > 0 ? condition(depth - 1) : name() + " is recorded";
  }

  private String atom(int depth) {
    return depth > 0 && random.nextInt(4) == 0 ? "( " + condition(depth - 1) + " )" : switch (random.nextInt(8)) {
      case 0 -> name() + " is not recorded";
      case 1 -> name() + pick(List.of(" is yes", " is one of ( ONE , \"two\" )", " = TWO"));
      case 2 -> pick(List.of("all", "none")) + " of ( " + nested(depth) + " )";
      case 3 -> "some " + name() + " [ ] as R has ( " + nested(depth) + " )";
      case 4 -> pick(List.of("not in G", "in G", "some " + name() + " [ ] = " + name()));
      case 5 -> expression(depth) + " from " + expression(1) + " before " + name();
      default -> expression(depth) + pick(List.of(" = ", " <= ", " <> ")) + expression(1);
    };
  }

  private String expression(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(Math.max(1, depth)))
        .mapToObj(i -> primary(depth)).collect(Collectors.joining(pick(List.of(" + ", " - ", " * ", " / "))));
  }

  private String primary(int depth) {
    return depth > 0 && random.nextInt(6) == 0 ? "( " + expression(depth - 1) + " )"
        : pick(List.of(
            name(), "12 months", "58 mmol / mol", "£2.50", "10%", "10 %", "2013-04-01", name() + " [ ] on date"));
  }

  private String notes() {
    return random.nextInt(4) == 0 ? "assumed \"" + "why_".repeat(random.nextInt(40)) + "\" " : "";
  }

  private String name() {
    return pick(NAMES);
  }

  private String many(int most, Supplier<String> part) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> part.get()).collect(Collectors.joining());
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
