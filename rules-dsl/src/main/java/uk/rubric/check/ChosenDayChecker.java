package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Optional;
import uk.rubric.check.CheckedService.Chosen;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.ServiceNode.AnswerKind;
import uk.rubric.syntax.ServiceNode.Level;

/** Checks a day that each practice chooses: the evidence that it stands for is a date of each practice. */
final class ChosenDayChecker {
  /** The horizon of the run: rules may leave it unsaid, as nothing later is seen. */
  private static final String ACHIEVEMENT_DATE = "ACHV_DAT";

  private final ServiceItems items;
  private final Problems problems;

  ChosenDayChecker(ServiceItems items, Problems problems) {
    this.items = items;
    this.problems = problems;
  }

  /** What practices choose the day by; empty after a report. */
  Optional<Chosen> check(Name day, Name evidence) {
    Optional<ServiceNode.Evidence> found =
        items.evidence.stream().filter(e -> e.name().text().equals(evidence.text())).findFirst();
    if (found.isEmpty() && !problems.isBroken(evidence)) {
      problems.add(unknown(evidence));
    }
    return found.filter(e -> isHorizonFree(day) & isDate(e, evidence) & isOfPractice(e, evidence))
        .map(e -> new Chosen(evidence.text(), e.each().every()));
  }

  private Diagnostic unknown(Name evidence) {
    return Diagnostic.at(evidence.span(), RuleDiagnostic.CHOSEN_DAY, "there is no evidence " + quote(evidence))
        .withHelp(Suggestion.closest(evidence.text(), items.evidence.stream().map(e -> e.name().text()).toList())
            .map(near -> "did you mean " + quote(near) + "?")
            .orElse("define it: " + quote("evidence " + evidence.text() + " = date per practice per quarter")));
  }

  private boolean isHorizonFree(Name day) {
    boolean free = !day.text().equals(ACHIEVEMENT_DATE);
    if (!free) {
      problems.add(Diagnostic.at(day.span(), RuleDiagnostic.CHOSEN_DAY,
              quote(day) + " is the day as at which a run is made, and is no practice's own")
          .withHelp("give the day that practices choose another name, such as `SNAPSHOT_DAT`"));
    }
    return free;
  }

  private boolean isDate(ServiceNode.Evidence found, Name evidence) {
    boolean date = found.kind() == AnswerKind.DATE;
    if (!date) {
      problems.add(Diagnostic.at(evidence.span(), RuleDiagnostic.CHOSEN_DAY, quote(evidence) + " is no date")
          .withLabel(found.span(), "the evidence")
          .withHelp("let a day be chosen by an evidence that is a `date`"));
    }
    return date;
  }

  private boolean isOfPractice(ServiceNode.Evidence found, Name evidence) {
    boolean practice = found.each().level() == Level.PRACTICE;
    if (!practice) {
      problems.add(Diagnostic.at(evidence.span(), RuleDiagnostic.CHOSEN_DAY,
              "patients are decided practice by practice, and " + quote(evidence) + " is no practice's own")
          .withLabel(found.each().span(), "of others")
          .withHelp("write the evidence `per practice`"));
    }
    return practice;
  }
}
