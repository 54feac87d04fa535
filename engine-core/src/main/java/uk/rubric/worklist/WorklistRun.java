package uk.rubric.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import uk.rubric.count.Counter;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Practice;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.result.Manifest;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;
import uk.rubric.service.Failure;
import uk.rubric.service.ServiceRun;
import uk.rubric.service.ServiceRun.OutcomeListener;
import uk.rubric.service.Supplement;
import uk.rubric.service.Unchosen;
import uk.rubric.service.Workers;
import uk.rubric.worklist.Workable.Left;

/**
 * Makes the worklist of a service: each patient is decided as at the achievement date and, with nothing recorded after
 * it, at the end of the period; for what is not achieved then an act is looked for. Several threads share the work, and
 * the result does not depend on how many. Keeps nothing between runs; thread-safe.
 */
public final class WorklistRun {
  private final Plan plan;
  private final Plan planAtEnd;
  private final Function<Plan, Evaluator> evaluators;
  private final int threads;
  private final Choice choice;
  private final Evaluator now;
  private final Evaluator atEnd;
  private final Optional<Evaluator> rolling;
  private final Workable workable;
  private final List<ActFinder> finders;

  /**
   * @param given at the achievement date; of a rolling plan the period ends on it. Days that practices can still choose
   *     are taken to be the last of their time
   * @param evaluators makes the evaluator of a plan
   * @param threads how many at most work at once; at least 1
   */
  public WorklistRun(Plan given, Function<Plan, Evaluator> evaluators, int threads, Choice choice) {
    plan = given.choosing(given.chosen().ahead(given.achievementDate()));
    this.evaluators = evaluators;
    this.threads = threads;
    this.choice = choice;
    LocalDate day = plan.achievementDate();
    boolean isLater = plan.periodEnd().isAfter(day);
    planAtEnd = isLater ? plan.at(plan.periodEnd()) : plan;
    now = evaluators.apply(plan);
    atEnd = isLater ? evaluators.apply(planAtEnd) : now;
    rolling = isLater && plan.mode() == Mode.YEAR_END
        ? Optional.of(evaluators.apply(plan.rolling(day))) : Optional.empty();
    workable = new Workable(plan);
    finders = workable.indicators().stream().map(o -> new ActFinder(planAtEnd, o, evaluators, from(), to())).toList();
  }

  /** The first day on which an act is tried. */
  public LocalDate from() {
    LocalDate day = plan.achievementDate();
    return choice.from().filter(from -> from.isAfter(day)).orElse(day);
  }

  /** The last day on which an act is tried: the end of the period. Before {@link #from()} no day is left. */
  public LocalDate to() {
    return planAtEnd.achievementDate();
  }

  /** The indicators that can be listed, in the order of the report. */
  public List<String> indicators() {
    return workable.indicators().stream().map(Output::id).toList();
  }

  /** The registers of which may be asked what a larger one would change: those whose name stands for one. */
  public List<String> registers() {
    List<String> all = plan.outputs().stream().filter(Output::register).map(Output::id).toList();
    return all.stream().filter(id -> Collections.frequency(all, id) == 1).toList();
  }

  /** The plan at the end of the period: what money is reckoned with. */
  public Plan planAtEnd() {
    return planAtEnd;
  }

  /**
   * Decides all patients of a source, and looks for acts.
   *
   * @throws uk.rubric.run.CouldNotRun when a part of the source cannot be read
   */
  public Found find(PatientSource source, Progress progress) {
    Failure failure = new Failure();
    AtomicLong done = new AtomicLong();
    Consumer<Integer> told = records -> {
      synchronized (done) {
        source.records().ifPresent(all -> progress.at("looking for acts", done.addAndGet(records), all));
      }
    };
    List<Searcher> searchers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      searchers.add(new Searcher(this, source, failure, told));
    }
    Workers.run(searchers);
    failure.rethrow();
    Found found = new Found(new Counter(plan), new Counter(planAtEnd));
    searchers.forEach(searcher -> found.merge(searcher.found()));
    return found;
  }

  /** Counts at the end of a month or quarter, as {@link Supplement} asks, with nothing after the achievement date. */
  public Counter count(LocalDate day, PatientSource source, Progress progress) {
    Plan then = planAtEnd.at(day);
    return new ServiceRun(then, evaluators.apply(then), threads)
        .count(new UpTo(source, plan.achievementDate()), OutcomeListener.NONE, progress);
  }

  /**
   * What was found, with what it is worth.
   *
   * @param supplement with counts of every part that {@link uk.rubric.payment.Payments#partsToCount()} names for
   *     {@link #planAtEnd()}
   * @param practices as the extract lists them
   */
  public Worklist list(
      Found found, Supplement supplement, List<Practice> practices, SetAside setAside, Manifest manifest) {
    Assembly assembly = new Assembly(plan, planAtEnd, workable, choice, found, supplement, practices);
    return new Worklist(
        plan, now.name(), from(), to(), assembly.practices(), workable.notCovered(), assembly.whatIfs(),
        Unchosen.warned(setAside, unchosen(found, supplement, practices)), manifest, Optional.empty());
  }

  /** Practices that are not listed, since they have not chosen the days by which their patients are decided. */
  public List<Unchosen> unchosen(Found found, Supplement supplement, List<Practice> practices) {
    List<Counter> others = new ArrayList<>(supplement.parts().values());
    others.add(found.now());
    return Unchosen.of(found.atEnd(), others, practices);
  }

  Plan plan() {
    return plan;
  }

  Evaluator now() {
    return now;
  }

  Evaluator atEnd() {
    return atEnd;
  }

  /** For the twelve months before the achievement date, where these are not the period. */
  Optional<Evaluator> rolling() {
    return rolling;
  }

  Workable workable() {
    return workable;
  }

  ActFinder finder(int indicator) {
    return finders.get(indicator);
  }

  boolean isListed(String practice) {
    return choice.practice().map(practice::equals).orElse(true) && isDecided(practice);
  }

  /** Whether a practice has chosen the days by which its patients are decided, now and at the end of the period. */
  private boolean isDecided(String practice) {
    return plan.awaits(practice).isEmpty() && planAtEnd.awaits(practice).isEmpty();
  }

  boolean isListed(Left left) {
    return choice.indicator().map(workable.indicators().get(left.indicator()).id()::equals).orElse(true);
  }
}
