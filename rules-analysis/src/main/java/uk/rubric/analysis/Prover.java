package uk.rubric.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.rubric.analysis.solver.Answer;
import uk.rubric.analysis.solver.Proposition;
import uk.rubric.analysis.solver.Solver;
import uk.rubric.analysis.solver.Whole;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.Stretch;
import uk.rubric.plan.Plan;

/** Puts questions about the rules of one or two subjects to the solver. Not thread-safe. */
final class Prover {
  private static final long EFFORT = 20_000;
  private static final int MOST_CORRECTIONS = 60;
  private static final int CORRECTIONS_BEFORE_KEEPING = 10;

  private final Solver solver = new Solver(EFFORT);
  private final Calendar calendar = new Calendar(solver);
  private final List<SymbolicView> views = new ArrayList<>();
  private final List<SymbolicLadders> ladders = new ArrayList<>();
  private final SymbolicPatient patient;
  private final Scale scale;
  private final Slots slots;
  private final Whole achievementDate;


  /**
   * @param subjects one or two, on one date
   * @param cone what the questions depend on
   * @param wholePeriod whether ACHV_DAT is any day of the period of the first subject, in place of its own
   */
  Prover(List<Subject> subjects, Cone cone, boolean wholePeriod) {
    scale = Scale.of(subjects);
    slots = Slots.of(subjects, cone);
    Plan first = subjects.get(0).plan();
    achievementDate = wholePeriod ? dayOf(first) : Whole.of(first.achievementDate().toEpochDay());
    patient = new SymbolicPatient(solver, slots, scale, achievementDate);
    for (int side = 0; side < subjects.size(); side++) {
      Subject subject = subjects.get(side);
      SymbolicView view =
          new SymbolicView(side, subject, solver, slots, patient, calendar, scale, days(subject.plan()), ladders(side));
      views.add(view);
      ladders.add(new SymbolicLadders(subject.plan(), solver, view));
    }
  }

  private Supplier<SymbolicLadders> ladders(int side) {
    return () -> ladders.get(side);
  }

  private Whole dayOf(Plan plan) {
    Whole day = solver.newWhole();
    Whole start = Whole.of(plan.service().periodStart().toEpochDay());
    solver.state(solver.all(solver.atMost(start, day), solver.atMost(day, Whole.of(plan.periodEnd().toEpochDay()))));
    return day;
  }

  private Function<String, Whole> days(Plan plan) {
    Map<String, Whole> moving = new HashMap<>();
    plan.service().days().stream().filter(Day::moves).forEach(day -> moving.put(day.name(), moving(plan, day)));
    // Whatever day a practice chooses, it can be the run date: nothing is proved of practices that choose others.
    plan.chosenDays().forEach(day -> moving.put(day.name(), achievementDate));
    return name -> moving.containsKey(name) ? moving.get(name) : Whole.of(plan.day(name).toEpochDay());
  }

  private Whole moving(Plan plan, Day day) {
    if (day.kind().part().isEmpty()) {
      return achievementDate;
    }
    Whole edge = solver.newWhole();
    Stretch period = plan.period();
    solver.state(solver.any(Stretch.of(period.start(), period.end(), day.kind().part().get()).stream()
        .map(part -> solver.all(
            solver.atMost(whole(part.start()), achievementDate), solver.atMost(achievementDate, whole(part.end())),
            solver.equal(edge, whole(day.in(period, part.start()).orElseThrow()))))
        .toList()));
    return edge;
  }

  private static Whole whole(LocalDate day) {
    return Whole.of(day.toEpochDay());
  }

  /** A patient of whom the solver says that the question is so, or the proof that there is none. */
  Finding find(Question question) {
    return find(put(question));
  }

  private Proposition put(Question question) {
    try {
      Proposition proposition = question.accept(new Propositions());
      views.forEach(SymbolicView::settle);
      return proposition;
    } catch (Unsupported unsupported) {
      views.forEach(SymbolicView::forgetUnsettled);
      throw unsupported;
    }
  }

  private Finding find(Proposition proposition) {
    List<Proposition> corrections = new ArrayList<>();
    solver.open(proposition);
    try {
      return search(corrections);
    } finally {
      solver.close();
      corrections.forEach(solver::state);
    }
  }

  private Finding search(List<Proposition> corrections) {
    for (int i = 0; i < MOST_CORRECTIONS; i++) {
      Answer answer = solver.ask();
      if (answer == Answer.UNKNOWN) {
        return new Finding.Undecided("the search was given up after much effort");
      }
      if (answer == Answer.UNSATISFIABLE) {
        return impossible();
      }
      List<Proposition> wrong = calendar.corrections();
      if (wrong.isEmpty()) {
        return witness();
      }
      Proposition kept = calendar.kept();
      wrong.forEach(solver::assume);
      corrections.addAll(wrong);
      Optional<Finding> found = i < CORRECTIONS_BEFORE_KEEPING ? Optional.empty() : findWith(kept);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return new Finding.Undecided("moved dates could not be placed in the calendar");
  }

  /**
   * A patient whose days are where the last answer had them. Without this the solver may walk through the calendar
   * month by month, each time to a day just out of what is stated, though the day it had would have done.
   */
  private Optional<Finding> findWith(Proposition kept) {
    solver.open(kept);
    try {
      return solver.ask() == Answer.SATISFIABLE && calendar.corrections().isEmpty()
          ? Optional.of(witness()) : Optional.empty();
    } finally {
      solver.close();
    }
  }

  private Finding witness() {
    return new Finding.Witness(patient.read(), LocalDate.ofEpochDay(solver.value(achievementDate)));
  }

  private Finding impossible() {
    if (slots.size() > scale.room()) {
      return new Finding.Undecided("the rules choose too many entries");
    }
    return slots.gap().<Finding>map(Finding.Undecided::new).orElseGet(Finding.Impossible::new);
  }

  /** Questions as propositions. */
  private final class Propositions implements Question.Visitor<Proposition> {
    @Override
    public Proposition asked(Question.Asked question) {
      return ladders.get(question.side()).paths(question.ladder()).asked();
    }

    @Override
    public Proposition reaches(Question.Reaches question) {
      return ladders.get(question.side()).paths(question.ladder()).reached().get(question.rule());
    }

    @Override
    public Proposition takes(Question.Takes question) {
      return ladders.get(question.side()).takes(question.ladder(), question.rule(), question.conditionHolds());
    }

    @Override
    public Proposition holds(Question.Holds question) {
      return views.get(question.side()).holds(question.condition());
    }

    @Override
    public Proposition recorded(Question.Recorded question) {
      return views.get(question.side()).content(question.field()).recorded();
    }

    @Override
    public Proposition differ(Question.Differ question) {
      Map<String, Proposition> one = ladders.get(0).outcomes(question.first().index());
      Map<String, Proposition> other = ladders.get(1).outcomes(question.second().index());
      TreeSet<String> words = new TreeSet<>(one.keySet());
      words.addAll(other.keySet());
      Proposition never = solver.truth(false);
      return solver.any(
          words.stream()
              .map(word -> solver.same(one.getOrDefault(word, never), other.getOrDefault(word, never)))
              .map(solver::not)
              .toList());
    }

    @Override
    public Proposition allOf(Question.AllOf question) {
      return solver.all(question.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public Proposition anyOf(Question.AnyOf question) {
      return solver.any(question.parts().stream().map(part -> part.accept(this)).toList());
    }

    @Override
    public Proposition not(Question.Not question) {
      return solver.not(question.part().accept(this));
    }
  }
}
