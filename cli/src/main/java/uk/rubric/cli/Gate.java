package uk.rubric.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.difference.Change;
import uk.rubric.difference.RulesDifference;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.run.RunDiagnostic;

/** {@code --fail-on}: which changes a check of changed rules does not let pass. */
final class Gate {
  private static final String BREAKING = "breaking";
  private static final String UNDECIDED = "undecided";
  private static final String MOVED = "moved";
  private static final String POUNDS = "pounds";

  @Option(
      names = "--fail-on",
      split = ",",
      paramLabel = "KIND",
      description = {
        "Ends with 3 when such a change is found: a kind of the report, breaking (all kinds but added and text) or",
        "undecided; with an extract also moved (a patient is counted differently) and pounds (a total changes)."
      })
  private List<String> kinds = new ArrayList<>();

  private static List<String> known() {
    return Stream.concat(
            Stream.of(BREAKING, UNDECIDED, MOVED, POUNDS),
            Stream.of(Change.Kind.values()).map(Change.Kind::word))
        .toList();
  }

  /** @throws ParameterException when a kind does not exist, or needs patients that are not given */
  void check(CommandLine command, boolean hasExtract) {
    for (String kind : kinds) {
      if (!known().contains(kind)) {
        String near = Suggestion.closest(kind, known()).map(name -> "; did you mean `" + name + "`?").orElse("");
        throw new ParameterException(command, "`--fail-on` knows no kind `" + kind + "`" + near);
      }
      if (!hasExtract && List.of(MOVED, POUNDS).contains(kind)) {
        throw new ParameterException(command, "`--fail-on " + kind + "` needs `--extract`");
      }
    }
  }

  /** What it does not let pass, one for each kind that was found. */
  List<Diagnostic> refused(RulesDifference difference, Optional<ServiceImpact> impact) {
    return kinds.stream()
        .distinct()
        .flatMap(kind -> found(kind, difference, impact)
            .map(what -> Diagnostic.at(
                    new Place.OnCommand(), RunDiagnostic.UNWANTED_CHANGE, "`--fail-on " + kind + "`: " + what)
                .withHelp("look at the report; leave `" + kind + "` out of `--fail-on` to let it pass")).stream())
        .toList();
  }

  private static Optional<String> found(String kind, RulesDifference difference, Optional<ServiceImpact> impact) {
    return switch (kind) {
      case BREAKING -> changes(difference.changes().stream().filter(change -> change.kind().isBreaking()).count());
      case UNDECIDED -> many(difference.undecided().size(), "ladder is undecided", "ladders are undecided");
      case MOVED -> many(impact.orElseThrow().moved(), "patient record is counted differently",
          "patient records are counted differently");
      case POUNDS -> pounds(impact.orElseThrow());
      default -> changes(difference.changes().stream().filter(change -> change.kind().word().equals(kind)).count());
    };
  }

  private static Optional<String> changes(long count) {
    return many(count, "change was found", "changes were found");
  }

  private static Optional<String> many(long count, String one, String several) {
    return count == 0 ? Optional.empty() : Optional.of(count + " " + (count == 1 ? one : several));
  }

  /** A total that cannot be computed is not known to be the same. */
  private static Optional<String> pounds(ServiceImpact impact) {
    boolean same = Stream.concat(
            impact.practices().stream().map(practice -> practice.pounds().change()),
            Stream.of(impact.total().change()))
        .allMatch(change -> change.isPresent() && change.get().signum() == 0);
    return same ? Optional.empty() : Optional.of("a total changes, or cannot be computed");
  }
}
