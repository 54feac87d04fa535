package uk.rubric.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import uk.rubric.evaluate.ReferenceEvaluator;
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

  private Explanation explain(PatientRecord record, Output output) {
    return new Explainer(plan).explain(record, output);
  }

  void assertAll() {
    for (Output output : plan.outputs()) {
      Explanation whole = explain(patient, output);
      citedFactsAloneGiveTheSame(output, whole);
      citedFactsFixTheOutcomeHoweverMuchElseIsKept(output, whole);
      everyCitedFactMatters(output, whole);
      orderDoesNotMatter(output, whole);
      agreesWithTheEvaluator(whole);
    }
  }

  private void citedFactsAloneGiveTheSame(Output output, Explanation whole) {
    Explanation cited = explain(Records.onlyCited(patient, whole.facts()), output);

    assertThat(cited.standing()).isEqualTo(whole.standing());
    assertThat(decisions(cited)).isEqualTo(decisions(whole));
  }

  private void citedFactsFixTheOutcomeHoweverMuchElseIsKept(Output output, Explanation whole) {
    PatientRecord between = Records.keeping(patient, whole.facts(), any -> random.nextBoolean());

    assertThat(decisions(explain(between, output))).isEqualTo(decisions(whole));
  }

  /** Every rule met and how it came out. Which part of it failed first may be another when less is known. */
  private static List<?> decisions(Explanation explanation) {
    return explanation.ladders().stream()
        .flatMap(ladder -> ladder.rules().stream().map(rule ->
            List.of(ladder.kind(), ladder.owner(), ladder.selected(), rule.number(), rule.held(), rule.action())))
        .toList();
  }

  private void everyCitedFactMatters(Output output, Explanation whole) {
    for (Fact fact : whole.facts()) {
      if (!(fact instanceof Fact.Birth)) {
        Explanation less = explain(Records.without(patient, fact), output);
        boolean same = less.ladders().equals(whole.ladders()) && less.facts().equals(whole.facts());
        assertThat(same).as("%s", fact).isFalse();
      }
    }
  }

  private void orderDoesNotMatter(Output output, Explanation whole) {
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
