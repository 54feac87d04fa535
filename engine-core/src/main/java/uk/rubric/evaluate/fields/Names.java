package uk.rubric.evaluate.fields;

import java.util.HashMap;
import java.util.Map;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.Operand.Bound;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;

/** What the fields and conditions of one plan may name. Filled while they are compiled. */
final class Names {
  private final Plan plan;
  private final Map<ClusterId, Integer> clusters;
  private final Units units;
  private final Map<Bound, Integer> ofUnits = new HashMap<>();
  private int places;

  /** @param clusters the number of each code cluster */
  Names(Plan plan, Map<ClusterId, Integer> clusters, Units units) {
    this.plan = plan;
    this.clusters = clusters;
    this.units = units;
    plan.eaches().forEach(each -> ofUnits.computeIfAbsent(bound(each), bound -> newPlace()));
  }

  private static Bound bound(PlannedEach each) {
    return new Bound(each.array().name(), each.array());
  }

  Plan plan() {
    return plan;
  }

  int cluster(ClusterId id) {
    return clusters.get(id);
  }

  Units units() {
    return units;
  }

  /** Where rows keep the entry that a unit looks at. */
  int place(PlannedEach each) {
    return ofUnits.get(bound(each));
  }

  /** The places of the entries that can be spoken of everywhere: those of units. */
  Map<Bound, Integer> everywhere() {
    return Map.copyOf(ofUnits);
  }

  /** A place for one more entry, which nothing else uses. */
  int newPlace() {
    return places++;
  }
}
