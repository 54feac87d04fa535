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
    return "ruleset R version 1 { " + many(6, this::item) + "} service S { " + many(4, this::serviceItem) + "}";
  }

  private String item() {
    return switch (random.nextInt(6)) {
      case 0 -> "cluster " + name() + " \"t\" = refset 1 version 2 " + notes();
      case 1 -> "reason " + name() + " = pca general " + notes();
      case 2 -> "field " + name() + " = latest " + name() + " where " + condition(3) + " " + notes();
      case 3 -> "field " + name() + " [ ] = all " + name() + " " + notes();
      case 4 -> "register " + name() + " of everyone { " + ladder() + "} " + notes();
      default -> "indicator " + name() + " of G { denominator { " + ladder() + "} numerator { " + ladder() + "} } ";
    };
  }

  private String serviceItem() {
    return switch (random.nextInt(3)) {
      case 0 -> "measure " + name() + " per practice = " + expression(4) + " ";
      case 1 -> "parameter " + name() + " \"t\" = 5 from 2021-04-01 to 2022-03-31 " + notes();
      default -> "points " + name() + " { " + many(3, this::row) + "} ";
    };
  }

  private String row() {
    return name() + " : " + random.nextInt(200) + " from 5% to 97.5% ";
  }

  private String ladder() {
    return many(12, () -> random.nextInt(300) + " : " + rule() + " " + notes());
  }

  private String rule() {
    return random.nextInt(5) == 0 ? action() : "if " + condition(3) + " then " + action() + " else " + action();
  }

  private String action() {
    return pick(List.of("select", "next", "reject", "reject as " + name()));
  }

  private String condition(int depth) {
    String connective = random.nextBoolean() ? " and " : " or ";
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(i -> atom(depth)).collect(Collectors.joining(connective));
  }

  private String atom(int depth) {
    return depth > 0 && random.nextInt(4) == 0 ? "( " + condition(depth - 1) + " )" : switch (random.nextInt(3)) {
      case 0 -> name() + " is not recorded";
      case 1 -> expression(depth) + " from " + expression(1) + " before " + name();
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
