package uk.rubric.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.Standing;
import uk.rubric.explain.Explanation.UnitEntry;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;

/** Explains, by the plain meaning of the rules, why a patient is where they are. Thread-safe; keeps nothing. */
public final class Explainer {
  private final Plan plan;

  public Explainer(Plan plan) {
    this.plan = plan;
  }

  /**
   * What can be explained: the plan's outputs, then the groups, cohorts and classifications, in the order in which they
   * are decided.
   */
  public List<Output> explainable() {
    Stream<Output> populations = plan.ladders().stream().filter(Explainer::isUnreported).map(ladder ->
        new Output(ladder.owner(), "", true, OptionalInt.of(ladder.index()), ladder.each(), OptionalInt.empty(),
            OptionalInt.empty()));
    return Stream.concat(plan.outputs().stream(), populations).toList();
  }

  private static boolean isUnreported(PlannedLadder ladder) {
    return switch (ladder.kind()) {
      case GROUP, COHORT, CLASSIFICATION -> true;
      case REGISTER, DENOMINATOR, NUMERATOR -> false;
    };
  }

  /**
   * Why a patient is in or out.
   *
   * @param output one of {@link #explainable()}
   * @return one explanation; where each entry of an array is decided on its own, one for each in the order of its days,
   *     or a single one when there is no entry or the patient is not in the population
   */
  public List<Explanation> explain(PatientRecord patient, Output output) {
    PatientView view = new PatientView(plan, patient);
    PatientOutcome outcome = ReferenceEvaluator.outcome(plan, view);
    if (output.each().isEmpty()) {
      return List.of(new Explaining(patient, output, outcome, view, outcome.branches()).explanation(Optional.empty()));
    }
    PlannedEach each = plan.eaches().get(output.each().getAsInt());
    List<EntryOutcome> entries = outcome.entries().stream().filter(entry -> entry.each() == each.index()).toList();
    if (entries.isEmpty()) {
      return List.of(new Explaining(patient, output, outcome, view, outcome.branches()).withoutEntry(each));
    }
    return IntStream.range(0, entries.size())
        .mapToObj(i -> explain(patient, output, outcome, view, entries, i))
        .toList();
  }

  private Explanation explain(
      PatientRecord patient, Output output, PatientOutcome outcome, PatientView view, List<EntryOutcome> entries,
      int number) {
    EntryOutcome entry = entries.get(number);
    PlannedEach each = plan.eaches().get(entry.each());
    int[] branches = outcome.branches();
    IntStream.range(0, each.ladders().size()).forEach(i -> branches[each.ladders().get(i)] = entry.branches().get(i));
    UnitEntry told = new UnitEntry(each.array().toString(), entry.day(), number + 1, entries.size());
    Explaining explaining = new Explaining(patient, output, outcome, view.lookingAt(each, entry.day()), branches);
    long before = entries.subList(0, number).stream().filter(other -> other.day().equals(entry.day())).count();
    explaining.tracer.evidence().cite(each.array(), entry.day(), (int) before);
    return explaining.explanation(Optional.of(told));
  }

  /** One explanation in the making. */
  private final class Explaining {
    private final PatientRecord patient;
    private final Output output;
    private final PatientOutcome outcome;
    private final Decisions decisions;
    private final Citations citations;
    private final Tracer tracer;

    Explaining(PatientRecord patient, Output output, PatientOutcome outcome, PatientView view, int[] branches) {
      this.patient = patient;
      this.output = output;
      this.outcome = outcome;
      this.decisions = new Decisions(plan, branches);
      this.citations = new Citations(plan, patient);
      this.tracer = new Tracer(plan, patient, view, decisions, citations);
    }

    Explanation explanation(Optional<UnitEntry> entry) {
      List<PlannedLadder> way = onTheWay().stream().filter(decisions::isAsked).toList();
      List<LadderTrace> traces = tracer.traces(way);
      return explanation(entry, standing(), way, traces);
    }

    /** Of a patient who is in the population but of whose entries the array has none, or is not in the population. */
    Explanation withoutEntry(PlannedEach each) {
      OptionalInt population = plan.ladders().get(each.ladders().get(0)).parent();
      List<PlannedLadder> way = decisions.towards(population).stream().filter(decisions::isAsked).toList();
      List<LadderTrace> traces = tracer.traces(way);
      boolean inPopulation = isSelected(population);
      if (inPopulation) {
        tracer.evidence().cite(each.array());
      }
      return explanation(
          Optional.empty(), inPopulation ? Standing.NO_ENTRY : Standing.NOT_IN_POPULATION, way, traces);
    }

    private Explanation explanation(
        Optional<UnitEntry> entry, Standing standing, List<PlannedLadder> way, List<LadderTrace> traces) {
      List<LadderTrace> others = tracer.others(way);
      List<LadderTrace> all = new ArrayList<>(traces);
      all.addAll(others);
      return new Explanation(plan.service().name(), plan.achievementDate(), plan.mode(), patient.practice(),
          patient.patientId(), output, kind(), entry, standing, traces, others, citations.facts(),
          UsedNotes.of(plan, all, tracer.fields(), citations.clusters()), outcome);
    }

    /** The populations from everyone down, then the denominator and the numerator. */
    private List<PlannedLadder> onTheWay() {
      List<PlannedLadder> ladders = new ArrayList<>(decisions.towards(output.population()));
      output.denominator().ifPresent(index -> ladders.add(plan.ladders().get(index)));
      output.numerator().ifPresent(index -> ladders.add(plan.ladders().get(index)));
      return ladders;
    }

    private Explanation.Kind kind() {
      return output.register()
          ? Explanation.Kind.valueOf(plan.ladders().get(output.population().getAsInt()).kind().name())
          : Explanation.Kind.INDICATOR;
    }

    private Standing standing() {
      boolean inPopulation = isSelected(output.population());
      return switch (kind()) {
        case REGISTER -> inPopulation ? Standing.REGISTER : Standing.NOT_IN_REGISTER;
        case GROUP -> inPopulation ? Standing.GROUP : Standing.NOT_IN_GROUP;
        case COHORT -> inPopulation ? Standing.COHORT : Standing.NOT_IN_COHORT;
        case CLASSIFICATION -> isAsked(output.population()) ? Standing.CLASSIFIED : Standing.NOT_CLASSIFIED;
        case INDICATOR -> inPopulation ? ofIndicator() : Standing.NOT_IN_POPULATION;
      };
    }

    private Standing ofIndicator() {
      if (output.isRegisterOnly()) {
        return Standing.POPULATION;
      } else if (!isSelected(output.denominator())) {
        return Standing.REJECTED;
      }
      return isSelected(output.numerator()) ? Standing.NUMERATOR : Standing.DENOMINATOR;
    }

    private boolean isAsked(OptionalInt ladder) {
      return decisions.isAsked(plan.ladders().get(ladder.getAsInt()));
    }

    /** Everyone is selected where there is no ladder. */
    private boolean isSelected(OptionalInt ladder) {
      return ladder.isEmpty() || decisions.isSelected(plan.ladders().get(ladder.getAsInt()));
    }
  }
}
