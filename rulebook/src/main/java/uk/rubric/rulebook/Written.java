package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;

/** Text as the file has it, its names leading to what they name. */
final class Written {
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"]*\"|[A-Z][A-Za-z0-9_]*(?:\\.[A-Z][A-Za-z0-9_]*)*(?:\\[\\])?");

  private final Places places;
  private final Map<String, Place> names = new HashMap<>();

  Written(Places places) {
    this.places = places;
  }

  static Written of(Condition condition, Places places) {
    Written written = new Written(places);
    Things.fields(condition).forEach(written::field);
    condition.populations().forEach(written::population);
    Things.clusters(condition).forEach(written::cluster);
    return written;
  }

  static Written of(CheckedField field, Places places) {
    Written written = new Written(places);
    field.definition().references().forEach(written::field);
    where(field.definition()).forEach(c -> Things.fields(c).forEach(written::field));
    Things.clusters(field).forEach(written::cluster);
    return written;
  }

  private static Stream<Condition> where(FieldDefinition definition) {
    return definition instanceof FieldDefinition.Pick pick ? pick.where().stream() : Stream.empty();
  }

  private void field(FieldId id) {
    name(id.toString(), id.ruleset(), places.field(id));
  }

  private void population(PopulationId id) {
    name(id.name(), id.ruleset(), places.population(id));
  }

  private void cluster(ClusterId id) {
    name(id.name(), id.ruleset(), places.cluster(id));
  }

  /** As a rule may say it: with the rule set before it, or without the ladder that a field is local to. */
  private void name(String name, String ruleset, Place place) {
    names.put(name, place);
    names.put(ruleset + "." + name, place);
    names.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), place);
    // The entry of an array that is looked at has the array's name without brackets.
    names.putIfAbsent(name.substring(name.lastIndexOf('.') + 1).replace("[]", ""), place);
  }

  /** @param arguments what stands in the place of some names */
  Html html(String text, Map<String, String> arguments, String page) {
    List<Html> parts = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int from = 0;
    while (token.find()) {
      parts.add(Html.text(text.substring(from, token.start())));
      parts.add(token(token.group(), arguments, page));
      from = token.end();
    }
    parts.add(Html.text(text.substring(from)));
    return Html.together(parts);
  }

  private Html token(String token, Map<String, String> arguments, String page) {
    String plain = token.replace("[]", "");
    String said = arguments.containsKey(plain)
        ? arguments.get(plain) + (token.endsWith("[]") && !arguments.get(plain).endsWith("[]") ? "[]" : "") : token;
    // An argument may be more than a name, such as a date moved by some months.
    if (!said.equals(token)) {
      return html(said, Map.of(), page);
    }
    Optional<Place> place = Optional.ofNullable(names.get(said)).or(() -> places.day(said));
    return place.<Html>map(p -> Html.element("a", said).with("href", p.href(page))).orElse(Html.text(said));
  }
}
