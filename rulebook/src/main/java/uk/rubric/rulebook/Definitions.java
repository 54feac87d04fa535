package uk.rubric.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedService;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;
import uk.rubric.value.SctId;

/** The tables on which ladders stand: fields, code clusters, reasons and dates. */
final class Definitions {
  private final Book book;
  private final CheckedRuleset ruleset;
  private final Places places;
  private final Reading reading;
  private final String page;

  Definitions(Book book, CheckedRuleset ruleset, Reading reading) {
    this.book = book;
    this.ruleset = ruleset;
    this.places = book.places(ruleset);
    this.reading = reading;
    this.page = places.ruleset(ruleset.id()).page();
  }

  private static Optional<Html> unlessEmpty(Table table) {
    return table.isEmpty() ? Optional.empty() : Optional.of(table.html());
  }

  Optional<Html> fields() {
    return ruleset.fields().isEmpty()
        ? Optional.empty() : Optional.of(fields("Fields in the order of the file", ruleset.fields()));
  }

  Html fields(String caption, List<CheckedField> fields) {
    Table table = new Table(caption, "Field", "Code cluster", "Qualifying criteria", "Description", "Used by");
    fields.forEach(field -> row(field, table));
    return table.html();
  }

  private void row(CheckedField field, Table table) {
    Place place = places.field(field.id());
    RulesetNode.Field node = node(field);
    table.row(place.anchor(), Html.text(node.name().written()), clusters(Things.clusters(field)),
        Html.element("code", Written.of(field, places).html(Source.text(node.form().span()), Map.of(), page)),
        Html.together(reading.field(field).html(page), Prose.of(book.source().doc(node)), Notes.of(field.notes())),
        book.usedBy().html(place, page));
  }

  private Html clusters(Set<ClusterId> clusters) {
    return clusters.isEmpty()
        ? Html.text("n/a") : Html.joined(clusters.stream().map(id -> places.cluster(id).link(page)).toList(), ", ");
  }

  /** As it stands in the file; one of a ladder is drawn for each entry. */
  private RulesetNode.Field node(CheckedField field) {
    Stream<RulesetNode.Field> own = book.source().items(ruleset.id(), RulesetNode.Field.class).stream();
    Stream<RulesetNode.Field> ofPopulations = book.source().items(ruleset.id(), RulesetNode.Population.class).stream()
        .map(RulesetNode.Population::ladder).map(LadderNode::fields).flatMap(List::stream);
    Stream<RulesetNode.Field> ofIndicators = book.source().items(ruleset.id(), RulesetNode.Indicator.class).stream()
        .map(RulesetNode.Indicator::fields).flatMap(List::stream);
    return Stream.of(own, ofPopulations, ofIndicators).flatMap(s -> s)
        .filter(node -> node.span().equals(field.span()) || node.name().span().equals(field.span()))
        .findFirst().orElseThrow();
  }

  Optional<Html> clusters() {
    Table table = new Table("Code clusters in the order of the file", "Name", "Title", "Codes", "Remarks", "Used by");
    List<RulesetNode.Cluster> nodes = book.source().items(ruleset.id(), RulesetNode.Cluster.class);
    for (Cluster cluster : ruleset.clusters()) {
      Place place = places.cluster(cluster.id());
      Optional<String> doc = nodes.stream().filter(n -> n.name().text().equals(cluster.id().name())).findFirst()
          .flatMap(book.source()::doc);
      table.row(place.anchor(), Html.text(cluster.id().name()), Html.text(cluster.title()), codes(cluster),
          Html.together(Prose.of(doc), Notes.of(cluster.notes())), book.usedBy().html(place, page));
    }
    return unlessEmpty(table);
  }

  private static Html codes(Cluster cluster) {
    if (cluster.refset().isPresent()) {
      return Html.together(Html.text("reference set "), Html.element("code", cluster.refset().get().toString()),
          Html.text(", version " + cluster.version().orElse("not pinned")));
    } else if (cluster.ecl().isPresent()) {
      return Html.together(Html.text("expression "), Html.element("code", cluster.ecl().get()));
    }
    List<Html> codes = cluster.listed().stream().<Html>map(listed -> Html.element("li", code(listed.code()),
        Html.text(listed.term().isEmpty() ? "" : " " + listed.term()))).toList();
    return Html.element("ul", Html.together(codes)).css("links");
  }

  private static Html code(SctId code) {
    return Html.element("code", code.toString());
  }

  Optional<Html> reasons() {
    Table table = new Table("Why a rule rejects from a denominator", "Reason", "Kind", "Text", "Remarks", "Used by");
    for (RulesetNode.Reason reason : book.source().items(ruleset.id(), RulesetNode.Reason.class)) {
      Place place = places.reason(ruleset.name(), reason.name().text());
      table.row(place.anchor(), Html.text(reason.name().text()), Html.text(kind(reason.kind())),
          Html.text(reason.title().map(Text::text).orElse("")),
          Html.together(Prose.of(book.source().doc(reason)), Notes.ofNodes(reason.notes())),
          book.usedBy().html(place, page));
    }
    return unlessEmpty(table);
  }

  private static String kind(RulesetNode.ReasonKind kind) {
    return switch (kind) {
      case EXCLUSION -> "Exclusion";
      case PCA_GENERAL -> "PCA, general";
      case PCA_SPECIFIC -> "PCA, specific";
    };
  }

  Optional<Html> days() {
    Table table = new Table("Dates that a service gives", "Name", "Title", "In services");
    for (RulesetNode.DayNeeded day : book.source().items(ruleset.id(), RulesetNode.DayNeeded.class)) {
      String name = day.name().text();
      List<Html> given = book.services(ruleset).stream().flatMap(service -> given(service, name)).toList();
      table.row("day-" + name, Html.text(name), Html.text(day.title().map(Text::text).orElse("")),
          given.isEmpty() ? Html.element("em", "none") : Html.joined(given, "; "));
    }
    return unlessEmpty(table);
  }

  private Stream<Html> given(CheckedService service, String name) {
    return service.days().stream().filter(day -> day.name().equals(name)).map(day -> Html.together(
        places.service(service).link(page), Html.text(": " + ServicePage.day(day, service))));
  }
}
