package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;

/** Every name in one list, which the script narrows to what is looked for; without it the list stands whole. */
final class NamesPage {
  private final Book book;

  NamesPage(Book book) {
    this.book = book;
  }

  private record Entry(String name, String kind, String title, String home, Place place) {}

  String html() {
    List<Entry> entries = new ArrayList<>();
    book.rules().rulesets().forEach(ruleset -> add(ruleset, entries));
    book.rules().services().forEach(service -> add(service, entries));
    entries.sort(Comparator.comparing(Entry::name).thenComparing(Entry::home).thenComparing(Entry::kind));
    Table table = new Table("All names, from A to Z", "Name", "Kind", "Title", "In");
    for (Entry entry : entries) {
      table.row("", entry.place().link(RuleBook.NAMES), Html.text(entry.kind()), Html.text(entry.title()),
          Html.text(entry.home()));
    }
    Html main = Html.together(
        Html.element("h1", "All names"),
        Html.element("p", "").id("found").with("role", "status"),
        Html.element("div", table.html()).id("names"));
    return Page.of(RuleBook.NAMES, "All names", main);
  }

  private void add(CheckedRuleset ruleset, List<Entry> entries) {
    Places places = book.places(ruleset);
    Place page = places.ruleset(ruleset.id());
    String home = page.label();
    Place self = new Place(page.page(), "", ruleset.name());
    entries.add(new Entry(ruleset.name(), "rule set", ruleset.title(), home, self));
    ruleset.indicators().forEach(i -> entries.add(new Entry(
        i.name(), "indicator", i.title(), home, places.indicator(ruleset.name(), i.name()))));
    ruleset.populations().forEach(p -> entries.add(new Entry(p.id().name(),
        p.kind().name().toLowerCase(Locale.ROOT), p.title(), home, places.population(p.id()))));
    Reading reading = new Reading(new Vocabulary(places, book.source()), ruleset.name());
    Stream.concat(ruleset.fields().stream(), Places.local(ruleset)).forEach(f -> entries.add(new Entry(
        f.id().toString(), "field", reading.field(f).plain().replaceAll("\\s*\n\\s*- ", " "), home,
        places.field(f.id()))));
    ruleset.clusters().forEach(c -> entries.add(new Entry(
        c.id().name(), "code cluster", c.title(), home, places.cluster(c.id()))));
    book.source().items(ruleset.id(), RulesetNode.Reason.class).forEach(r -> entries.add(new Entry(r.name().text(),
        "reason", r.title().map(Text::text).orElse(""), home, places.reason(ruleset.name(), r.name().text()))));
    book.source().items(ruleset.id(), RulesetNode.Block.class).forEach(b -> entries.add(new Entry(b.name().text(),
        "block", "", home, new Place(page.page(), "block-" + b.name().text(), b.name().text()))));
  }

  private void add(CheckedService service, List<Entry> entries) {
    Place page = book.places(service).service(service);
    String home = service.name();
    entries.add(new Entry(home, "service", service.title(), home, page));
    service.parameters().forEach(p ->
        entries.add(entry(p.name(), "parameter", p.title(), page, "parameter-" + p.name())));
    service.measures().forEach(m -> entries.add(entry(m.name(), "measure", m.title(), page, "measure-" + m.name())));
    service.pointsTables().forEach(t -> entries.add(entry(t.name(), "points", t.title(), page, "points-" + t.name())));
    service.pays().forEach(p -> entries.add(entry(p.name(), "payment", p.title(), page, "pay-" + p.name())));
  }

  private static Entry entry(String name, String kind, String title, Place page, String anchor) {
    return new Entry(name, kind, title, page.label(), new Place(page.page(), anchor, name));
  }
}
