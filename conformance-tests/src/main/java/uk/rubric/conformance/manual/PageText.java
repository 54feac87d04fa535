package uk.rubric.conformance.manual;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as it grows: prose and examples, with a table of contents above the first section. */
final class PageText {
  static final String GENERATED =
      "<!-- Made from the conformance cases and conformance-tests/manual; docs/testing.md says how. -->\n";

  private static final Pattern SECTION = Pattern.compile("^## (.+)$", Pattern.MULTILINE);

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder contents = new StringBuilder();
  private String quoted = "";

  PageText(String title) {
    this.title = title;
  }

  void prose(String text) {
    SECTION.matcher(text).results().map(MatchResult::group).forEach(this::section);
    body.append(text.stripTrailing()).append("\n\n");
  }

  private void section(String heading) {
    String name = heading.substring(3);
    quoted = "";
    contents.append("- ").append(Markdown.link(name, "#" + Markdown.slug(name))).append('\n');
  }

  void example(Example example) {
    contents.append("  - ").append(Markdown.link(example.title(), "#" + example.id())).append('\n');
    body.append(Markdown.anchor(example.id())).append("\n### ").append(example.title()).append("\n\n");
    body.append(quotation(example)).append(example.body());
  }

  /** Said once where several examples in a row stand for one sentence. */
  private String quotation(Example example) {
    String quote = Citation.of(example.read().heading());
    boolean again = quote.equals(quoted);
    quoted = quote;
    return again ? "" : quote + "\n";
  }

  String text() {
    Pattern first = Pattern.compile("^(?:<a id=.*\n\n)?##", Pattern.MULTILINE);
    Matcher matcher = first.matcher(body);
    int at = matcher.find() ? matcher.start() : body.length();
    String start = "# " + title + "\n\n" + GENERATED + "\n" + body.substring(0, at);
    return start + (contents.isEmpty() ? "" : contents + "\n") + body.substring(at).stripTrailing() + "\n";
  }
}
