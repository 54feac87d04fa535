package uk.rubric.examples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Decides a condition of the published tables as it is printed. A comparison with what is not recorded is false. */
final class PublishedCondition {
  private static final Pattern TOKEN = Pattern.compile("\\d\\d/\\d\\d/\\d{4}|\\w+|[<>]=?|[=≠()–+]");
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private final List<String> tokens;
  private final Function<String, Object> facts;
  private int next;

  private PublishedCondition(String text, Function<String, Object> facts) {
    this.tokens =
        TOKEN.matcher(text).results().map(MatchResult::group)
            .filter(token -> !token.equals("If"))
            .toList();
    this.facts = facts;
  }

  static boolean holds(String text, Function<String, Object> facts) {
    PublishedCondition condition = new PublishedCondition(text, facts);
    boolean holds = condition.chain();
    if (condition.next != condition.tokens.size()) {
      throw new IllegalArgumentException(text);
    }
    return holds;
  }

  private boolean chain() {
    boolean holds = atom();
    while (peek("AND") || peek("OR")) {
      boolean and = take().equals("AND");
      boolean right = atom();
      holds = and ? holds && right : holds || right;
    }
    return holds;
  }

  private boolean atom() {
    if (peek("(")) {
      take();
      boolean holds = chain();
      take();
      return holds;
    }
    Object left = facts.apply(take());
    String operator = take();
    if (peek("Null")) {
      take();
      return operator.equals("≠") == (left != null);
    }
    Object right = operand();
    if (peek("years")) {
      take();
    }
    return left != null && right != null && compare(left, operator, right);
  }

  private Object operand() {
    String token = take();
    if (token.equals("(")) {
      LocalDate base = (LocalDate) facts.apply(take());
      int sign = take().equals("+") ? 1 : -1;
      int amount = sign * Integer.parseInt(take());
      String unit = take();
      take();
      return base == null ? null : shifted(base, amount, unit);
    }
    if (token.contains("/")) {
      return LocalDate.parse(token, DATE);
    }
    return Character.isDigit(token.charAt(0)) ? new BigDecimal(token) : facts.apply(token);
  }

  private static LocalDate shifted(LocalDate base, int amount, String unit) {
    return switch (unit) {
      case "days" -> base.plusDays(amount);
      case "months" -> base.plusMonths(amount);
      case "years" -> base.plusYears(amount);
      default -> throw new IllegalArgumentException(unit);
    };
  }

  private static boolean compare(Object left, String operator, Object right) {
    int compared =
        left instanceof LocalDate day
            ? day.compareTo((LocalDate) right)
            : ((BigDecimal) left).compareTo((BigDecimal) right);
    return switch (operator) {
      case "=" -> compared == 0;
      case "<" -> compared < 0;
      case "<=" -> compared <= 0;
      case ">" -> compared > 0;
      case ">=" -> compared >= 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private boolean peek(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }

  private String take() {
    return tokens.get(next++);
  }
}
