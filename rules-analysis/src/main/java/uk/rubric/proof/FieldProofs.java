package uk.rubric.proof;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Question;
import uk.rubric.check.CheckedField;
import uk.rubric.check.FieldDefinition;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.plan.Plan;

/** Which picks pick nothing, whoever the patient is. */
final class FieldProofs {
  private FieldProofs() {}

  static List<Diagnostic> of(Analysis analysis, Plan plan) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (CheckedField field : plan.fields().subList(0, plan.patientFields())) {
      boolean picks = field.definition() instanceof FieldDefinition.Pick pick && pick.where().isPresent();
      if (picks && analysis.decideInPeriod(new Question.Recorded(0, field.id())).isImpossible()) {
        diagnostics.add(
            Diagnostic.at(
                    field.span(),
                    ProofDiagnostic.NEVER_TRUE,
                    "what follows `where` is true for no entry of any patient, so `" + field.id()
                        + "` is never recorded")
                .withHelp("check it against the source, and the dates that it names against one another"));
      }
    }
    return diagnostics;
  }
}
