package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Each;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Ladder;
import uk.rubric.rulebook.Places.LadderName;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.RulesetNode.PopulationKind;

/** One rule set: its ladders first, then what they stand on. */
final class RulesetPage {
  private final Book book;
  private final CheckedRuleset ruleset;
  private final Places places;
  private final Reading reading;
  private final Ladders ladders;
  private final Definitions definitions;
  private final String page;

  RulesetPage(Book book, CheckedRuleset ruleset) {
    this.book = book;
    this.ruleset = ruleset;
    this.places = book.places(ruleset);
    this.page = places.ruleset(ruleset.id()).page();
    this.reading = new Reading(new Vocabulary(places, book.source()), ruleset.name());
    this.ladders = new Ladders(book, ruleset, reading);
    this.definitions = new Definitions(book, ruleset, reading);
  }

  String html() {
    List<Section> sections = new ArrayList<>(List.of(
        new Section("populations", "Registers and groups", populations()),
        new Section("indicators", "Indicators", indicators()),
        new Section("blocks", "Blocks", blocks()),
        new Section("fields", "Fields", definitions.fields()),
        new Section("clusters", "Code clusters", definitions.clusters()),
        new Section("reasons", "Reasons", definitions.reasons()),
        new Section("dates", "Dates", definitions.days()),
        new Section("notes", "Notes", Optional.of(Notes.table(ruleset.notes())))));
    sections.removeIf(section -> section.content().isEmpty());
    Html main = Html.together(head(), Section.contents(sections),
        Html.together(sections.stream().map(Section::html).toList()));
    return Page.of(page, ruleset.name() + " " + ruleset.title(), main);
  }

  private Html head() {
    Facts facts = new Facts();
    facts.add("Version", Html.text(ruleset.version()));
    book.source().items(ruleset.id(), RulesetNode.Source.class)
        .forEach(source -> facts.add("Source", Html.text(source.text().text())));
    facts.links("Uses", ruleset.uses().stream().map(places::ruleset).toList(), page);
    facts.links("Used by", book.services(ruleset).stream().map(places::service).toList(), page);
    facts.add("Marked", Notes.count(ruleset.notes()));
    return Html.together(
        Html.element("h1", ruleset.name() + (ruleset.title().isEmpty() ? "" : ": " + ruleset.title())),
        facts.html(), Prose.of(book.source().doc(ruleset.span())));
  }

  private Optional<Html> populations() {
    List<Html> all = ruleset.populations().stream().map(this::population).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Html.together(all));
  }

  private Html population(Population population) {
    Place place = places.population(population.id());
    Facts facts = new Facts();
    facts.add("Kind", Html.text(kind(population.kind())));
    facts.add("Of", parent(population.parent(), population.each()));
    facts.add("Used by", book.usedBy().html(place, page));
    String heading = population.id().name();
    LadderName name = new LadderName(heading, Optional.empty());
    return Html.element("section",
        Html.element("h3", heading),
        title(population.title()),
        Prose.of(book.source().doc(population.span())),
        Notes.of(population.notes()),
        facts.html(),
        local(population.each(), heading, 4),
        ladders.table(population.ladder(), name, Ladders.subject(population.each())),
        Tests.of(book, ruleset.name(), heading, 4)).id(place.anchor());
  }

  private static String kind(PopulationKind kind) {
    return switch (kind) {
      case REGISTER -> "Register";
      case GROUP -> "Group";
      case COHORT -> "Cohort";
      case CLASSIFICATION -> "Classification: gives each patient a label";
    };
  }

  private static Html title(String title) {
    return title.isEmpty() ? Html.none() : Html.element("p", title).css("title");
  }

  private Html parent(Optional<PopulationId> parent, Optional<Each> each) {
    Html of = parent.<Html>map(p -> places.population(p).link(page)).orElse(Html.text("everyone"));
    return each.<Html>map(e -> Html.together(Html.text("each of "), places.field(e.array()).link(page),
        Html.text(" of the patients in "), of)).orElse(of);
  }

  private Html local(Optional<Each> each, String owner, int level) {
    return each.map(Each::fields).filter(fields -> !fields.isEmpty()).<Html>map(fields -> Html.together(
        Html.element("h" + level, "Fields of each in " + owner),
        definitions.fields("Fields that are drawn for each in " + owner, fields))).orElse(Html.none());
  }

  private Optional<Html> indicators() {
    List<Html> all = ruleset.indicators().stream().map(this::indicator).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Html.together(all));
  }

  private Html indicator(Indicator indicator) {
    Place place = places.indicator(ruleset.name(), indicator.name());
    Facts facts = new Facts();
    facts.add("Of", parent(indicator.parent(), indicator.each()));
    book.services(ruleset).forEach(service -> points(service, indicator.name(), facts));
    facts.add("Used by", book.usedBy().html(place, page));
    String subject = Ladders.subject(indicator.each());
    return Html.element("section",
        Html.element("h3", indicator.name()),
        title(indicator.title()),
        Prose.of(book.source().doc(indicator.span())),
        Notes.of(indicator.notes()),
        facts.html(),
        local(indicator.each(), indicator.name(), 4),
        part(indicator, indicator.denominator(), "Denominator", subject),
        part(indicator, indicator.numerator(), "Numerator", subject),
        indicator.denominator().isPresent()
            ? Html.none() : Html.element("p", "This indicator asks for a register alone."),
        Tests.of(book, ruleset.name(), indicator.name(), 4)).id(place.anchor());
  }

  private void points(CheckedService service, String indicator, Facts facts) {
    service.pointsTables().forEach(table -> table.rows().stream()
        .filter(row -> row.indicator().equals(indicator))
        .forEach(row -> facts.add("Points", Html.together(
            Html.text(row.points().toPlainString() + ServicePage.thresholds(row)
                + (row.isProtected() ? ", protected," : "") + " in "),
            places.service(service).link(page), Html.text(" "), Notes.of(row.notes())))));
  }

  private Html part(Indicator indicator, Optional<Ladder> ladder, String part, String subject) {
    LadderName name = new LadderName(indicator.name(), Optional.of(part.toLowerCase(Locale.ROOT)));
    return ladder.<Html>map(l -> Html.together(
        Html.element("h4", part + " of " + indicator.name()), ladders.table(l, name, subject))).orElse(Html.none());
  }

  private Optional<Html> blocks() {
    List<Html> all = book.source().items(ruleset.id(), RulesetNode.Block.class).stream().map(this::block).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(Html.together(all));
  }

  private Html block(RulesetNode.Block block) {
    String name = block.name().text();
    String parameters = String.join(", ", block.parameters().stream().map(Name::written).toList());
    return Html.element("section",
        Html.element("h3", name),
        Html.element("p",
            "Written once and used in ladders, with other names in place of its parameters: " + parameters + "."),
        Prose.of(book.source().doc(block)), Notes.ofNodes(block.notes()),
        ladders.block(block.ladder(), name)).id("block-" + name);
  }
}
