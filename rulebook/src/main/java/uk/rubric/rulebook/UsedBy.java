package uk.rubric.rulebook;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Each;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.rulebook.Places.Files;
import uk.rubric.rulebook.Places.LadderName;

/** What each thing is used by, in all rule sets and services, in their order. */
final class UsedBy {
  private final Map<String, Set<Place>> users = new HashMap<>();

  private final Source source;

  private UsedBy(Source source) {
    this.source = source;
  }

  static UsedBy of(CheckedRules rules, Source source, Files files) {
    UsedBy all = new UsedBy(source);
    rules.rulesets().forEach(ruleset -> all.new InRuleset(ruleset, Places.of(ruleset, rules, files)).note());
    rules.services().forEach(service -> all.note(service, Places.of(service, rules, files)));
    return all;
  }

  /** Those that use what stands there. */
  Set<Place> of(Place thing) {
    return users.getOrDefault(key(thing), Set.of());
  }

  /** As a list of links. */
  Html html(Place thing, String page) {
    Set<Place> found = of(thing);
    return found.isEmpty()
        ? Html.element("em", "nothing")
        : Html.element("ul", Html.together(found.stream().map(user -> Html.element("li", user.link(page))).toList()))
            .css("links");
  }

  private static String key(Place thing) {
    return thing.page() + "#" + thing.anchor();
  }

  private void add(Place thing, Place user) {
    users.computeIfAbsent(key(thing), k -> new LinkedHashSet<>()).add(user);
  }

  private void note(CheckedService service, Places places) {
    String page = places.service(service).page();
    service.pointsTables().forEach(table -> table.rows().forEach(row ->
        places.indicator(row.indicator()).ifPresent(indicator -> add(indicator,
            new Place(page, "points-" + table.name() + "-" + row.indicator(), service.name() + " points")))));
    FormulaWords words = new FormulaWords(service, places, new Vocabulary(places, source));
    service.measures().forEach(m -> words(words.sentence(m.formula(), m.rounding()),
        new Place(page, "measure-" + m.name(), service.name() + " measure " + m.name())));
    service.pays().forEach(p -> {
      Place user = new Place(page, "pay-" + p.name(), service.name() + " payment " + p.name());
      words(words.sentence(p.formula(), Optional.of(p.rounding())).plus(words.condition(p.when())), user);
      p.sharedBy().ifPresent(table -> add(new Place(page, "points-" + table, table), user));
    });
  }

  /** What a figure names is what its reading leads to. */
  private void words(Words words, Place user) {
    words.list().forEach(word -> word.place().ifPresent(place -> add(place, user)));
  }

  private final class InRuleset {
    private final CheckedRuleset ruleset;
    private final Places places;

    InRuleset(CheckedRuleset ruleset, Places places) {
      this.ruleset = ruleset;
      this.places = places;
    }

    void note() {
      ruleset.fields().forEach(this::field);
      Places.local(ruleset).forEach(this::field);
      ruleset.populations().forEach(this::population);
      ruleset.indicators().forEach(this::indicator);
    }

    private void field(CheckedField field) {
      Place user = places.field(field.id());
      Things.clusters(field).forEach(cluster -> add(places.cluster(cluster), user));
      field.definition().references().forEach(id -> add(places.field(id), user));
    }

    private void population(Population population) {
      Place user = places.population(population.id());
      population.parent().ifPresent(parent -> add(places.population(parent), user));
      each(population.each(), user);
      ladder(population.ladder(), new LadderName(population.id().name(), Optional.empty()));
    }

    private void each(Optional<Each> each, Place user) {
      each.ifPresent(e -> add(places.field(e.array()), user));
    }

    private void indicator(Indicator indicator) {
      Place user = places.indicator(ruleset.name(), indicator.name());
      indicator.parent().ifPresent(parent -> add(places.population(parent), user));
      each(indicator.each(), user);
      indicator.denominator().ifPresent(l -> ladder(l, new LadderName(indicator.name(), Optional.of("denominator"))));
      indicator.numerator().ifPresent(l -> ladder(l, new LadderName(indicator.name(), Optional.of("numerator"))));
    }

    private void ladder(Ladder ladder, LadderName name) {
      for (Rule rule : ladder.rules()) {
        Place user = places.rule(ruleset.name(), name, rule.number());
        rule.condition().ifPresent(condition -> condition(condition, user));
        List.of(rule.whenTrue(), rule.whenFalse()).forEach(action -> action.reason()
            .ifPresent(reason -> add(places.reason(ruleset.name(), reason.name()), user)));
      }
    }

    private void condition(Condition condition, Place user) {
      Things.fields(condition).forEach(field -> add(places.field(field), user));
      Things.clusters(condition).forEach(cluster -> add(places.cluster(cluster), user));
      condition.populations().forEach(population -> add(places.population(population), user));
    }
  }
}
