package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;

/** One rule file out of the tables: translates each, then writes them in the order of the published documents. */
final class RuleFile {
  private final PublishedTables tables;
  private final List<SourceText> files;
  private final ImportOptions options;
  private final Problems problems;
  private final Items clusters;
  private final Items fields;
  private final Names names;
  private final List<PublishedField> published;
  private final ValueUses uses = new ValueUses();
  private final LadderItems ladders;

  RuleFile(PublishedTables tables, List<SourceText> files, ImportOptions options, Problems problems) {
    this.tables = tables;
    this.files = List.copyOf(files);
    this.options = options;
    this.problems = problems;
    requireTables();
    this.clusters = new Items("cluster", problems);
    this.fields = new Items("field", problems);
    this.published = PublishedField.read(tables.rows(TableKind.FIELDS), problems);
    this.names = new Names(published, tables, problems);
    this.ladders = new LadderItems(names, uses, problems);
  }

  /** Nothing when not even the tables are there; with errors reported the text is not to be used. */
  Optional<RuleText> write() {
    Optional<Header> header = Header.of(tables, files, options, problems);
    tables.rules().forEach(rule -> ladders.add(rule, title(rule)));
    tables.rows(TableKind.CLUSTERS).forEach(this::cluster);
    // One whose row cannot be read is defined, though badly.
    Set<String> defined = tables.rows(TableKind.CLUSTERS).stream()
        .map(row -> row.cell(Column.NAME).text()).collect(Collectors.toCollection(TreeSet::new));
    ReadCodes codes = new ReadCodes(tables.rows(TableKind.CODES), defined, problems);
    FieldItems fieldItems = new FieldItems(published, names, defined, uses, codes, problems);
    fieldItems.addTo(fields);
    codes.addTo(clusters, fieldItems.titles());
    Populations populations = new Populations(tables, published, names, ladders, problems);
    Reasons reasons = new Reasons(
        ladders.all().stream().filter(l -> l.section().equals("denominator")).toList(),
        tables.rows(TableKind.REASONS), problems);
    return header.map(h -> write(h, populations, reasons));
  }

  private void requireTables() {
    // A table that was there and could not be read has been reported.
    if (!problems.anyError()) {
      require(!tables.rules().isEmpty() || !tables.rows(TableKind.REGISTERS).isEmpty(), "rules");
      require(!tables.rows(TableKind.FIELDS).isEmpty(), "fields");
      require(!tables.rows(TableKind.CLUSTERS).isEmpty(), "clusters");
    }
  }

  private void require(boolean there, String what) {
    if (!there) {
      String path = files.stream().map(SourceText::name).collect(Collectors.joining(", "));
      problems.add(Place.of(path), ImportDiagnostic.MISSING_TABLE, "no table of " + what + " is among the tables",
          "give its file as well; a table is known by its columns");
    }
  }

  private String title(PublishedRule rule) {
    return tables.rows(TableKind.INDICATORS).stream()
        .filter(row -> row.cell(Column.NAME).text().equals(rule.output().text()))
        .map(row -> row.cell(Column.DESCRIPTION).text()).findFirst().orElse("");
  }

  private void cluster(Row row) {
    Optional<String> name = Reading.of(row.cell(Column.NAME), problems, LadderItems::name);
    Optional<String> refset = Reading.of(row.cell(Column.REFSET), problems, RuleFile::refset);
    Optional<String> version = Reading.of(row.cell(Column.VERSION), problems, RuleFile::version);
    if (name.isPresent() && refset.isPresent() && version.isPresent()) {
      List<String> docs = new ArrayList<>(row.others());
      clusters.add(new Item(name.get(), docs,
          "cluster " + name.get() + " " + Item.quoted(row.cell(Column.DESCRIPTION).text())
              + " = refset " + refset.get() + " version " + version.get(),
          List.of(), row.cell(Column.REFSET).place()));
    }
  }

  /** {@code ^999004691000230108}: documents write the sign of a reference set before it. */
  private static String refset(Cell cell) throws Unreadable {
    return ReadCodes.digits(new Cell(cell.text().replaceFirst("^\\^\\s*", ""), cell.place()));
  }

  static String version(Cell cell) throws Unreadable {
    if (!cell.text().matches("\\d+(\\.\\d+)?")) {
      throw new Unreadable("expected a version such as `300` or `46.0`");
    }
    return cell.text();
  }

  private RuleText write(Header header, Populations populations, Reasons reasons) {
    RuleText text = new RuleText(header.place());
    header.write(text);
    days(text);
    items(text, "Clinical code clusters", clusters.all());
    items(text, "Why rejects take a patient out of a denominator", reasons.items());
    items(text, "Clinical data extraction criteria", fields.all());
    populations.write(text, reasons);
    return text.line(0, "}");
  }

  private static void items(RuleText text, String title, Iterable<Item> items) {
    if (items.iterator().hasNext()) {
      text.blank().line(2, "// " + title);
      items.forEach(item -> text.item(2, item));
    }
  }

  /** Dates that no rule uses are kept as comments: a date that is declared must be given by each service. */
  private void days(RuleText text) {
    Map<String, String> used = names.usedDates();
    List<Row> rows = tables.rows(TableKind.DATES);
    text.blank().line(2, rows.isEmpty()
        ? "// Qualifying dates; the tables come without their list"
        : "// Qualifying dates");
    for (Row row : rows) {
      if (!used.containsKey(row.cell(Column.NAME).text())) {
        text.comment(2, "//", row.cell(Column.NAME).text() + ": " + row.cell(Column.DESCRIPTION).text() + ". "
            + more(row));
      }
    }
    used.forEach((name, title) -> {
      rows.stream().filter(row -> row.cell(Column.NAME).text().equals(name)).forEach(row -> {
        text.from(row.cell(Column.NAME).place());
        text.comment(2, "///", more(row));
      });
      text.line(2, "day " + name + " " + Item.quoted(title));
    });
  }

  private static String more(Row row) {
    List<String> texts = new ArrayList<>(row.others());
    row.text(Column.VALUE).ifPresent(value -> texts.add("Timeframe: " + value));
    return String.join("; ", texts);
  }
}
