package uk.rubric.conformance;

import java.util.List;
import java.util.function.Function;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.plan.Plan;
import uk.rubric.run.CouldNotRun;

/**
 * Runs cases. Outcome cases are decided by evaluators of the given kind, run cases by a command line; the others need
 * neither. Thread-safe when what it is given is.
 */
public final class CaseRunner {
  private final Function<Plan, Evaluator> evaluators;
  private final CommandLine commands;

  /** For all cases but run cases, which differ in having no command line. */
  public CaseRunner(Function<Plan, Evaluator> evaluators) {
    this(evaluators, (folder, words) -> new CommandLine.Ended(-1, "", "no command line is given"));
  }

  public CaseRunner(Function<Plan, Evaluator> evaluators, CommandLine commands) {
    this.evaluators = evaluators;
    this.commands = commands;
  }

  /** Where the engine differs from the case, in words, one a difference; empty when the case holds. */
  public List<String> differences(ConformanceCase conformanceCase) {
    try {
      return conformanceCase.accept(new Run());
    } catch (Prepared.UnusableCase e) {
      return List.of(e.getMessage());
    } catch (CouldNotRun e) {
      return List.of(Prepared.words(e.diagnostics()));
    }
  }

  /** What is said of the rules of a case, or of the run that they must not start, in the order of the text. */
  public static List<Diagnostic> diagnostics(MustFailCase mustFail) {
    return MustFailRun.diagnostics(mustFail);
  }

  private final class Run implements ConformanceCase.Visitor<List<String>> {
    @Override
    public List<String> outcome(OutcomeCase outcome) {
      return new OutcomeRun(outcome, evaluators).differences();
    }

    @Override
    public List<String> mustFail(MustFailCase mustFail) {
      return MustFailRun.differences(mustFail);
    }

    @Override
    public List<String> money(MoneyCase money) {
      return MoneyRun.differences(money);
    }

    @Override
    public List<String> run(RunCase run) {
      return new RunCaseRun(run, commands).differences();
    }
  }
}
