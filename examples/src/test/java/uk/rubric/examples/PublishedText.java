package uk.rubric.examples;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Translates the wording of the published tables into that of the language. */
final class PublishedText {
  private static final Pattern OFFSET = Pattern.compile("\\((\\w+) ([–+]) (\\d+ \\w+)\\)");
  private static final Pattern DATE = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4})");
  private static final Pattern NEEDLESS_BRACKETS = Pattern.compile("\\((\\w+ [<>=]+ [\\w -]+)\\)");
  private static final Pattern PICK =
      Pattern.compile("(Latest|Earliest|ALL) (.+?)(?: W(?:here|HERE) (.+))?");
  private static final Pattern SCORE = Pattern.compile("score is (<|>=) ?(\\d+)%");

  private static final Map<String, String> ACTIONS =
      Map.of("Select", "select", "Reject", "reject", "Next rule", "next");

  private PublishedText() {}

  /** {@code If X_DAT ≠ Null AND If Y_DAT > (PPED – 12 months)}. */
  static String condition(String published) {
    String text = published.replace("If ", "").replace(" AND ", " and ").replace(" OR ", " or ");
    text = text.replace("≠ Null", "is recorded").replace("= Null", "is not recorded");
    text = OFFSET.matcher(text).replaceAll(PublishedText::offset);
    text = DATE.matcher(text).replaceAll("$3-$2-$1");
    text = NEEDLESS_BRACKETS.matcher(text).replaceAll(m -> hasConnective(m.group(1)) ? m.group() : m.group(1));
    // Version 46.0 writes the unit of an age in one rule and leaves it out in another.
    return text.equals("PAT_AGE < 40") ? text + " years" : text;
  }

  private static boolean hasConnective(String text) {
    return text.contains(" and ") || text.contains(" or ");
  }

  private static String offset(java.util.regex.MatchResult m) {
    return m.group(1) + (m.group(2).equals("+") ? " + " : " - ") + m.group(3);
  }

  static String action(String published) {
    return ACTIONS.get(published);
  }

  /** {@code {X_DAT}} and {@code [X_VAL]} are arrays. */
  static String fieldName(String published) {
    return published.startsWith("{") || published.startsWith("[")
        ? published.substring(1, published.length() - 1) + "[]"
        : published;
  }

  /** The qualifying criteria of a field, apart from those that read values. */
  static String field(String cluster, String criteria) {
    if (criteria.equals("Unconditional")) {
      return "id of patient";
    }
    if (criteria.startsWith("Unconditional at ")) {
      return criteria.replace("Unconditional", "age");
    }
    return criteria.startsWith("Latest of ") ? criteria.replace("Latest", "latest") : pick(cluster, criteria);
  }

  private static String pick(String cluster, String criteria) {
    Matcher m = PICK.matcher(criteria.replace("(ACHV_DAT)", "ACHV_DAT"));
    if (!m.matches()) {
      throw new IllegalArgumentException(criteria);
    }
    String dates =
        Arrays.stream(m.group(2).split(" AND ")).map(c -> "date " + condition(c)).collect(Collectors.joining(" and "));
    String where = m.group(3) == null ? "" : " and " + where(m.group(3));
    return m.group(1).toLowerCase(java.util.Locale.ROOT) + " " + cluster + " where " + dates + where;
  }

  private static String where(String published) {
    Matcher score = SCORE.matcher(published);
    return score.matches()
        ? "value " + score.group(1) + " " + score.group(2)
        : condition(published).replaceAll("\\[(\\w+)\\]", "$1[] on date");
  }
}
