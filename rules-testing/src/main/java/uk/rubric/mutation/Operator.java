package uk.rubric.mutation;

import java.util.Locale;

/** The ways in which a part of rules is changed. */
public enum Operator {
  /** {@code <} for {@code <=}, {@code after} for {@code from}. */
  STRICTNESS("strict or inclusive"),
  /** {@code >} for {@code <}, {@code <>} for {@code =}. */
  REVERSED("comparison reversed"),
  /** A limit of days moved by one, to the side that strictness leaves out. */
  DAY("limit moved by a day"),
  /** A number, an amount, a length of time or a threshold moved by one in its last place. */
  STEP("number moved by one step"),
  DROPPED_RULE("rule dropped"),
  SWAPPED_RULES("neighbouring rules swapped"),
  SWAPPED_ACTIONS("actions swapped"),
  REASON("other reason"),
  CLUSTER("other code cluster"),
  /** {@code earliest} for {@code latest}. */
  CHOICE("latest or earliest"),
  /** {@code highest} for {@code lowest}. */
  EXTREME("highest or lowest"),
  CONNECTIVE("and or or"),
  PRESENCE("recorded or not"),
  DROPPED_PART("part of a condition dropped"),
  DROPPED_WHERE("where dropped"),
  QUANTITY("how many must hold"),
  MEMBERSHIP("in or not in"),
  ANSWER("yes or no"),
  PARENT("population of its parent"),
  /** {@code +} for {@code -}, {@code *} for {@code /}. */
  SIGN("other sign of arithmetic"),
  ROUNDING("other rounding");

  private final String word;

  Operator(String word) {
    this.word = word;
  }

  /** What was done, for people. */
  public String word() {
    return word;
  }

  /** What was done, for machines. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
