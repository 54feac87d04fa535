package uk.rubric.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.testing.Coverage.Item;
import uk.rubric.testing.Coverage.Measure;
import uk.rubric.testing.Coverage.OfLadder;
import uk.rubric.testing.Coverage.OfRule;
import uk.rubric.testing.Coverage.State;

/** Coverage as one page that needs nothing beside it: no script, no network. */
public final class CoverageHtml {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8886; --gap: #c62828; --well: #1b7f3b; --open: #8a5a00; }
      @media (prefers-color-scheme: dark) { :root { --gap: #ff8a80; --well: #7ddc9b; --open: #ffc766; } }
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border-bottom: 1px solid var(--line); padding: .35rem .3rem; text-align: right; vertical-align: top; }
      th:first-child, td:first-child { text-align: left; min-width: 7rem; }
      .scroll { overflow-x: auto; }
      pre, code { font: .875rem/1.45 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
      pre { border: 1px solid var(--line); border-radius: .3rem; margin: .4rem 0; padding: .6rem; }
      .rule { border-left: .35rem solid var(--well); margin: .8rem 0; padding-left: .7rem; }
      .rule.gap { border-color: var(--gap); }
      .covered, .impossible, .acknowledged { color: var(--well); }
      .uncovered { color: var(--gap); }
      .undecided { color: var(--open); }
      ul { margin: .2rem 0; padding-left: 1.2rem; }
      a, summary { color: inherit; }
      @media print { details:not([open]) > * { display: none; } .rule { break-inside: avoid; } }
      """;

  private CoverageHtml() {}

  /** The whole page; the same coverage gives the same bytes. */
  public static String of(Coverage coverage) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Coverage of the rules</title>\n"
        + "<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n<h1>Coverage of the rules</h1>\n"
        + summary(coverage) + coverage.ladders().stream().map(CoverageHtml::ladder).collect(Collectors.joining())
        + "</main>\n</body>\n</html>\n";
  }

  private static String summary(Coverage coverage) {
    StringBuilder html = new StringBuilder("<p>Counted as covered: " + coverage.count(State.IMPOSSIBLE)
        + " proved impossible, " + coverage.count(State.ACKNOWLEDGED) + " marked unreachable. Not covered: "
        + coverage.count(State.UNCOVERED) + ", and " + coverage.count(State.UNDECIDED) + " undecided.</p>\n");
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Coverage by ladder\"><table>\n<thead><tr>")
        .append("<th scope=\"col\">ladder</th>");
    Stream.of(Measure.values()).forEach(m -> html.append("<th scope=\"col\">").append(m.word()).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    coverage.ladders()
        .forEach(l -> html.append("<tr><td><a href=\"#").append(id(l)).append("\">").append(escaped(l.name()))
        .append("</a></td>").append(counts(l.items().toList())).append("</tr>\n"));
    html.append("<tr><td><strong>all</strong></td>").append(counts(coverage.items().toList())).append("</tr>\n");
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String counts(List<Item> items) {
    return Stream.of(Measure.values()).map(m -> Coverage.count(items.stream(), m))
        .map(c -> "<td class=\"" + (c.settled() == c.total() ? "covered" : "uncovered") + "\">" + c + "</td>")
        .collect(Collectors.joining());
  }

  private static String id(OfLadder ladder) {
    return (ladder.ruleset() + "-" + ladder.name()).replaceAll("[^A-Za-z0-9_-]", "-");
  }

  private static String ladder(OfLadder ladder) {
    return "<section id=\"" + id(ladder) + "\">\n<h2>" + escaped(ladder.name()) + "</h2>\n<p>"
        + escaped(ladder.kind().word() + " of rule set " + ladder.ruleset() + ", " + ladder.span()) + "</p>\n"
        + ladder.rules().stream().map(CoverageHtml::rule).collect(Collectors.joining()) + "</section>\n";
  }

  private static String rule(OfRule rule) {
    boolean settled = rule.items().stream().allMatch(i -> i.state().isSettled());
    StringBuilder html = new StringBuilder("<div class=\"rule" + (settled ? "" : " gap") + "\">\n<pre>"
        + escaped(rule.span().text().replaceAll("[ \\t]+", " ")) + "</pre>\n");
    if (settled) {
      return html.append("<p class=\"covered\">✓ all ").append(rule.items().size())
          .append(" parts covered</p>\n</div>\n").toString();
    }
    html.append("<ul>\n");
    rule.items().forEach(item -> html.append(item(item)));
    return html.append("</ul>\n</div>\n").toString();
  }

  private static String item(Item item) {
    String mark = item.state().isSettled() ? "✓" : item.state() == State.UNDECIDED ? "?" : "✗";
    StringBuilder html = new StringBuilder("<li><span class=\"" + item.state().word() + "\">" + mark + " "
        + item.state().word() + "</span>: " + item.measure().word() + ", " + code(item.what()));
    item.why().ifPresent(why -> html.append(" (").append(escaped(why)).append(')'));
    item.test().ifPresent(test -> html.append("<details><summary>a test that covers it</summary><pre>")
        .append(escaped(test)).append("</pre></details>"));
    return html.append("</li>\n").toString();
  }

  /** What stands in backticks is code. */
  private static String code(String text) {
    return escaped(text).replaceAll("`([^`]*)`", "<code>$1</code>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
