package uk.rubric.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.Each;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.check.CheckedService;
import uk.rubric.syntax.RulesetNode;

/**
 * Where things stand in the book, and what they are, seen from one rule set or service: a name of another rule set
 * means that of the version which this one uses.
 */
final class Places {
  private final Map<String, CheckedRuleset> visible = new LinkedHashMap<>();
  private final Files files;

  private Places(List<CheckedRuleset> visible, Files files) {
    visible.forEach(ruleset -> this.visible.putIfAbsent(ruleset.name(), ruleset));
    this.files = files;
  }

  /** The file of each rule set and service. Two that differ in case alone lie apart, whatever disk holds them. */
  record Files(Map<RulesetId, String> rulesets, Map<String, String> services, Map<RulesetId, Set<String>> reasons) {
    static Files of(CheckedRules rules, Source source) {
      Set<String> taken = new TreeSet<>();
      Map<RulesetId, String> rulesets = new LinkedHashMap<>();
      rules.rulesets().forEach(r -> rulesets.put(r.id(), free("ruleset-" + r.name() + "-" + r.version(), taken)));
      Map<String, String> services = new LinkedHashMap<>();
      rules.services().forEach(s -> services.put(s.name(), free("service-" + s.name(), taken)));
      Map<RulesetId, Set<String>> reasons = new LinkedHashMap<>();
      rulesets.keySet().forEach(id -> reasons.put(id, source.items(id, RulesetNode.Reason.class).stream()
          .map(reason -> reason.name().text()).collect(Collectors.toSet())));
      return new Files(rulesets, services, reasons);
    }

    private static String free(String name, Set<String> taken) {
      String file = name;
      for (int i = 2; !taken.add(file.toLowerCase(Locale.ROOT)); i++) {
        file = name + "--" + i;
      }
      return file + ".html";
    }
  }

  static Places of(CheckedRuleset ruleset, CheckedRules rules, Files files) {
    Map<RulesetId, CheckedRuleset> found = new LinkedHashMap<>();
    add(ruleset, rules, found);
    return new Places(List.copyOf(found.values()), files);
  }

  private static void add(CheckedRuleset ruleset, CheckedRules rules, Map<RulesetId, CheckedRuleset> found) {
    if (found.putIfAbsent(ruleset.id(), ruleset) == null) {
      ruleset.uses().forEach(id -> add(rules.ruleset(id).orElseThrow(), rules, found));
    }
  }

  static Places of(CheckedService service, CheckedRules rules, Files files) {
    return new Places(rules.used(service), files);
  }

  Place ruleset(RulesetId id) {
    return new Place(files.rulesets().get(id), "", id.name() + " " + id.version());
  }

  Place service(CheckedService service) {
    return new Place(files.services().get(service.name()), "", service.name());
  }

  private String page(String ruleset) {
    return files.rulesets().get(visible.get(ruleset).id());
  }

  Place field(FieldId id) {
    return new Place(page(id.ruleset()), "field-" + id.name() + (id.array() ? "--array" : ""), written(id));
  }

  /** As the file says it: a field of a ladder without the ladder. */
  static String written(FieldId id) {
    return id.toString().substring(id.name().lastIndexOf('.') + 1);
  }

  Place cluster(ClusterId id) {
    return new Place(page(id.ruleset()), "cluster-" + id.name(), id.name());
  }

  Place population(PopulationId id) {
    return new Place(page(id.ruleset()), "population-" + id.name(), id.name());
  }

  Place indicator(String ruleset, String name) {
    return new Place(page(ruleset), "indicator-" + name, name);
  }

  /** Of that name, in the first rule set that has one. */
  Optional<Place> indicator(String name) {
    return visible.values().stream().filter(r -> r.indicators().stream().anyMatch(i -> i.name().equals(name)))
        .findFirst().map(r -> indicator(r.name(), name));
  }

  /** A date is needed by each rule set that names it; the first one tells. */
  Optional<Place> day(String name) {
    return visible.values().stream().filter(r -> r.days().contains(name)).findFirst()
        .map(r -> new Place(page(r.name()), "day-" + name, name));
  }

  /** Of the rule set, or for a rule of a block of that from which the block comes. */
  Place reason(String ruleset, String name) {
    String plain = name.substring(name.lastIndexOf('.') + 1);
    String home = Stream.concat(Stream.of(visible.get(ruleset)), visible.values().stream())
        .filter(r -> files.reasons().get(r.id()).contains(plain)).findFirst().orElseThrow().name();
    return new Place(page(home), "reason-" + plain, plain);
  }

  Place rule(String ruleset, LadderName ladder, int number) {
    return new Place(page(ruleset), ladder.anchor(number), ladder.words() + " rule " + number);
  }

  /** A ladder's owner, with {@code denominator} or {@code numerator} for an indicator. */
  record LadderName(String owner, Optional<String> part) {
    String words() {
      return owner + part.map(p -> " " + p).orElse("");
    }

    String anchor(int number) {
      return "rule-" + owner + part.map(p -> "-" + p).orElse("") + "-" + number;
    }
  }

  CheckedField definition(FieldId id) {
    CheckedRuleset ruleset = visible.get(id.ruleset());
    return Stream.concat(ruleset.fields().stream(), local(ruleset)).filter(f -> f.id().equals(id)).findFirst()
        .orElseThrow();
  }

  static Stream<CheckedField> local(CheckedRuleset ruleset) {
    return Stream.concat(ruleset.populations().stream().map(Population::each),
            ruleset.indicators().stream().map(CheckedRuleset.Indicator::each))
        .flatMap(Optional::stream).map(Each::fields).flatMap(List::stream);
  }

  Optional<Cluster> definition(ClusterId id) {
    return visible.get(id.ruleset()).clusters().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  Population definition(PopulationId id) {
    return visible.get(id.ruleset()).populations().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  List<CheckedRuleset> visible() {
    return List.copyOf(visible.values());
  }
}
