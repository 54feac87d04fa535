package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.format.Formatter;
import uk.rubric.source.SourceText;

/**
 * Published rule tables to a rule file. Stateless and thread-safe.
 *
 * <p>The tables are those of the published business rules: dates, registration status, registers and cohorts, code
 * clusters, fields, indicators and their rules, as tables of a Markdown document or as CSV files; beside them the
 * reasons of rejects and the codes of values, which have tables of their own. What two files say of one thing must be
 * the same.
 */
public final class TableImport {
  private TableImport() {}

  /**
   * The rule file that says what the tables say.
   *
   * @param files each named as its reader knows it, ending in {@code .csv} or {@code .md}
   * @return the text, unless a cell cannot be read in full or the text would not hold; never throws for what files hold
   */
  public static ImportResult of(List<SourceText> files, ImportOptions options) {
    Problems problems = new Problems();
    PublishedTables tables = PublishedTables.read(files, problems);
    RuleFile file = new RuleFile(tables, files, options, problems);
    Optional<RuleText> text = file.write();
    if (problems.anyError() || text.isEmpty()) {
      return new ImportResult(Optional.empty(), problems.found());
    }
    text.ifPresent(t -> check(t, problems));
    return new ImportResult(
        problems.anyError() ? Optional.empty() : text.map(TableImport::laidOut), problems.found());
  }

  private static String laidOut(RuleText text) {
    return Formatter.format(new SourceText("import", text.text())).text()
        .orElseThrow(() -> new IllegalStateException("the text was read before"));
  }

  /** Whatever the checker finds in the text is shown at the row from which it came. */
  private static void check(RuleText text, Problems problems) {
    SourceText source = new SourceText("import", text.text());
    for (Diagnostic found : Checker.checkSources(List.of(source)).diagnostics()) {
      Place place = found.place() instanceof Place.InSource in ? text.origin(in.span().from().line()) : found.place();
      problems.add(new Diagnostic(found.code(), found.message(), place, new ArrayList<>(), found.help()));
    }
  }
}
