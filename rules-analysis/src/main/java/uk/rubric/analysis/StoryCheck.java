package uk.rubric.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.rubric.check.Condition;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.value.SctId;

/** Whether a question is so for a patient, by the reference evaluator. Thread-safe. */
final class StoryCheck {
  private final Map<ClusterKey, SctId> codes;
  private final List<Plan> plans = new ArrayList<>();

  StoryCheck(List<Subject> subjects) {
    codes = Subject.codes(subjects);
    subjects.forEach(subject -> plans.add(subject.planWith(codes)));
  }

  boolean isSo(Question question, PatientStory story) {
    return on(story).isSo(question);
  }

  /** One patient, worked out once for many questions. */
  OnPatient on(PatientStory story) {
    Answers answers = new Answers(Subject.record(story, codes));
    return question -> question.accept(answers);
  }

  /** Whether questions are so for one patient; not thread-safe. */
  @FunctionalInterface
  interface OnPatient {
    boolean isSo(Question question);
  }

  /** What a ladder decides for a patient, in the words of {@link Outcomes}. */
  String outcome(int side, PlannedLadder ladder, PatientStory story) {
    return Outcomes.word(ladder, new Answers(Subject.record(story, codes)).outcome(side));
  }

  /** The number of the rule that decides in a ladder; 0 when it is not asked. */
  int decidedBy(int side, PlannedLadder ladder, PatientStory story) {
    int branch = new Answers(Subject.record(story, codes)).outcome(side).branch(ladder.index());
    return branch == 0 ? 0 : ladder.rule(branch).number();
  }

  /** Questions about one patient. */
  private final class Answers implements Question.Visitor<Boolean> {
    private final PatientRecord patient;
    private final PatientView[] views = new PatientView[plans.size()];
    private final PatientOutcome[] outcomes = new PatientOutcome[plans.size()];

    Answers(PatientRecord patient) {
      this.patient = patient;
    }

    private PatientView view(int side) {
      if (views[side] == null) {
        views[side] = new PatientView(plans.get(side), patient);
      }
      return views[side];
    }

    private PatientOutcome outcome(int side) {
      if (outcomes[side] == null) {
        outcomes[side] = ReferenceEvaluator.outcome(plans.get(side), view(side));
      }
      return outcomes[side];
    }

    /** The index of the rule that decided, or -1 when the ladder is not asked. */
    private int decidedBy(int side, int ladder) {
      int branch = outcome(side).branch(ladder);
      return branch == 0 ? -1 : (branch - 1) / 2;
    }

    @Override
    public Boolean asked(Question.Asked question) {
      return decidedBy(question.side(), question.ladder()) >= 0;
    }

    @Override
    public Boolean reaches(Question.Reaches question) {
      return decidedBy(question.side(), question.ladder()) >= question.rule();
    }

    @Override
    public Boolean takes(Question.Takes question) {
      return decidedBy(question.side(), question.ladder()) >= question.rule()
          && plans.get(question.side()).ladders().get(question.ladder()).ladder().rules().get(question.rule())
              .condition()
              .map(condition -> holds(question.side(), condition))
              .orElse(true) == question.conditionHolds();
    }

    @Override
    public Boolean holds(Question.Holds question) {
      return holds(question.side(), question.condition());
    }

    private boolean holds(int side, Condition condition) {
      return view(side).holds(condition, population -> {
        PlannedLadder ladder = plans.get(side).ladder(population);
        return ladder.decided(outcome(side).branch(ladder.index()));
      });
    }

    /** A field of each entry of an array holds nothing of the patient as a whole. */
    @Override
    public Boolean recorded(Question.Recorded question) {
      return plans.get(question.side()).isOfPatient(question.field())
          && view(question.side()).content(question.field()).single().isPresent();
    }

    @Override
    public Boolean differ(Question.Differ question) {
      return !Outcomes.word(question.first(), outcome(0)).equals(Outcomes.word(question.second(), outcome(1)));
    }

    @Override
    public Boolean allOf(Question.AllOf question) {
      return question.parts().stream().allMatch(part -> part.accept(this));
    }

    @Override
    public Boolean anyOf(Question.AnyOf question) {
      return question.parts().stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean not(Question.Not question) {
      return !question.part().accept(this);
    }
  }
}
