package uk.rubric.proof;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Question;
import uk.rubric.analysis.Subject;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.FieldDefinition;
import uk.rubric.diagnostic.Diagnostic;

/** Which picks of a rule set pick nothing, whoever the patient is. Not thread-safe. */
final class FieldProofs {
  private final Subject subject;
  private final String ruleset;
  private final List<OwnerProofs> owners;
  private final Set<FieldId> neverRecorded = new HashSet<>();

  /** @param owners of the same subject, whose patients answer most of what is asked here */
  FieldProofs(Subject subject, String ruleset, List<OwnerProofs> owners) {
    this.subject = subject;
    this.ruleset = ruleset;
    this.owners = owners;
  }

  /** To be called when the ladders have been worked out. */
  void prove() {
    Analysis analysis = Analysis.of(subject);
    owners.forEach(owner -> analysis.knowing(owner.analysis()));
    subject.plan().fields().subList(0, subject.plan().patientFields()).stream()
        .filter(field -> field.id().ruleset().equals(ruleset))
        .filter(field -> field.definition() instanceof FieldDefinition.Pick pick && pick.where().isPresent())
        .filter(field -> analysis.decideInPeriod(new Question.Recorded(0, field.id())).isImpossible())
        .forEach(field -> neverRecorded.add(field.id()));
  }

  Optional<Diagnostic> of(CheckedField field) {
    return neverRecorded.contains(field.id()) ? Optional.of(remark(field)) : Optional.empty();
  }

  private static Diagnostic remark(CheckedField field) {
    return Diagnostic.at(
            field.span(),
            ProofDiagnostic.NEVER_TRUE,
            "what follows `where` is true for no entry of any patient, so `" + field.id() + "` is never recorded")
        .withHelp("check it against the source, and the dates that it names against one another");
  }
}
