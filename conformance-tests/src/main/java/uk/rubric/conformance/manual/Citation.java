package uk.rubric.conformance.manual;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.rubric.conformance.ConformanceCase.Heading;

/** The sentence that a case stands for, and where it stands. */
final class Citation {
  private static final Pattern MEANING = Pattern.compile("language, meaning (\\d+)");
  private static final Pattern CONTRACTS = Pattern.compile("contracts (.+)");

  private Citation() {}

  static String of(Heading heading) {
    return "> " + heading.quote().strip().replaceAll("\\s+", " ") + "\n>\n> — " + source(heading.paragraph()) + "\n";
  }

  private static String source(String paragraph) {
    Matcher meaning = MEANING.matcher(paragraph);
    if (meaning.matches()) {
      return Markdown.link("meaning " + meaning.group(1), "meaning.md#" + meaning.group(1));
    }
    Matcher contracts = CONTRACTS.matcher(paragraph);
    return contracts.matches() ? "the published contracts, " + contracts.group(1) : paragraph;
  }
}
