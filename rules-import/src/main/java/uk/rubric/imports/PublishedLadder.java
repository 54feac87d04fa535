package uk.rubric.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of one table, read and written in the language, by their numbers. */
final class PublishedLadder {
  private final Cell output;
  private final String section;
  private final Problems problems;
  private final Map<Integer, Rule> rules = new LinkedHashMap<>();

  PublishedLadder(Cell output, String section, Problems problems) {
    this.output = output;
    this.section = section;
    this.problems = problems;
  }

  /**
   * One rule.
   *
   * @param item its condition in the language
   * @param first the first field of the condition, if it has one
   */
  record Rule(int number, Item item, Action whenTrue, Action whenFalse, Optional<String> first) {
    boolean rejects() {
      return whenTrue == Action.REJECT || whenFalse == Action.REJECT;
    }

    boolean selects() {
      return whenTrue == Action.SELECT || whenFalse == Action.SELECT;
    }

    boolean sameAs(Rule other) {
      return item.text().equals(other.item.text()) && whenTrue == other.whenTrue && whenFalse == other.whenFalse;
    }

    /** Whether it takes out the same patients as a rule of another ladder that reaches as many. */
    boolean rejectsAs(Rule other) {
      return item.text().equals(other.item.text())
          && (whenTrue == Action.REJECT) == (other.whenTrue == Action.REJECT)
          && (whenFalse == Action.REJECT) == (other.whenFalse == Action.REJECT);
    }

    String text() {
      return item.text() + " then " + whenTrue.word() + " else " + whenFalse.word();
    }

    Rule with(Rule other) {
      return new Rule(number, item.with(other.item), whenTrue, whenFalse, first);
    }
  }

  void add(Rule rule) {
    Rule known = rules.get(rule.number());
    if (known == null || known.sameAs(rule)) {
      rules.put(rule.number(), known == null ? rule : known.with(rule));
      return;
    }
    problems.add(rule.item().origin(), ImportDiagnostic.CONFLICTING_ROWS,
        "rule " + rule.number() + " of the " + section + " " + Problems.quote(output.text()) + " is "
            + Problems.quote(rule.text()) + " here and " + Problems.quote(known.text()) + " in "
            + known.item().origin().path() + ":" + known.item().origin().line(),
        "leave out the row that does not hold");
  }

  Cell output() {
    return output;
  }

  String section() {
    return section;
  }

  Collection<Rule> rules() {
    return List.copyOf(rules.values());
  }
}
