package uk.rubric.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published rules, each in the language, gathered into ladders. */
final class LadderItems {
  private final Names names;
  private final ValueUses uses;
  private final Problems problems;
  private final Map<String, PublishedLadder> ladders = new LinkedHashMap<>();

  LadderItems(Names names, ValueUses uses, Problems problems) {
    this.names = names;
    this.uses = uses;
    this.problems = problems;
  }

  /** @param title what the tables call the rule's register or indicator in plain words */
  void add(PublishedRule rule, String title) {
    Optional<String> output = Reading.of(rule.output(), problems, LadderItems::name);
    Optional<Integer> number = number(rule);
    Optional<PublishedLadder.Rule> read = number.flatMap(n -> read(rule.row(), n, title));
    if (output.isPresent() && read.isPresent()) {
      ladders.computeIfAbsent(key(output.get(), rule.section()),
          key -> new PublishedLadder(rule.output(), rule.section(), problems)).add(read.get());
    }
  }

  static String name(Cell cell) throws Unreadable {
    if (!Names.isName(cell.text())) {
      throw new Unreadable("expected a name: a capital, then letters, digits and `_`");
    }
    return cell.text();
  }

  static String key(String output, String section) {
    return output + " " + section;
  }

  Optional<PublishedLadder> ladder(String output, String section) {
    return Optional.ofNullable(ladders.get(key(output, section)));
  }

  List<PublishedLadder> all() {
    return List.copyOf(ladders.values());
  }

  /** Documents number their rules by their order alone, and leave the cells blank. */
  private Optional<Integer> number(PublishedRule rule) {
    if (rule.row().text(Column.NUMBER).isEmpty()) {
      return Optional.of(rule.position());
    }
    return Reading.of(rule.row().cell(Column.NUMBER), problems, cell -> {
      if (!cell.text().matches("\\d{1,4}")) {
        throw new Unreadable("expected the number of a rule");
      }
      return Integer.valueOf(cell.text());
    });
  }

  /** A rule of a row with a condition and two actions. */
  Optional<PublishedLadder.Rule> read(Row row, int number, String title) {
    Cell cell = row.cell(Column.CONDITION);
    CellReader reader = new CellReader(cell.text());
    Optional<Condition> condition = Reading.of(cell, problems, c -> whole(reader));
    Optional<Action> whenTrue = Reading.of(row.cell(Column.IF_TRUE), problems, Action::of);
    Optional<Action> whenFalse = Reading.of(row.cell(Column.IF_FALSE), problems, Action::of);
    Optional<Item> item = condition.flatMap(c -> item(row, number, c, reader.oddities(), title));
    if (item.isEmpty() || whenTrue.isEmpty() || whenFalse.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PublishedLadder.Rule(number, item.get(), whenTrue.get(), whenFalse.get(), first(condition.get())));
  }

  private static Condition whole(CellReader reader) throws Unreadable {
    Condition condition = reader.condition(false);
    reader.expectEnd("`AND`, `OR` or the end of the cell");
    return condition;
  }

  private Optional<Item> item(Row row, int number, Condition condition, List<String> oddities, String title) {
    String description = row.cell(Column.DESCRIPTION).text();
    uses.collect(condition, List.of(description, title));
    ConditionText text = new ConditionText(names, row.cell(Column.CONDITION), false);
    List<String> docs = new ArrayList<>(List.of(description));
    docs.addAll(row.others());
    return Reading.of(row.cell(Column.CONDITION), problems, cell -> text.of(condition)).map(written -> {
      List<String> notes = new ArrayList<>(text.notes());
      oddities.forEach(oddity -> notes.add("unverified " + Item.quoted(oddity)));
      return new Item(String.valueOf(number), docs, written, notes, row.cell(Column.CONDITION).place());
    });
  }

  private static Optional<String> first(Condition condition) {
    if (condition instanceof Condition.Junction junction) {
      return junction.parts().stream().flatMap(part -> first(part).stream()).findFirst();
    }
    return condition instanceof Condition.Comparison comparison && comparison.left() instanceof Operand.Named named
        ? Optional.of(named.name())
        : Optional.empty();
  }
}
