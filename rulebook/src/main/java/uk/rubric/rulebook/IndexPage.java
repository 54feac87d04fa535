package uk.rubric.rulebook;

import java.util.List;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.syntax.RulesetNode;

/** What the book holds, and how it is to be read. */
final class IndexPage {
  private static final List<String> HOW_TO_READ = List.of(
      "The rules of a table are asked in the order of their numbers. The first that selects or rejects decides, and no"
          + " later rule is asked.",
      "Who is rejected from a denominator is counted under the reason of the rule that decided. A numerator is asked of"
          + " those in the denominator alone.",
      "A comparison with something that is not recorded does not hold, whichever way round it is. Whether something is"
          + " recorded is asked in these words only.",
      "Dates are days. “After” and “before” leave the day itself out; “on or after” and “on or before” include it.",
      "A day some months before another is the same day of the month, or the last day of the month when there is no"
          + " such day: 6 months before 31 March is 30 September.",
      "An entry dated after the achievement date (ACHV_DAT) is not seen by any field. Registrations are seen whole.",
      "An age is in completed years, or months.",
      "What is assumed, a placeholder, reconstructed, unverified, a draft or unofficial is marked where it stands, and"
          + " listed under Notes.");

  private final Book book;

  IndexPage(Book book) {
    this.book = book;
  }

  String html() {
    List<Html> how = HOW_TO_READ.stream().<Html>map(line -> Html.element("li", line)).toList();
    Html main = Html.together(
        Html.element("h1", "Rule book"),
        Html.element("section", Html.element("h2", "Services").id("services-title"), services())
            .id("services").with("aria-labelledby", "services-title"),
        Html.element("section", Html.element("h2", "Rule sets").id("rulesets-title"), rulesets())
            .id("rulesets").with("aria-labelledby", "rulesets-title"),
        Html.element("section", Html.element("h2", "How to read it").id("reading-title"),
            Html.element("ul", Html.together(how))).id("reading").with("aria-labelledby", "reading-title"));
    return Page.of(RuleBook.INDEX, "Rule book", main);
  }

  private Html services() {
    Table table = new Table("Services", "Service", "Title", "Status", "Period", "Marked");
    for (CheckedService service : book.rules().services()) {
      table.row("", book.places(service).service(service).link(RuleBook.INDEX), Html.text(service.title()),
          ServicePage.status(service.status()),
          Html.text(service.periodStart() + " to " + service.periodEnd()), Notes.count(service.notes()));
    }
    return table.isEmpty() ? Html.element("p", "These files hold no service.") : table.html();
  }

  private Html rulesets() {
    Table table = new Table("Rule sets", "Rule set", "Title", "Indicators", "Source", "Marked");
    for (CheckedRuleset ruleset : book.rules().rulesets()) {
      List<Html> sources = book.source().items(ruleset.id(), RulesetNode.Source.class).stream()
          .<Html>map(source -> Html.element("p", source.text().text())).toList();
      table.row("", book.places(ruleset).ruleset(ruleset.id()).link(RuleBook.INDEX), Html.text(ruleset.title()),
          Html.text(Integer.toString(ruleset.indicators().size())), Html.together(sources),
          Notes.count(ruleset.notes()));
    }
    return table.isEmpty() ? Html.element("p", "These files hold no rule set.") : table.html();
  }
}
