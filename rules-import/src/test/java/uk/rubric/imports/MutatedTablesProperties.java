package uk.rubric.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.SourceText;

/** Tables with a slip in them: no crash, and no word of a cell is lost without a word about it. */
class MutatedTablesProperties {
  /** Words of the published forms that the language says in other words. */
  private static final Set<String> FORMS = Set.of(
      "if", "null", "rule", "score", "unconditional", "recorded", "n", "a", "all", "latest", "earliest", "end", "rules",
      "fields", "clusters", "of", "on", "each", "at", "is", "where", "and", "or", "denominator", "numerator",
      "register",
      "next", "select", "reject", "value");

  /** One change of one file. */
  record Change(int file, int place, int kind, String with) {
    SourceText in(SourceText source) {
      String text = source.text();
      if (text.isEmpty()) {
        return source;
      }
      int at = Math.floorMod(place, text.length());
      String changed = switch (kind) {
        case 0 -> text.substring(0, at) + text.substring(at + 1);
        case 1 -> text.substring(0, at) + with + text.substring(at);
        case 2 -> text.substring(0, at) + with + text.substring(at + 1);
        case 3 -> lines(text, at, 0);
        case 4 -> lines(text, at, 2);
        default -> text.substring(0, at);
      };
      return new SourceText(source.name(), changed);
    }

    private static String lines(String text, int at, int times) {
      List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
      int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
      String one = lines.remove(line);
      for (int i = 0; i < times; i++) {
        lines.add(line, one);
      }
      return String.join("\n", lines);
    }
  }

  @Provide
  Arbitrary<Change> changes() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 1_000_000),
            Arbitraries.integers().between(0, 5),
            Arbitraries.of(" ", ",", "\"", "(", ")", "X", "7", "≠", "=", "AND", " OR ", "{", "]", "|", "\n", "–", "é"))
        .as(Change::new);
  }

  @Property(tries = 400)
  void csvFilesWithASlip(@ForAll("changes") Change change) {
    List<SourceText> files = new ArrayList<>(Tables.hayFever());
    files.set(change.file(), change.in(files.get(change.file())));
    holds(files, Tables.HAY);
  }

  @Property(tries = 400)
  void documentsWithASlip(@ForAll("changes") Change change) {
    List<SourceText> document = Tables.of("hayfever", "hayfever.md");
    holds(List.of(change.in(document.get(0))), ImportOptions.NONE);
  }

  @Property(tries = 200)
  void tablesWithSeveralSlips(@ForAll("changes") Change first, @ForAll("changes") Change second) {
    List<SourceText> files = new ArrayList<>(Tables.hayFever());
    files.set(first.file(), first.in(files.get(first.file())));
    files.set(second.file(), second.in(files.get(second.file())));
    holds(files, Tables.HAY);
  }

  private static void holds(List<SourceText> files, ImportOptions options) {
    ImportResult result = TableImport.of(files, options);

    assertThat(result.rules().isEmpty()).isEqualTo(result.diagnostics().stream().anyMatch(Diagnostic::isError));
    if (result.rules().isPresent()) {
      String rules = result.rules().get();
      assertThat(Checker.checkSources(List.of(new SourceText("r", rules))).rules()).isPresent();
      Set<String> kept = words(rules + " " + Tables.shown(result.diagnostics()));
      kept.addAll(FORMS);
      assertThat(kept).as(rules).containsAll(cells(files));
    }
  }

  /** The words of all cells as the readers of tables see them. */
  private static Set<String> cells(List<SourceText> files) {
    Problems none = new Problems();
    return files.stream()
        .flatMap(file -> file.name().endsWith(".md")
            ? MarkdownTables.read(file, none).stream()
            : CsvTable.read(file, none).stream())
        .flatMap(table -> known(table).stream().flatMap(List::stream))
        .flatMap(cell -> words(cell.text()).stream())
        .collect(Collectors.toSet());
  }

  /** The rows of a table that is known by its columns; in one with a title, these stand in the second row. */
  private static List<List<Cell>> known(RawTable table) {
    if (table.header().get(0).text().matches("(?i)denominator|numerator")) {
      return table.rows().isEmpty() ? List.of() : table.rows().subList(1, table.rows().size());
    }
    return TableKind.of(table.header().stream().map(Cell::text).toList()).isPresent() ? table.rows() : List.of();
  }

  /** Letters and digits apart: {@code 12months} is written {@code 12 months}. */
  private static Set<String> words(String text) {
    return Pattern.compile("\\p{L}+|\\p{N}+").matcher(text.toLowerCase(Locale.ROOT)).results()
        .map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }
}
