package uk.rubric.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import uk.rubric.parse.antlr.RubricLexer;

/** What writers of published tables, or of other languages, write out of habit, and what to write here instead. */
final class Slips {
  /** A word that somebody means, by the word that they write; told only where it fits. */
  private static final Map<String, List<String>> MEANT =
      Map.ofEntries(
          Map.entry("first", List.of("earliest")),
          Map.entry("oldest", List.of("earliest")),
          Map.entry("last", List.of("latest")),
          Map.entry("newest", List.of("latest")),
          Map.entry("recent", List.of("latest")),
          Map.entry("every", List.of("all", "each")),
          Map.entry("max", List.of("highest")),
          Map.entry("maximum", List.of("highest")),
          Map.entry("min", List.of("lowest")),
          Map.entry("minimum", List.of("lowest")),
          Map.entry("when", List.of("if", "where")),
          Map.entry("if", List.of("where")),
          Map.entry("otherwise", List.of("else")),
          Map.entry("include", List.of("select")),
          Map.entry("exclude", List.of("reject")),
          Map.entry("go", List.of("next")),
          Map.entry("goto", List.of("next")),
          Map.entry("continue", List.of("next")),
          Map.entry("since", List.of("from")),
          Map.entry("until", List.of("to")),
          Map.entry("exception", List.of("exclusion")),
          Map.entry("exemption", List.of("exclusion")),
          Map.entry("codelist", List.of("cluster")),
          Map.entry("variable", List.of("field")),
          Map.entry("population", List.of("register", "group")),
          Map.entry("payment", List.of("pay")));

  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("null", "write `is recorded` or `is not recorded`"),
          Map.entry("missing", "write `is recorded` or `is not recorded`"),
          Map.entry("present", "write `is recorded` or `is not recorded`"),
          Map.entry("empty", "write `is recorded` or `is not recorded`"),
          Map.entry("less", "write `<` or `<=`"),
          Map.entry("greater", "write `>` or `>=`"),
          Map.entry("more", "write `>` or `>=`"),
          Map.entry("equals", "write `=`"),
          Map.entry("equal", "write `=`"),
          Map.entry("between", "write `from … to …`, which includes both ends"),
          Map.entry("import", "an import stands at the head of the file, before all else"),
          Map.entry("today", "name a day of the service, such as `ACHV_DAT`"),
          Map.entry("[", "write `(` and `)`"),
          Map.entry("||", "write `or`"));

  private static final Set<String> FORMS =
      Set.of("id", "age", "latest", "earliest", "all", "highest", "lowest", "value");

  private static final Set<String> MONTHS =
      Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Map<String, String> DOUBLED =
      Map.of("==", "write `=` once", "=<", "write `<=`", "=>", "write `>=`", ">=", "write `>=` without a space",
          "<=", "write `<=` without a space", "<>", "write `<>` without a space", "--", "a comment starts with `//`",
          "/*", "a comment starts with `//` and ends with its line");

  private static final Set<Integer> NUMBERS = Set.of(RubricLexer.NUMBER, RubricLexer.MONEY);

  private final Token before;
  private final Token found;
  private final Token after;
  private final IntervalSet expected;

  Slips(Optional<Token> before, Token found, Optional<Token> after, IntervalSet expected) {
    this.before = before.orElse(null);
    this.found = found;
    this.after = after.orElse(null);
    this.expected = expected;
  }

  /** Whether a token is read as a name and was meant as the word that starts a form of a field. */
  static boolean isShoutedWord(Token token) {
    return token.getType() == RubricLexer.NAME && FORMS.contains(small(token));
  }

  static String small(Token token) {
    return token.getText().toLowerCase(Locale.ROOT);
  }

  /** What to write, when the slip is a known one. */
  Optional<String> help() {
    return Stream.of(doubledSign(), meantWord(), word(), quoted(), number(), name(), condition())
        .flatMap(Optional::stream).findFirst();
  }

  private boolean fits(String literal) {
    return expected.contains(Words.type(literal));
  }

  private boolean isAfter(String... words) {
    return before != null && List.of(words).contains(before.getText());
  }

  private Optional<String> doubledSign() {
    return Stream.of(signs(before, found), signs(found, after))
        .filter(DOUBLED::containsKey).map(DOUBLED::get).findFirst();
  }

  private static String signs(Token first, Token second) {
    return first == null || second == null ? "" : first.getText() + second.getText();
  }

  private Optional<String> meantWord() {
    return MEANT.getOrDefault(small(found), List.of()).stream().filter(this::fits).findFirst()
        .map(word -> "did you mean `" + word + "`?");
  }

  private Optional<String> word() {
    if (isAfter("next") && found.getText().equals("rule")) {
      return Optional.of("write `next` alone: it goes on to the rule below");
    } else if (isAfter("else") && found.getText().equals("if")) {
      return Optional.of("write `else next`, and the second condition as a rule of its own");
    } else if (found.getText().equals("not") && expected.contains(RubricLexer.DATE) || isAfter("not") && fits("in")) {
      return Optional.of("there is no general `not`: turn the comparison round, or write `is not recorded` or `none of`");
    } else if (isAfter("last") && fits("entered")) {
      return Optional.of("did you mean `latest`?");
    } else if (isAfter("age") && found.getType() == RubricLexer.NUMBER) {
      return Optional.of("a field is an age at a day, as in `age at ACHV_DAT`; `age 8 months` is a day in conditions");
    } else if (found.getText().equals("rule") && fits("}") && after != null
        && after.getType() == RubricLexer.NUMBER) {
      return Optional.of("a rule starts with its number alone, as in `" + after.getText() + ": if …`");
    } else if (isAfter("latest", "earliest") && found.getText().equals("value")) {
      return Optional.of("take the date in one field, and its `highest value of` or `lowest value of` in another");
    }
    return found.getText().equals("x") && fits("*")
        ? Optional.of("write `*` for times") : Optional.ofNullable(ADVICE.get(small(found)));
  }

  private Optional<String> quoted() {
    if (found.getType() != RubricLexer.STRING) {
      return isAfter("import") ? Optional.of("write the path of the file in double quotes") : Optional.empty();
    }
    boolean date = found.getText().matches("\"\\d{4}-\\d\\d-\\d\\d\"") && expected.contains(RubricLexer.DATE);
    return date ? Optional.of("write the date without quotes")
        : expected.contains(RubricLexer.NAME) ? Optional.of(found.getText().contains(" ")
            ? "a name, such as `DM_REG`, comes before the text" : "write a name without quotes")
        : expected.contains(RubricLexer.TERM) ? Optional.of("write the term between two `|`") : Optional.empty();
  }

  private Optional<String> number() {
    boolean grouped = found.getText().equals(",") && before != null && NUMBERS.contains(before.getType())
        && after != null && after.getType() == RubricLexer.NUMBER && !fits(",");
    if (grouped) {
      return Optional.of("write the number without commas: `" + before.getText() + after.getText() + "`");
    } else if (found.getType() != RubricLexer.NUMBER) {
      return Optional.empty();
    } else if (expected.contains(RubricLexer.PERCENT) && !expected.contains(RubricLexer.NUMBER)) {
      return Optional.of("write `" + found.getText() + "%`");
    }
    boolean month = before != null && MONTHS.contains(small(before).substring(0, Math.min(3, small(before).length())));
    return month ? Optional.of("write a date as year, month and day, as in `2012-06-01`") : Optional.empty();
  }

  private Optional<String> name() {
    if (found.getType() != RubricLexer.NAME || before == null) {
      return Optional.empty();
    } else if (isAfter("reject")) {
      return Optional.of("write `reject as " + found.getText() + "`");
    }
    return before.getType() == RubricLexer.NAME && before.getLine() == found.getLine()
        ? Optional.of("a name is one piece, without a space") : Optional.empty();
  }

  private Optional<String> condition() {
    boolean sign = Set.of("=", "<>", "<", "<=", ">", ">=").contains(found.getText());
    if (sign && fits("and") && !fits("=")) {
      return Optional.of("join two comparisons with `and`, or write a span such as `from … to …`");
    } else if (found.getText().equals("if") && expected.contains(RubricLexer.NUMBER) && fits("}")) {
      return Optional.of("a rule starts with its number, as in `2: if …`");
    } else if (fits("else") && !fits("and")) {
      return Optional.of("say what happens when the condition does not hold, as in `else next`");
    }
    return Optional.empty();
  }
}
