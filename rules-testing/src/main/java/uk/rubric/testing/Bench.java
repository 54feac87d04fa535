package uk.rubric.testing;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.CheckedTest.Entry;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.Patient;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.testing.RuleTests.By;

/** Runs tests of one service on one day, planned and decided together. */
final class Bench {
  private final Plan plan;
  private final MadeCodes codes;
  private final Map<CheckedTest, List<Seen>> seen = new LinkedHashMap<>();
  private final Map<CheckedTest, Plan> plans = new LinkedHashMap<>();
  private final Map<Seen, PatientOutcome> disagreeing = new LinkedHashMap<>();

  Bench(CheckedRules rules, List<CheckedTest> tests, By by) {
    CheckedTest first = tests.get(0);
    CheckedService service = rules.service(first.service().name()).orElse(first.service());
    Plan planned = Planner.plan(rules, service, first.day(), Mode.YEAR_END, MadeCodes.any());
    codes = new MadeCodes(
        planned.clusters().keySet(),
        tests.stream().flatMap(t -> t.patients().stream()).flatMap(p -> p.entries().stream()).map(Entry::clusters));
    plan = planned.withClusters(codes.clusters(planned.clusters().keySet()));
    tests.forEach(test -> plans.put(test, chosen(test)));
    tests.forEach(test -> seen.put(test, test.patients().stream().map(p -> look(test, p)).toList()));
    if (by == By.BOTH) {
      compare();
    }
  }

  /** The plan with the days that the test's practice chooses; the same one for all where there are none to choose. */
  private Plan chosen(CheckedTest test) {
    return plan.chosenDays().isEmpty()
        ? plan : plan.choosing(ChosenDays.of(GivenBeside.answers(test, plan.period())));
  }

  private Seen look(CheckedTest test, Patient patient) {
    Plan own = plans.get(test);
    PatientRecord record = record(patient, test.patients().indexOf(patient));
    PatientView view = new PatientView(own, record);
    return new Seen(test, patient, own, record, view, ReferenceEvaluator.outcome(own, view));
  }

  private PatientRecord record(Patient patient, int index) {
    List<Registration> registrations =
        patient.stays().stream().map(stay -> new Registration(stay.start(), stay.end(), true, 0)).toList();
    List<Event> events = patient.entries().stream().map(this::event).toList();
    return new PatientRecord(GivenBeside.PRACTICE, "patient " + (index + 1), patient.born(), patient.died(),
        patient.sex(),
        registrations, events);
  }

  private Event event(Entry entry) {
    Optional<LocalDateTime> entered = entry.entered().map(day -> day.atStartOfDay());
    EventDetail detail = new EventDetail(entered, entry.own(), entry.under(), entry.episode());
    return new Event(entry.day(), codes.code(entry.clusters()), entry.value(), entry.unit(), detail, 0);
  }

  private void compare() {
    seen().stream().collect(Collectors.groupingBy(Seen::plan, IdentityHashMap::new, Collectors.toList()))
        .forEach(this::compare);
  }

  private void compare(Plan own, List<Seen> all) {
    List<PatientOutcome> others = new DroolsEvaluator(own).evaluate(all.stream().map(Seen::record).toList());
    for (int i = 0; i < all.size(); i++) {
      if (!others.get(i).equals(all.get(i).outcome())) {
        disagreeing.put(all.get(i), others.get(i));
      }
    }
  }

  List<Seen> seen() {
    return seen.values().stream().flatMap(List::stream).toList();
  }

  TestResult run(CheckedTest test) {
    List<Seen> patients = seen.get(test);
    List<TestFailure> failures = new ArrayList<>();
    Verdicts verdicts = new Verdicts(
        plans.get(test), test, patients, () -> counts(plans.get(test), patients), other -> counts(other, patients));
    failures.addAll(undecided(test));
    test.expectations().forEach(expectation -> failures.addAll(expectation.accept(verdicts)));
    patients.stream().filter(disagreeing::containsKey).forEach(one -> failures.add(new TestFailure(
        test.titleSpan(), "both evaluators to decide alike", "they do not", List.of(
            "reference " + one.outcome(), "drools " + disagreeing.get(one)))));
    return new TestResult(test, failures);
  }

  /** A patient of a practice that has not chosen its day is decided by none. */
  private List<TestFailure> undecided(CheckedTest test) {
    boolean asksPatients = test.expectations().stream()
        .anyMatch(e -> !(e instanceof Expectation.Figure || e instanceof Expectation.Open));
    return !asksPatients ? List.of() : plans.get(test).awaits(GivenBeside.PRACTICE).stream()
        .map(evidence -> new TestFailure(test.titleSpan(), "a day that the practice chose",
            "none that fits is given, and nobody can be decided", List.of("write `given " + evidence + " = …`")))
        .toList();
  }

  /** The patients by a plan, as by that of another day. */
  private static PracticeCounts counts(Plan other, List<Seen> patients) {
    Counter counter = new Counter(other);
    patients.forEach(one -> counter.add(one.record(),
        ReferenceEvaluator.outcome(other, new PatientView(other, one.record()))));
    return counts(counter);
  }

  private static PracticeCounts counts(Counter counter) {
    return counter.counts(List.of(GivenBeside.practice())).get(0);
  }
}
