package uk.rubric.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;

/** What the rule set is called, its version and where it comes from. */
record Header(String name, String version, String source, Place.InFile place) {
  /** Nothing after a report. */
  static Optional<Header> of(
      PublishedTables tables, List<SourceText> files, ImportOptions options, Problems problems) {
    List<Row> properties = tables.rows(TableKind.PROPERTIES);
    Place.InFile place = new Place.InFile(files.isEmpty() ? "" : files.get(0).name(), 0, "");
    Optional<String> name = options.ruleset().or(() -> property(properties, "ruleset database id").map(Header::asName));
    Optional<String> version = options.version().or(() -> property(properties, "document version"));
    if (name.isEmpty() || !Names.isName(name.get())) {
      problems.add(place, ImportDiagnostic.UNNAMED_RULESET, name.isEmpty()
          ? "the tables do not say what the rule set is called"
          : "`" + name.get() + "` cannot be the name of a rule set",
          "say `--ruleset DM`: a capital, then letters and digits");
    }
    if (version.isEmpty() || !version.get().matches("\\d+(\\.\\d+)?")) {
      problems.add(place, ImportDiagnostic.UNNAMED_RULESET, version.isEmpty()
          ? "the tables do not say which version of the rule set they are"
          : "`" + version.get() + "` cannot be the version of a rule set", "say `--version 46.0`");
    }
    String told = properties.stream()
        .map(row -> row.cell(Column.NAME).text() + " " + row.cell(Column.VALUE).text())
        .collect(Collectors.joining("; "));
    return name.flatMap(n -> version.map(v ->
        new Header(n, v, source(files) + (told.isEmpty() ? "" : " (" + told + ")"), place)));
  }

  private static Optional<String> property(List<Row> properties, String name) {
    return properties.stream()
        .filter(row -> row.cell(Column.NAME).text().equalsIgnoreCase(name))
        .map(row -> row.cell(Column.VALUE).text()).findFirst();
  }

  private static String asName(String text) {
    return text.strip().replaceAll("[^A-Za-z0-9]+", "_");
  }

  /** Names of files without their folders: the same tables give the same text wherever they lie. */
  private static String source(List<SourceText> files) {
    return files.stream().map(file -> String.valueOf(Path.of(file.name()).getFileName()))
        .collect(Collectors.joining(", "));
  }

  void write(RuleText text) {
    text.comment(0, "//",
        "Imported from published tables: names, numbers, order and actions are theirs. What they leave "
        + "open says `assumed`, `reconstructed` or `unverified`, to be looked at one by one.");
    text.line(0, "ruleset " + name + " version " + version + " {");
    text.line(2, "source " + Item.quoted(source));
  }
}
