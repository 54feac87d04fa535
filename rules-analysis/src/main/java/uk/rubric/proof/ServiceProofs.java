package uk.rubric.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.rubric.analysis.PatientStory;
import uk.rubric.analysis.Subject;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;

/**
 * What is proved of the rules of one service, in parts that know nothing of one another: those of one owner each, asked
 * with the rule set of the owner and what that uses. So parts may be worked out side by side in any order, and a large
 * service costs no more than its rule sets.
 */
final class ServiceProofs {
  private final Plan plan;
  private final Map<List<String>, OwnerProofs> owners = new LinkedHashMap<>();
  private final Map<String, FieldProofs> fields = new LinkedHashMap<>();

  /** @throws uk.rubric.run.CouldNotRun when rule sets of the service do not agree */
  ServiceProofs(CheckedRules rules, CheckedService service) {
    plan = Subject.of(rules, service, service.periodEnd()).plan();
    for (CheckedRuleset ruleset : rules.used(service)) {
      Subject alone = Subject.of(rules, service, service.periodEnd(), ruleset);
      Map<List<String>, OwnerProofs> own = new LinkedHashMap<>();
      plan.ladders().stream().filter(ladder -> ladder.ruleset().equals(ruleset.name()))
          .forEach(ladder -> own.computeIfAbsent(owner(ladder), owner -> new OwnerProofs(alone)).add(ladder));
      owners.putAll(own);
      fields.put(ruleset.name(), new FieldProofs(alone, ruleset.name(), List.copyOf(own.values())));
    }
  }

  private static List<String> owner(PlannedLadder ladder) {
    return List.of(ladder.ruleset(), ladder.owner());
  }

  /** Works all out, side by side. */
  static void prove(List<ServiceProofs> services) {
    inParallel(services.stream().flatMap(ServiceProofs::proofs));
    inParallel(services.stream().flatMap(ServiceProofs::reviews));
    inParallel(services.stream().flatMap(service -> service.fields.values().stream().map(one -> one::prove)));
  }

  private static void inParallel(Stream<Runnable> parts) {
    parts.toList().parallelStream().forEach(Runnable::run);
  }

  private Stream<Runnable> proofs() {
    return owners.values().stream().map(owner -> owner::prove);
  }

  private Stream<Runnable> reviews() {
    List<PatientStory> patients =
        owners.values().stream().flatMap(owner -> owner.analysis().patients().stream()).distinct().toList();
    return owners.values().stream().map(owner -> () -> owner.review(patients));
  }

  List<PlannedLadder> ladders() {
    return plan.ladders();
  }

  /** What was found of a ladder, once that has been worked out. */
  OwnerProofs.OfLadder of(PlannedLadder ladder) {
    return owners.get(owner(ladder)).of(ladder.kind());
  }

  /** What was found of fields, in the order of the plan. */
  List<Diagnostic> ofFields() {
    List<Diagnostic> found = new ArrayList<>();
    plan.fields().subList(0, plan.patientFields())
        .forEach(field -> fields.get(field.id().ruleset()).of(field).ifPresent(found::add));
    return found;
  }
}
