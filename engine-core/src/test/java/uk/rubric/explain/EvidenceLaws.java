package uk.rubric.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;

/** What holds of every explanation, whatever the rules and the patient. */
final class EvidenceLaws {
  private final Plan plan;
  private final PatientRecord patient;
  private final Random random;

  EvidenceLaws(Plan plan, PatientRecord patient, Random random) {
    this.plan = plan;
    this.patient = patient;
    this.random = random;
  }

  private List<Explanation> explain(PatientRecord record, Output output) {
    return new Explainer(plan).explain(record, output);
  }

  void assertAll() {
    for (Output output : new Explainer(plan).explainable()) {
      List<Explanation> all = explain(patient, output);
      for (Explanation whole : all) {
        citedFactsAloneGiveTheSame(output, whole);
        citedFactsFixTheOutcomeHoweverMuchElseIsKept(output, whole);
        everyCitedFactMatters(output, whole);
        agreesWithTheEvaluator(whole);
      }
      orderDoesNotMatter(output, all);
    }
  }

  private void citedFactsAloneGiveTheSame(Output output, Explanation whole) {
    Explanation cited = same(whole, explain(Records.onlyCited(patient, whole.facts()), output));

    assertThat(cited.standing()).isEqualTo(whole.standing());
    assertThat(decisions(cited)).isEqualTo(decisions(whole));
  }

  private void citedFactsFixTheOutcomeHoweverMuchElseIsKept(Output output, Explanation whole) {
    PatientRecord between = Records.keeping(patient, whole.facts(), any -> random.nextBoolean());

    Explanation less = same(whole, explain(between, output));
    assertThat(decisions(less)).isEqualTo(decisions(whole));
    assertThat(decisions(known(less.others(), whole.others())))
        .isEqualTo(decisions(known(whole.others(), less.others())));
    assertThat(told(less)).isEqualTo(told(whole));
  }

  /** How many of several conditions hold, of rules that ask nothing else. */
  private static List<?> told(Explanation explanation) {
    return explanation.ladders().stream()
        .flatMap(ladder -> ladder.rules().stream())
        .filter(rule -> rule.condition().filter(text -> text.equals("at least")).isPresent())
        .map(rule -> List.of(rule.number(), rule.findings().stream().map(Finding::outcome).toList()))
        .toList();
  }

  /** The conditions of one that is told with less known may ask others first. */
  private static Stream<LadderTrace> known(List<LadderTrace> ladders, List<LadderTrace> in) {
    Set<String> owners = in.stream().map(LadderTrace::owner).collect(Collectors.toSet());
    return ladders.stream()
        .filter(ladder -> owners.contains(ladder.owner()))
        .sorted(Comparator.comparing(LadderTrace::owner));
  }

  /** The explanation of the same: of an entry of the same day, where entries are decided one by one. */
  private static Explanation same(Explanation whole, List<Explanation> others) {
    assertThat(others).isNotEmpty();
    return others.stream()
        .filter(other -> day(other).equals(day(whole)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no explanation of " + whole.entry() + " among " + others));
  }

  private static Optional<LocalDate> day(Explanation explanation) {
    return explanation.entry().map(Explanation.UnitEntry::day);
  }

  /** Every rule met and how it came out. Which part of it failed first may be another when less is known. */
  private static List<?> decisions(Explanation explanation) {
    return decisions(explanation.ladders().stream());
  }

  private static List<?> decisions(Stream<LadderTrace> ladders) {
    return ladders
        .flatMap(ladder -> ladder.rules().stream().map(rule ->
            List.of(ladder.kind(), ladder.owner(), ladder.selected(), rule.number(), rule.held(), rule.action())))
        .toList();
  }

  private void everyCitedFactMatters(Output output, Explanation whole) {
    for (Fact fact : whole.facts()) {
      if (!(fact instanceof Fact.Birth)) {
        boolean same = explain(Records.without(patient, fact), output).stream().anyMatch(less ->
            day(less).equals(day(whole))
                && less.ladders().equals(whole.ladders())
                && less.others().equals(whole.others())
                && less.facts().equals(whole.facts()));
        assertThat(same).as("%s", fact).isFalse();
      }
    }
  }

  private void orderDoesNotMatter(Output output, List<Explanation> whole) {
    List<Event> events = new ArrayList<>(patient.events());
    List<Registration> registrations = new ArrayList<>(patient.registrations());
    Collections.shuffle(events, random);
    Collections.shuffle(registrations, random);

    assertThat(explain(Records.of(patient, registrations, events), output)).isEqualTo(whole);
  }

  private void agreesWithTheEvaluator(Explanation whole) {
    assertThat(new ReferenceEvaluator(plan).evaluate(List.of(patient))).containsExactly(whole.outcome());
    whole.ladders().forEach(ladder -> assertThat(ladder.rules())
        .filteredOn(rule -> rule.action().isTerminal())
        .containsExactly(ladder.deciding()));
  }
}
