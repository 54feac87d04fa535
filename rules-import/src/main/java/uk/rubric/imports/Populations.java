package uk.rubric.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is counted: the registration status, registers, cohorts and indicators, with their ladders. */
final class Populations {
  private static final Pattern ABBREVIATION = Pattern.compile("\\b[A-Z][A-Z0-9]+\\b");

  private final PublishedTables tables;
  private final LadderItems ladders;
  private final Problems problems;
  private final Registration registration;
  private final Items registers;
  private final Items indicators;
  private final Map<String, String> sections = new LinkedHashMap<>();

  Populations(
      PublishedTables tables, List<PublishedField> fields, Names names, LadderItems ladders, Problems problems) {
    this.tables = tables;
    this.ladders = ladders;
    this.problems = problems;
    this.registration = Registration.of(tables.rows(TableKind.REGISTRATION), fields, ladders, problems);
    this.registers = new Items("population", problems);
    this.indicators = new Items("indicator", problems);
    rows(TableKind.REGISTERS, "register");
    rows(TableKind.COHORTS, "cohort");
    unlisted();
    tables.rows(TableKind.INDICATORS).forEach(this::indicator);
    unlistedIndicators();
    requireBoth();
  }

  private void rows(TableKind kind, String section) {
    for (Row row : tables.rows(kind)) {
      sections.put(row.cell(Column.NAME).text(), section);
    }
    for (Row row : tables.rows(kind)) {
      population(row, section);
    }
  }

  private void population(Row row, String section) {
    Cell name = row.cell(Column.NAME);
    Reading.of(name, problems, LadderItems::name).ifPresent(n -> {
      if (ladders.ladder(n, section).isEmpty() && !problems.anyError()) {
        problems.add(name.place(), ImportDiagnostic.MISSING_TABLE, "the tables hold no rules of " + Problems.quote(n),
            "give the table of its rules as well");
      }
      registers.add(new Item(n, row.others(),
          section + " " + n + " " + Item.quoted(row.cell(Column.DESCRIPTION).text()) + " of "
              + parent(row.cell(Column.APPLIED_TO)), List.of(), name.place()));
    });
  }

  /** {@code GMS registration status}, or a register or cohort by its name. */
  private String parent(Cell cell) {
    if (registration.isCalled(cell.text())) {
      return registration.name();
    }
    if (!sections.containsKey(cell.text())) {
      Set<String> known = new TreeSet<>(sections.keySet());
      problems.unknown(cell, "population", cell.text(), known);
    }
    return cell.text();
  }

  /** CSV files hold the rules of registers without the registers' own table. */
  private void unlisted() {
    for (PublishedLadder ladder : ladders.all()) {
      String name = ladder.output().text();
      if (keyed(ladder) && !registers.has(name)) {
        sections.put(name, ladder.section());
        registers.add(new Item(name, List.of(), ladder.section() + " " + name + " of " + registration.name(),
            List.of("assumed \"the tables do not say to which patients it applies\""), ladder.output().place()));
      }
    }
  }

  private static boolean keyed(PublishedLadder ladder) {
    return ladder.section().equals("register") || ladder.section().equals("cohort");
  }

  private void indicator(Row row) {
    Reading.of(row.cell(Column.NAME), problems, LadderItems::name).ifPresent(name ->
        indicators.add(new Item(name, row.others(),
            "indicator " + name + " " + Item.quoted(row.cell(Column.DESCRIPTION).text()) + " of "
                + parent(row.cell(Column.APPLIED_TO)), List.of(), row.cell(Column.NAME).place())));
  }

  private void unlistedIndicators() {
    for (PublishedLadder ladder : ladders.all()) {
      String name = ladder.output().text();
      if (!keyed(ladder) && !indicators.has(name)) {
        indicators.add(new Item(name, List.of(), "indicator " + name + " of " + onlyRegister(ladder.output()),
            List.of("assumed \"the tables do not say to which register it applies: there is no other\""),
            ladder.output().place()));
      }
    }
  }

  private String onlyRegister(Cell indicator) {
    if (tables.rows(TableKind.INDICATORS).isEmpty() && registers.all().size() == 1) {
      return registers.all().iterator().next().key();
    }
    problems.add(indicator.place(), ImportDiagnostic.UNKNOWN_IN_TABLES,
        "the tables do not say to which population the indicator " + Problems.quote(indicator.text()) + " applies",
        "add it to a table with the columns `Indicator ID,Description,Applied to population`");
    return registration.name();
  }

  private void requireBoth() {
    for (PublishedLadder ladder : ladders.all()) {
      String other = ladder.section().equals("denominator") ? "numerator" : "denominator";
      if (!keyed(ladder) && ladders.ladder(ladder.output().text(), other).isEmpty() && !problems.anyError()) {
        problems.add(ladder.output().place(), ImportDiagnostic.MISSING_TABLE,
            "the tables hold the " + ladder.section() + " of " + Problems.quote(ladder.output().text()) + " and no "
            + other,
            "give the table of its rules as well");
      }
    }
  }

  void write(RuleText text, Reasons reasons) {
    registration.write(text);
    registers.all().forEach(item -> {
      header(text, item, " {");
      steps(text, 4, ladders.ladder(item.key(), sections.get(item.key())), Optional.empty());
      end(text, item);
    });
    indicators.all().forEach(item -> indicator(text, item, reasons));
  }

  private void indicator(RuleText text, Item item, Reasons reasons) {
    Optional<PublishedLadder> denominator = ladders.ladder(item.key(), "denominator");
    header(text, item, denominator.isPresent() ? " {" : "");
    if (denominator.isPresent()) {
      text.line(4, "denominator {");
      steps(text, 6, denominator, Optional.of(reasons));
      text.line(4, "}").line(4, "numerator {");
      steps(text, 6, ladders.ladder(item.key(), "numerator"), Optional.empty());
      text.line(4, "}");
      end(text, item);
    } else {
      item.notes().forEach(note -> text.line(4, note));
    }
  }

  private static void header(RuleText text, Item item, String opening) {
    text.blank().from(item.origin());
    item.docs().forEach(doc -> text.comment(2, "///", doc));
    text.line(2, item.text() + opening);
  }

  private static void end(RuleText text, Item item) {
    text.from(item.origin()).line(2, "}");
    item.notes().forEach(note -> text.line(4, note));
  }

  static void steps(RuleText text, int indent, Optional<PublishedLadder> ladder, Optional<Reasons> reasons) {
    ladder.stream().flatMap(l -> l.rules().stream()).forEach(rule -> {
      Item item = rule.item();
      String line = rule.number() + ": if " + item.text() + " then " + action(rule, rule.whenTrue(), reasons)
          + " else " + action(rule, rule.whenFalse(), reasons);
      text.item(indent, new Item(item.key(), item.docs(), line, item.notes(), item.origin()));
    });
  }

  private static String action(PublishedLadder.Rule rule, Action action, Optional<Reasons> reasons) {
    return action.word()
        + (action == Action.REJECT ? reasons.map(r -> " as " + r.of(rule)).orElse("") : "");
  }

  /** The first abbreviation of a title, such as {@code GMS}; without one the whole title as a name. */
  static String nameOf(String title) {
    Matcher matcher = ABBREVIATION.matcher(title);
    return matcher.find() ? matcher.group() : "P_" + title.replaceAll("[^A-Za-z0-9]+", "_");
  }
}
