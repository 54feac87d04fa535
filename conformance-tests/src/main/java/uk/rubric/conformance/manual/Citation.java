package uk.rubric.conformance.manual;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.rubric.conformance.ConformanceCase.Heading;
import uk.rubric.conformance.ConformanceCase.Origin;

/** The sentence that a case stands for, and where it stands. */
final class Citation {
  private static final Pattern MEANING = Pattern.compile("language, meaning (\\d+)");
  private static final Pattern CONTRACTS = Pattern.compile("contracts (.+)");

  private Citation() {}

  static String of(Heading heading) {
    return "> " + Markdown.line(heading.quote()) + "\n>\n> — " + source(heading.paragraph()) + "\n";
  }

  /** What went wrong in the world, and where it is published; nothing of a case without sources. */
  static String happened(Heading heading) {
    return heading.origin().map(Citation::origin).orElse("");
  }

  private static String origin(Origin origin) {
    String happened = origin.happened().map(text -> "**What happened.** " + Markdown.line(text) + " ").orElse("");
    return happened + "Source: " + links(origin) + ".\n\n";
  }

  /** The addresses of what is published, each under the name of its host. */
  static String links(Origin origin) {
    return origin.sources().stream()
        .map(source -> Markdown.link(URI.create(source).getHost(), source))
        .collect(Collectors.joining(", "));
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
