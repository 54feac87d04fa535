package uk.rubric.rulebook;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.Text;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/** What things are called in a reading, each leading to its place. */
final class Vocabulary {
  private final Places places;
  private final Map<String, String> days = new HashMap<>();

  Vocabulary(Places places, Source source) {
    this.places = places;
    for (CheckedRuleset ruleset : places.visible()) {
      source.items(ruleset.id(), RulesetNode.DayNeeded.class).forEach(day ->
          day.title().map(Text::text).ifPresent(title -> days.putIfAbsent(day.name().text(), title)));
    }
  }

  Places places() {
    return places;
  }

  Words field(FieldId id) {
    return Words.link(Places.written(id), Optional.of(places.field(id)));
  }

  /** By its published title, which a clinician knows. */
  Words cluster(ClusterId id) {
    String title = places.definition(id).map(Cluster::title).filter(t -> !t.isEmpty()).orElse(id.name());
    return Words.link("“" + title + "”", Optional.of(places.cluster(id)));
  }

  Words population(PopulationId id) {
    return Words.link(id.name(), Optional.of(places.population(id)));
  }

  /** @param brief where the name alone is to stand, without its title */
  Words day(String name, boolean brief) {
    Words link = Words.link(name, places.day(name));
    return days.containsKey(name) && !brief ? Words.of("the " + days.get(name) + " (").plus(link).plus(")") : link;
  }

  static String number(BigDecimal number, Unit unit) {
    return number.toPlainString() + (unit.equals(Unit.NONE) ? "" : (unit.equals(Unit.PERCENT) ? "" : " ") + unit);
  }

  /** In quotation marks unless it is a name. */
  static String label(String label) {
    return label.matches("[A-Z][A-Za-z0-9_]*") ? label : "“" + label + "”";
  }

  /** {@code 12 months}, {@code 1 day}. */
  static String amount(int amount, DateUnit unit) {
    String plural = unit.name().toLowerCase(Locale.ROOT);
    return amount + " " + (amount == 1 ? plural.substring(0, plural.length() - 1) : plural);
  }
}
