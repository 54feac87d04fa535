package uk.rubric.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.PatientStory;
import uk.rubric.analysis.Subject;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;

/** What is proved of the ladders of one register, group or indicator. Not thread-safe. */
final class OwnerProofs {
  private final Subject subject;
  private final Analysis analysis;
  private final List<PlannedLadder> ladders = new ArrayList<>();
  private final Map<Kind, OfLadder> found = new EnumMap<>(Kind.class);

  /** What was found of one ladder, in the order of its rules, and what is undecided. */
  record OfLadder(List<Diagnostic> diagnostics, List<String> undecided) {}

  OwnerProofs(Subject subject) {
    this.subject = subject;
    this.analysis = Analysis.of(subject);
  }

  /** @param ladder of the owner, in a plan of whichever rule sets */
  void add(PlannedLadder ladder) {
    ladders.add(subject.plan().ladders().stream()
        .filter(own -> own.ruleset().equals(ladder.ruleset()) && own.owner().equals(ladder.owner())
            && own.kind() == ladder.kind())
        .findFirst()
        .orElseThrow());
  }

  void prove() {
    ladders.forEach(ladder -> found.put(ladder.kind(), prove(ladder)));
  }

  /**
   * Asks once more what is undecided, for what the solver cannot take a patient may still show.
   *
   * @param patients whom all owners of the service have found
   */
  void review(List<PatientStory> patients) {
    if (ladders.stream().anyMatch(ladder -> !of(ladder.kind()).undecided().isEmpty())) {
      analysis.trying(patients);
      prove();
    }
  }

  private OfLadder prove(PlannedLadder ladder) {
    LadderProofs proofs = new LadderProofs(analysis, ladder);
    List<Diagnostic> diagnostics = new ArrayList<>(proofs.diagnostics());
    diagnostics.addAll(new LimitProofs(analysis, subject.plan(), ladder).diagnostics());
    return new OfLadder(diagnostics, proofs.undecided());
  }

  /** What was found of the ladder of that kind. */
  OfLadder of(Kind kind) {
    return found.get(kind);
  }

  /** With the patients whom the questions have found. */
  Analysis analysis() {
    return analysis;
  }
}
