package uk.rubric.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckResult;
import uk.rubric.conformance.MustFailCase.Expected;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.plan.Mode;
import uk.rubric.run.CouldNotRun;

/** Runs a must-fail case: code, underlined text and order of every diagnostic, and no other. */
final class MustFailRun {
  private MustFailRun() {}

  static List<String> differences(MustFailCase mustFail) {
    List<Diagnostic> found = diagnostics(mustFail);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < Math.max(found.size(), mustFail.expected().size()); i++) {
      String expected = i < mustFail.expected().size() ? words(mustFail.expected().get(i)) : "nothing more";
      String seen = i < found.size() ? words(found.get(i)) : "nothing more";
      if (!expected.equals(seen)) {
        differences.add("diagnostic " + (i + 1) + ": expected " + expected + ", found " + seen);
      } else {
        suggestion(mustFail.expected().get(i), found.get(i)).ifPresent(differences::add);
      }
    }
    return differences;
  }

  static List<Diagnostic> diagnostics(MustFailCase mustFail) {
    return mustFail.at().isPresent() ? ofPlan(mustFail) : ofCheck(mustFail);
  }

  private static List<Diagnostic> ofCheck(MustFailCase mustFail) {
    CheckResult result = Prepared.check(mustFail, mustFail.rules());
    boolean anyError = result.diagnostics().stream().anyMatch(Diagnostic::isError);
    if (anyError == result.rules().isPresent()) {
      throw new Prepared.UnusableCase("checked rules must be there exactly when there is no error");
    }
    return result.diagnostics();
  }

  private static List<Diagnostic> ofPlan(MustFailCase mustFail) {
    try {
      Prepared.of(mustFail, mustFail.rules(), mustFail.at(), Mode.YEAR_END, Stream.empty(), mustFail.served());
      return List.of();
    } catch (CouldNotRun e) {
      return e.diagnostics();
    }
  }

  private static String words(Expected expected) {
    return words(expected.code(), expected.text());
  }

  private static String words(Diagnostic found) {
    return words(
        found.code().id(),
        found.place() instanceof Place.InSource in ? Optional.of(in.span().text()) : Optional.empty());
  }

  private static String words(String code, Optional<String> text) {
    return code + text.map(t -> " at `" + t + "`").orElse("");
  }

  private static Optional<String> suggestion(Expected expected, Diagnostic found) {
    String help = found.help().orElse("");
    return expected
        .suggests()
        .filter(name -> !help.contains("`" + name + "`"))
        .map(name -> "expected the help to name `" + name + "`, found `" + help + "`");
  }
}
