package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.imports.Criteria.Bound;
import uk.rubric.imports.Operand.Shape;
import uk.rubric.imports.Token.Kind;

/** Reads the qualifying criteria of a field, in each of the published forms. */
final class CriteriaReader extends CellReader {
  CriteriaReader(String text) {
    super(text);
  }

  Criteria criteria() throws Unreadable {
    Criteria criteria = form();
    expectEnd(criteria instanceof Criteria.Pick ? "`AND`, `WHERE` or the end of the cell" : "the end of the cell");
    return criteria;
  }

  private Criteria form() throws Unreadable {
    if (accept("Unconditional")) {
      return accept("at") ? new Criteria.UnconditionalAt(operand()) : new Criteria.Unconditional();
    }
    if (accept("Recorded")) {
      return recorded();
    }
    String choice = peek().text().toLowerCase(Locale.ROOT);
    if (accept("Latest") || accept("Earliest")) {
      return accept("of") ? new Criteria.ExtremeOf(choice, fields()) : pick(choice);
    }
    if (accept("ALL")) {
      return pick(choice);
    }
    throw unexpected("`Latest`, `Earliest`, `ALL`, `Recorded on` or `Unconditional`");
  }

  private Criteria recorded() throws Unreadable {
    if (!accept("on")) {
      throw unexpected("`on`");
    }
    boolean each = accept("each");
    Operand.Named on = named();
    if (each != (on.shape() == Shape.DAYS) || on.shape() == Shape.VALUES) {
      throw new Unreadable("`on each` goes with days in `{}`, and `on` with one day");
    }
    return new Criteria.Recorded(on);
  }

  private List<Operand.Named> fields() throws Unreadable {
    expect(Kind.OPEN, "`(`");
    List<Operand.Named> fields = new ArrayList<>();
    do {
      fields.add(named());
    } while (accept(Kind.COMMA));
    expect(Kind.CLOSE, "`,` or `)`");
    return fields;
  }

  private Criteria pick(String choice) throws Unreadable {
    List<Bound> bounds = new ArrayList<>();
    do {
      bounds.add(new Bound(comparator(), day()));
    } while (accept("AND"));
    return new Criteria.Pick(choice, bounds, accept("WHERE") ? Optional.of(condition(true)) : Optional.empty());
  }

  private Operand day() throws Unreadable {
    Operand day = operand();
    boolean isDay = day instanceof Operand.Named named && named.shape() == Shape.PLAIN
        || day instanceof Operand.Shifted || day instanceof Operand.FixedDay;
    if (!isDay) {
      throw new Unreadable("a bound of the criteria is a date");
    }
    return day;
  }
}
