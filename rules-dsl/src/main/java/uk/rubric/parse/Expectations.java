package uk.rubric.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import uk.rubric.parse.antlr.RubricLexer;

/** What could have come next, as a reader calls it: at most five things, the most telling ones first. */
final class Expectations {
  private static final int MOST = 5;

  private static final int CLOSE = Words.type("}");

  private static final int LATEST = RubricLexer.VOCABULARY.getMaxTokenType();

  /** Types that together are one thing for a reader; a group is seen by its {@code sign}. */
  private record Group(String name, int sign, Set<Integer> types, Rank rank) {}

  private enum Rank {
    FIRST,
    LAST,
    /** Possible nearly everywhere: named only when there is nothing else. */
    MINOR
  }

  private static final List<Group> GROUPS =
      List.of(
          new Group("the next line or block", Words.type("cluster"),
              Words.types("source", "day", "use", "cluster", "reason", "field", "register", "group", "cohort",
                  "classify",
                  "indicator", "block", "add", "replace", "retire"), Rank.LAST),
          new Group("the next line or block", Words.type("authority"),
              Words.types("authority", "status", "period", "day", "use", "clusters", "parameter", "measure", "points",
                  "pay", "evidence", "block", "total", "add", "replace", "retire"), Rank.LAST),
          new Group("a form of field such as `latest …`", Words.type("whether"), forms(), Rank.FIRST),
          new Group("a comparison", Words.type("<="),
              Words.types("=", "<>", "<", "<=", ">", ">=", "from", "after", "to", "before"), Rank.FIRST),
          new Group("a value", RubricLexer.MONEY, values(), Rank.FIRST),
          new Group("a unit", RubricLexer.WORD, units(), Rank.MINOR),
          new Group("an operator", Words.type("*"), Words.types("+", "-", "*", "/", "on", "[", "("), Rank.MINOR),
          new Group("a note such as `assumed \"…\"`", Words.type("assumed"),
              Words.types("assumed", "placeholder", "reconstructed", "unverified", "unreachable", "draft", "unofficial",
                  "cite"), Rank.MINOR),
          new Group("brackets", Words.type("["), Words.types("["), Rank.MINOR),
          new Group("the rest of a pick", Words.type("spaced"), Words.types("spaced"), Rank.MINOR));

  /** What is possible beside the usual things, named after them. */
  private static final Set<Integer> LATE = Words.types("import", "take", "use", "field", "each", "of", "not", "one");

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(RubricLexer.NAME, "a name"),
          Map.entry(RubricLexer.WORD, "a word"),
          Map.entry(RubricLexer.DATE, "a date such as `2012-06-01`"),
          Map.entry(RubricLexer.MONEY, "an amount such as `£0.01`"),
          Map.entry(RubricLexer.PERCENT, "a percentage"),
          Map.entry(RubricLexer.NUMBER, "a number"),
          Map.entry(RubricLexer.STRING, "a text in double quotes"),
          Map.entry(RubricLexer.TERM, "a term between two `|`"),
          Map.entry(Token.EOF, "the end of the file"));

  private Expectations() {}

  private static Set<Integer> forms() {
    Set<Integer> types = new HashSet<>(
        Words.types("id", "sex", "age", "latest", "earliest", "all", "count", "highest", "lowest", "value", "last",
            "if",
            "whether"));
    types.add(RubricLexer.NAME);
    return Set.copyOf(types);
  }

  private static Set<Integer> values() {
    Set<Integer> types = new HashSet<>(
        Words.types("(", "-", "date", "value", "size", "points", "achievement", "age", "count", "episode", "in", "not",
            "all",
            "any", "none", "some", "at", "slide", "highest", "lowest", "if", "numerator", "denominator", "pcas",
            "exclusions", "sum", "share", "previous", "start", "end"));
    types.addAll(Set.of(RubricLexer.NUMBER, RubricLexer.PERCENT, RubricLexer.MONEY, RubricLexer.DATE,
        RubricLexer.NAME, RubricLexer.STRING));
    return Set.copyOf(types);
  }

  private static Set<Integer> units() {
    Set<Integer> types =
        new HashSet<>(Words.types("%", "day", "days", "week", "weeks", "month", "months", "year", "years", "patients"));
    types.addAll(Set.of(RubricLexer.WORD, RubricLexer.NAME));
    return Set.copyOf(types);
  }

  /** The words of the language among the types. */
  static List<String> words(IntervalSet types) {
    return types.toList().stream()
        .flatMap(type -> Words.written(type).stream())
        .filter(text -> Character.isLetter(text.charAt(0)))
        .toList();
  }

  /** {@code a comparison or `is recorded`}. */
  static String inWords(IntervalSet types) {
    List<Integer> left = new ArrayList<>(types.toList());
    left.sort(Comparator.comparingInt(Expectations::place));
    Map<Rank, List<String>> groups = new EnumMap<>(Rank.class);
    for (Group group : GROUPS) {
      if (left.contains(group.sign)) {
        left.removeAll(group.types);
        groups.computeIfAbsent(group.rank, rank -> new ArrayList<>()).add(group.name);
      }
    }
    List<String> all = new ArrayList<>(groups.getOrDefault(Rank.FIRST, List.of()));
    left.forEach(type -> all.add(inWords(type, types)));
    all.addAll(groups.getOrDefault(Rank.LAST, List.of()));
    List<String> told = all.isEmpty() ? groups.getOrDefault(Rank.MINOR, List.of()) : all;
    return listed(told.stream().distinct().limit(MOST).toList());
  }

  /** What ends things comes last. */
  private static int place(int type) {
    return type == Token.EOF ? Integer.MAX_VALUE : type == CLOSE ? Integer.MAX_VALUE - 1
        : LATE.contains(type) ? LATEST + type : type;
  }

  /** Only in a ladder may a number as well as the end of a block come next. */
  private static boolean isLadder(IntervalSet types) {
    return types.contains(CLOSE) && !types.contains(RubricLexer.MONEY);
  }

  private static String inWords(int type, IntervalSet among) {
    return type == RubricLexer.NUMBER && isLadder(among) ? "a numbered rule"
        : NAMES.containsKey(type) ? NAMES.get(type)
        : "`" + Words.written(type).map(word -> inFull(word, among)).orElseThrow() + "`";
  }

  /** With the word that always follows it, where one does. */
  private static String inFull(String word, IntervalSet among) {
    return switch (word) {
      case "is" -> "is recorded";
      case "one" -> "one of";
      case "take" -> "take tests";
      case "not" -> among.contains(Words.type("when")) ? "not before"
          : among.contains(Words.type("recorded")) ? "not recorded" : word;
      default -> word;
    };
  }

  private static String listed(List<String> things) {
    int last = things.size() - 1;
    return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " or " + things.get(last);
  }
}
