package uk.rubric.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.plan.PlannedLadder;

/**
 * Finds patients, or proves that there are none. Each patient that is found is confirmed by the reference evaluator,
 * and made as plain as possible. The same questions in the same order have the same findings. Not thread-safe; keep
 * one for many questions, since what it learns serves the next.
 */
public final class Analysis {
  private static final int MOST_KNOWN = 500;

  private final List<Subject> subjects;
  private final Map<LocalDate, StoryCheck> checks = new HashMap<>();
  private final List<Known> known = new ArrayList<>();
  private final Map<Cone, Prover> onDate = new LinkedHashMap<>();
  private final Map<Cone, Prover> inPeriod = new LinkedHashMap<>();
  private final Map<Cone, Unsupported> unsupported = new HashMap<>();

  /** A patient who was found, on the achievement date of the subjects. */
  private record Known(Finding.Witness witness, StoryCheck.OnPatient check) {}

  private Analysis(List<Subject> subjects) {
    this.subjects = subjects;
  }

  /** Questions about one subject, as side 0. */
  public static Analysis of(Subject subject) {
    return new Analysis(List.of(subject));
  }

  /** Questions about the same patient under two subjects, as sides 0 and 1; both are of one achievement date. */
  public static Analysis of(Subject first, Subject second) {
    return new Analysis(List.of(first, second));
  }

  /**
   * Looks at these patients before it searches: of questions about rules that differ little, as when one thing after
   * another is changed in them, most are answered by patients who are known already.
   *
   * @param patients of whom entries are left out that lie in code clusters which the subjects do not read
   */
  public Analysis trying(List<PatientStory> patients) {
    LocalDate date = subjects.get(0).plan().achievementDate();
    Set<ClusterKey> read = new HashSet<>();
    subjects.forEach(subject -> subject.keys().forEach(read::add));
    patients.stream().map(story -> story.within(read)).distinct()
        .forEach(story -> known.add(new Known(new Finding.Witness(story, date), check(date).on(story))));
    return this;
  }

  /**
   * Takes over the patients whom questions about the same subjects have found; the other is not to be used meanwhile.
   */
  public void knowing(Analysis other) {
    known.addAll(other.known);
  }

  /** The patients who are known by now, each on the achievement date of the subjects. */
  public List<PatientStory> patients() {
    return known.stream().map(one -> one.witness().patient()).toList();
  }

  /** A patient of whom the question is so on the achievement date, made as plain as possible. */
  public Finding find(Question question) {
    return plain(question, decide(question));
  }

  /**
   * A patient of whom the question is so on the achievement date or, if there is none, on any achievement date from
   * the start to the end of the period: what is impossible is so all the year.
   */
  public Finding findInPeriod(Question question) {
    return plain(question, decideInPeriod(question));
  }

  /** As {@link #find}, and faster: the patient may have more entries than needed. */
  public Finding decide(Question question) {
    for (Known one : known) {
      if (one.check().isSo(question)) {
        return one.witness();
      }
    }
    return confirmed(question, prove(onDate, question, false));
  }

  /** As {@link #findInPeriod}, and faster: the patient may have more entries than needed. */
  public Finding decideInPeriod(Question question) {
    Finding today = decide(question);
    if (!today.isImpossible()) {
      return today;
    }
    return confirmed(question, prove(inPeriod, question, true));
  }

  private Finding prove(Map<Cone, Prover> provers, Question question, boolean wholePeriod) {
    try {
      return prover(provers, question, wholePeriod).find(question);
    } catch (Unsupported why) {
      return new Finding.Undecided(why.getMessage());
    }
  }

  /** One that knows enough of the rules for the question; a small one is faster. */
  private Prover prover(Map<Cone, Prover> provers, Question question, boolean wholePeriod) {
    Cone needed = Cone.of(subjects, question);
    for (Map.Entry<Cone, Prover> prover : provers.entrySet()) {
      if (prover.getKey().covers(needed)) {
        return prover.getValue();
      }
    }
    if (unsupported.containsKey(needed)) {
      throw unsupported.get(needed);
    }
    try {
      Prover fresh = new Prover(subjects, needed, wholePeriod);
      provers.put(needed, fresh);
      return fresh;
    } catch (Unsupported why) {
      unsupported.put(needed, why);
      throw why;
    }
  }

  /** A patient whom one question has found often answers the next. */
  private Finding confirmed(Question question, Finding finding) {
    if (!(finding instanceof Finding.Witness witness)) {
      return finding;
    }
    StoryCheck.OnPatient check = check(witness.achievementDate()).on(witness.patient());
    if (!check.isSo(question)) {
      return new Finding.Undecided("the patient that was found is not confirmed by the reference evaluator");
    }
    if (witness.achievementDate().equals(subjects.get(0).plan().achievementDate()) && known.size() < MOST_KNOWN) {
      known.add(new Known(witness, check));
    }
    return witness;
  }

  private Finding plain(Question question, Finding finding) {
    return finding instanceof Finding.Witness witness ? plain(question, witness) : finding;
  }

  private Finding plain(Question question, Finding.Witness witness) {
    StoryCheck check = check(witness.achievementDate());
    PatientStory plain =
        Simplifier.simplify(
            witness.patient(),
            subjects.get(0).on(witness.achievementDate()).plan(),
            story -> check.isSo(question, story));
    return new Finding.Witness(plain, witness.achievementDate());
  }

  private StoryCheck check(LocalDate date) {
    return checks.computeIfAbsent(
        date, d -> new StoryCheck(subjects.stream().map(subject -> subject.on(d)).toList()));
  }

  /**
   * What a ladder of a side decides for a patient: {@code select}, {@code reject as …}, {@code not in population}.
   */
  public String outcome(int side, PlannedLadder ladder, Finding.Witness witness) {
    return check(witness.achievementDate()).outcome(side, ladder, witness.patient());
  }

  /** The number of the rule that decides it; empty when the ladder is not asked. */
  public Optional<Integer> decidedBy(int side, PlannedLadder ladder, Finding.Witness witness) {
    int rule = check(witness.achievementDate()).decidedBy(side, ladder, witness.patient());
    return rule == 0 ? Optional.empty() : Optional.of(rule);
  }
}
