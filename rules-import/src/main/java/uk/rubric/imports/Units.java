package uk.rubric.imports;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units of measurement in the texts of the tables, such as the language can write. */
final class Units {
  private static final String AMOUNT = "(?:micro|milli|[munpkcd])?";
  private static final String UNIT =
      "(?:%|mmHg|bpm|cm|kg/m2|kg|" + AMOUNT + "(?:mol|g|l|L|U|IU)/" + AMOUNT + "(?:mol|g|l|L|m2|min))";
  private static final Pattern WHOLE = Pattern.compile(UNIT);

  private Units() {}

  static boolean isUnit(String word) {
    return WHOLE.matcher(word).matches();
  }

  /** The units that stand behind a number in a text: {@code 58 mmol/mol or less}. */
  static Set<String> behind(String number, String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher =
        Pattern.compile("(?<![\\d.])" + Pattern.quote(number) + "\\s*(" + UNIT + ")(?![A-Za-z0-9/])").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }
}
