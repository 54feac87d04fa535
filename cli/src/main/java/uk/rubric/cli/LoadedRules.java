package uk.rubric.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedTest;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;

/**
 * Rule files, read and checked; what is wrong with them has been shown.
 *
 * @param given how many of the sources the caller gave; the others are imported
 */
record LoadedRules(List<SourceText> sources, int given, Optional<CheckedRules> rules) {
  static LoadedRules load(Path path, Messages messages) {
    Unshown read = read(path);
    messages.show(read.diagnostics());
    return read.rules();
  }

  /** As {@link #load}, for commands that no test concerns. */
  static LoadedRules loadRules(Path path, Messages messages) {
    Unshown read = readRules(path);
    messages.show(read.diagnostics());
    return read.rules();
  }

  /** Rule files, read and checked, and what is wrong with them: for a command that has more to say of them. */
  record Unshown(LoadedRules rules, List<Diagnostic> diagnostics) {}

  static Unshown read(Path path) {
    List<SourceText> given = RuleFiles.read(path);
    return checked(given, RuleLoader.load(given, RuleFiles::imported));
  }

  /** As {@link #read}, without tests. */
  static Unshown readRules(Path path) {
    List<SourceText> given = RuleFiles.read(path);
    return checked(given, RuleLoader.loadRules(given, RuleFiles::imported));
  }

  private static Unshown checked(List<SourceText> given, RuleLoader.Loaded loaded) {
    CheckResult result = loaded.check();
    return new Unshown(
        new LoadedRules(loaded.sources(), given.size(), result.rules()), result.diagnostics());
  }

  /** The services of the files that the caller gave: those of imported files are there to be amended. */
  List<CheckedService> services() {
    List<SourceText> own = sources.subList(0, given);
    return rules.stream().flatMap(r -> r.services().stream())
        .filter(service -> own.contains(service.span().source()))
        .toList();
  }

  /** The tests of the files that the caller gave, and those that they take. */
  List<CheckedTest> tests() {
    List<SourceText> own = sources.subList(0, given);
    return rules.stream().flatMap(r -> r.tests().stream())
        .filter(test -> own.contains(test.home()))
        .toList();
  }

  /** Whether the caller gave the file, and not only an import. */
  boolean isGiven(SourceText source) {
    return sources.subList(0, given).contains(source);
  }
}
