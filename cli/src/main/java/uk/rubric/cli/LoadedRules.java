package uk.rubric.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;

/** Rule files, read and checked; what is wrong with them has been shown. */
record LoadedRules(List<SourceText> sources, Optional<CheckedRules> rules) {
  static LoadedRules load(Path path, Messages messages) {
    List<SourceText> sources = RuleFiles.read(path);
    CheckResult result = Checker.checkSources(sources);
    messages.show(result.diagnostics());
    return new LoadedRules(sources, result.rules());
  }
}
