package uk.rubric.extract;

import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.result.SetAside;

/**
 * What came of preparing an extract.
 *
 * @param patients how many identifiers {@code patients.csv} has
 * @param entries how many rows of {@code events.csv} can be used by some rules
 * @param setAside what no rules could use on that day; what depends on rules or the achievement date is counted by runs
 * @param messages warnings and notices, with the first places of each reason; holds no patient's value
 */
public record Prepared(long patients, long entries, SetAside setAside, List<Diagnostic> messages) {
  public Prepared {
    messages = List.copyOf(messages);
  }
}
