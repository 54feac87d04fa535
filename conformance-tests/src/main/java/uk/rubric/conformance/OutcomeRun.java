package uk.rubric.conformance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.rubric.check.Ladder.Action;
import uk.rubric.conformance.CasePatient.Entry;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * Runs an outcome case: as it is written, then with patients and entries in reverse and an entry of a code in no
 * cluster for each, which must change nothing (language, meaning 7).
 */
final class OutcomeRun {
  private final OutcomeCase outcome;
  private final Prepared prepared;
  private final Evaluator evaluator;
  private final List<String> differences = new ArrayList<>();

  OutcomeRun(OutcomeCase outcome, Function<Plan, Evaluator> evaluators) {
    this.outcome = outcome;
    this.prepared =
        Prepared.of(
            outcome,
            outcome.rules(),
            outcome.at(),
            outcome.mode(),
            outcome.patients().stream().flatMap(patient -> patient.entries().stream()),
            Map.of());
    this.evaluator = evaluators.apply(prepared.plan());
  }

  List<String> differences() {
    List<PatientRecord> records = outcome.patients().stream().map(this::record).toList();
    List<PatientOutcome> outcomes = evaluator.evaluate(records);
    for (int i = 0; i < records.size(); i++) {
      compare(records.get(i).patientId(), decisions(outcomes.get(i)));
    }
    compareCounts(counts(records, outcomes));
    compareReversed(records, outcomes);
    return differences;
  }

  private PatientRecord record(CasePatient patient) {
    List<Event> events = patient.entries().stream().map(this::event).toList();
    return new PatientRecord(
        patient.practice(), patient.name(), patient.born(), Optional.empty(), patient.sex(),
        patient.registrations(), events);
  }

  private Event event(Entry entry) {
    return new Event(entry.date(), prepared.clusters().code(entry), entry.value(), entry.unit(), entry.detail(), 0);
  }

  private Map<String, String> decisions(PatientOutcome decided) {
    Map<String, String> decisions = new LinkedHashMap<>();
    for (PlannedLadder ladder : prepared.plan().ladders()) {
      if (ladder.each().isEmpty()) {
        decisions.put(name(ladder), decision(ladder, decided.branch(ladder.index())));
      }
    }
    decided.entries().forEach(entry -> decisions.putAll(decisions(entry)));
    return decisions;
  }

  /** Entries of one day decide alike: nothing tells them apart. */
  private Map<String, String> decisions(EntryOutcome entry) {
    Map<String, String> decisions = new LinkedHashMap<>();
    List<Integer> ladders = prepared.plan().eaches().get(entry.each()).ladders();
    for (int i = 0; i < ladders.size(); i++) {
      PlannedLadder ladder = prepared.plan().ladders().get(ladders.get(i));
      decisions.put(name(ladder) + " of " + entry.day(), decision(ladder, entry.branches().get(i)));
    }
    return decisions;
  }

  private static String name(PlannedLadder ladder) {
    return switch (ladder.kind()) {
      case GROUP, COHORT, REGISTER, CLASSIFICATION -> ladder.owner();
      case DENOMINATOR, NUMERATOR -> ladder.owner() + " " + ladder.kind().word();
    };
  }

  private static String decision(PlannedLadder ladder, int branch) {
    Optional<Action> action = ladder.decided(branch);
    if (action.isEmpty()) {
      return "not asked";
    }
    String verb = action.get().label().map(label -> "give " + label)
        .orElse(action.get().kind() == ActionKind.SELECT ? "select" : "reject");
    String reason = action.get().reason().map(r -> " as " + r.name()).orElse("");
    return verb + " by " + ladder.rule(branch).number() + reason;
  }

  private void compare(String patient, Map<String, String> decided) {
    Map<String, String> expected = outcome.expected().get(patient);
    expected.forEach((ladder, decision) -> differ(
        "patient `" + patient + "`, " + ladder, decision, decided.getOrDefault(ladder, "no such ladder")));
    Set<String> silent = prepared.plan().ladders().stream()
        .filter(ladder -> ladder.kind() == PlannedLadder.Kind.GROUP)
        .map(OutcomeRun::name)
        .collect(Collectors.toSet());
    decided.keySet().stream()
        .filter(ladder -> !silent.contains(ladder) && !expected.containsKey(ladder))
        .forEach(ladder ->
            differences.add("patient `" + patient + "`: the case does not say what " + ladder + " decides"));
  }

  private void differ(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      differences.add(what + ": expected `" + expected + "`, found `" + found + "`");
    }
  }

  private Map<String, Map<String, Long>> counts(List<PatientRecord> records, List<PatientOutcome> outcomes) {
    Counter counter = new Counter(prepared.plan());
    for (int i = 0; i < records.size(); i++) {
      counter.add(records.get(i), outcomes.get(i));
    }
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    counter.counts(List.of()).forEach(practice -> counts.put(practice.practice(), CountWords.of(practice)));
    return counts;
  }

  private void compareCounts(Map<String, Map<String, Long>> counted) {
    outcome.counts().forEach((practice, expected) ->
        differ("counts of practice " + practice, new TreeMap<>(expected), counted.getOrDefault(practice, Map.of())));
  }

  private void compareReversed(List<PatientRecord> records, List<PatientOutcome> outcomes) {
    List<PatientRecord> reversed = new ArrayList<>(records.stream().map(this::reversed).toList());
    Collections.reverse(reversed);
    List<PatientOutcome> again = new ArrayList<>(evaluator.evaluate(reversed));
    Collections.reverse(again);
    differ("outcomes in another order", outcomes, again);
  }

  private PatientRecord reversed(PatientRecord record) {
    List<Event> events = new ArrayList<>(record.events());
    events.add(
        new Event(
            prepared.plan().achievementDate(),
            prepared.clusters().codeOfNoCluster(),
            Optional.empty(),
            Optional.empty(),
            0));
    Collections.reverse(events);
    List<Registration> registrations = new ArrayList<>(record.registrations());
    Collections.reverse(registrations);
    return new PatientRecord(
        record.practice(), record.patientId(), record.born(), record.died(), record.sex(), registrations, events);
  }
}
