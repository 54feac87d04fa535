package uk.rubric.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.rubric.imports.Operand.Shape;
import uk.rubric.imports.Token.Kind;
import uk.rubric.syntax.Comparator;

/**
 * Reads the wording of published cells by recursive descent: a condition, and the parts of which criteria are made.
 * What it does not know ends the reading; nothing is passed over.
 */
class CellReader {
  private static final Pattern SPAN_OF_TIME = Pattern.compile("(?i)(day|week|month|year)s?");
  private static final int MAX_DEPTH = 40;

  private final List<Token> tokens;
  private final List<String> oddities = new ArrayList<>();
  private int at;
  private int depth;

  CellReader(String text) {
    this.tokens = Token.of(text);
  }

  /** What was read past although it has no meaning, in words for a note. */
  List<String> oddities() {
    return List.copyOf(oddities);
  }

  Token peek() {
    return peek(0);
  }

  private Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  boolean accept(Kind kind) {
    boolean found = peek().is(kind);
    at += found ? 1 : 0;
    return found;
  }

  boolean accept(String word) {
    boolean found = peek().isWord(word);
    at += found ? 1 : 0;
    return found;
  }

  Token expect(Kind kind, String what) throws Unreadable {
    if (!peek().is(kind)) {
      throw unexpected(what);
    }
    return next();
  }

  Unreadable unexpected(String what) {
    return new Unreadable("expected " + what + " and found "
        + (peek().is(Kind.END) ? "the end of the cell" : Problems.quote(peek().text())));
  }

  void expectEnd(String what) throws Unreadable {
    expect(Kind.END, what);
  }

  /** Parts joined by one and the same word: without brackets nobody can say which of two words binds closer. */
  Condition condition(boolean where) throws Unreadable {
    if (++depth > MAX_DEPTH) {
      throw new Unreadable("the brackets are nested too deeply");
    }
    List<Condition> parts = new ArrayList<>(List.of(part(where)));
    boolean and = peek().isWord("AND");
    while (peek().isWord("AND") || peek().isWord("OR")) {
      if (peek().isWord("AND") != and) {
        throw new Unreadable("`AND` and `OR` stand side by side without brackets to tell them apart");
      }
      next();
      parts.add(part(where));
    }
    depth--;
    return parts.size() == 1 ? parts.get(0) : new Condition.Junction(and, parts);
  }

  private Condition part(boolean where) throws Unreadable {
    accept("If");
    if (peek().is(Kind.OPEN) && !isBracketedOperand()) {
      next();
      Condition inner = condition(where);
      expect(Kind.CLOSE, "`)`, `AND` or `OR`");
      return inner;
    }
    if (where && (peek().isWord("score") || peek().isWord("value"))) {
      next();
      accept("is");
      return new Condition.OwnValue(comparator(), operand());
    }
    return comparison();
  }

  /** {@code (PPED – 12 months)} or {@code (ACHV_DAT)}, and no condition. */
  private boolean isBracketedOperand() {
    Token behind = peek(2);
    return peek(1).is(Kind.WORD) && (behind.is(Kind.PLUS) || behind.is(Kind.MINUS) || behind.is(Kind.CLOSE))
        || peek(1).is(Kind.OPEN_BRACE) && (peek(4).is(Kind.PLUS) || peek(4).is(Kind.MINUS) || peek(4).is(Kind.CLOSE));
  }

  private Condition comparison() throws Unreadable {
    Operand left = operand();
    if (left instanceof Operand.Null) {
      throw new Unreadable("`Null` stands right of `=` or `≠`");
    }
    Comparator comparator = comparator();
    Operand right = operand();
    if (right instanceof Operand.Null && comparator != Comparator.EQUAL && comparator != Comparator.NOT_EQUAL) {
      throw new Unreadable("`Null` is compared with `" + comparator.sign() + "`, and only `=` and `≠` ask for it");
    }
    return new Condition.Comparison(left, comparator, right);
  }

  Comparator comparator() throws Unreadable {
    return switch (expect(Kind.COMPARATOR, "a comparison such as `<=`").text()) {
      case "=" -> Comparator.EQUAL;
      case "<" -> Comparator.LESS;
      case ">" -> Comparator.MORE;
      case "<=", "≤" -> Comparator.AT_MOST;
      case ">=", "≥" -> Comparator.AT_LEAST;
      default -> Comparator.NOT_EQUAL;
    };
  }

  Operand operand() throws Unreadable {
    if (!accept(Kind.OPEN)) {
      return primary();
    }
    Operand inner = primary();
    expect(Kind.CLOSE, "`)`");
    return inner;
  }

  private Operand primary() throws Unreadable {
    return switch (peek().kind()) {
      case NUMBER -> number();
      case PERCENT -> new Operand.Percent(next().text().replaceAll("[\\s%]", ""));
      case DATE -> shifted(new Operand.FixedDay(date(next().text())));
      case OPEN_BRACE, OPEN_SQUARE -> shifted(named());
      case WORD -> accept("Null") ? new Operand.Null() : shifted(named());
      default -> throw unexpected("a field, a date or a number");
    };
  }

  private Operand number() throws Unreadable {
    String digits = next().text();
    boolean unit = peek().is(Kind.WORD) && !peek().isWord("AND") && !peek().isWord("OR");
    if (!unit) {
      return new Operand.Number(digits, Optional.empty());
    }
    String word = next().text();
    if (!Units.isUnit(word) && !SPAN_OF_TIME.matcher(word).matches()) {
      throw new Unreadable("`" + word + "` behind `" + digits + "` is no unit that is known");
    }
    return new Operand.Number(digits, Optional.of(word));
  }

  /** Dates are printed day first, all of them; one that the calendar lacks is refused. */
  private static String date(String text) throws Unreadable {
    String[] parts = text.split("/");
    try {
      return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
          .toString();
    } catch (DateTimeException e) {
      throw new Unreadable("the calendar has no day `" + text + "`");
    }
  }

  private Operand shifted(Operand base) throws Unreadable {
    if (!peek().is(Kind.PLUS) && !peek().is(Kind.MINUS)) {
      return base;
    }
    String sign = next().is(Kind.PLUS) ? "+" : "-";
    Token amount = expect(Kind.NUMBER, "a whole number of days, weeks, months or years");
    Token unit = expect(Kind.WORD, "`days`, `weeks`, `months` or `years`");
    if (amount.text().contains(".") || !SPAN_OF_TIME.matcher(unit.text()).matches()) {
      throw new Unreadable("`" + amount.text() + " " + unit.text()
          + "` is no whole number of days, weeks, months or years");
    }
    return new Operand.Shifted(base, sign, amount.text(), unit.text().toLowerCase(java.util.Locale.ROOT));
  }

  Operand.Named named() throws Unreadable {
    if (accept(Kind.OPEN_BRACE)) {
      Operand.Named days = new Operand.Named(name(), Shape.DAYS);
      expect(Kind.CLOSE_BRACE, "`}`");
      return days;
    }
    if (accept(Kind.OPEN_SQUARE)) {
      if (accept(Kind.OPEN_SQUARE)) {
        oddities.add("the published cell has a second bracket before [" + peek().text() + "]");
      }
      Operand.Named values = new Operand.Named(name(), Shape.VALUES);
      expect(Kind.CLOSE_SQUARE, "`]`");
      return values;
    }
    return new Operand.Named(name(), Shape.PLAIN);
  }

  String name() throws Unreadable {
    if (peek().is(Kind.WORD) && Names.isName(peek().text())) {
      return next().text();
    }
    throw unexpected("a name");
  }
}
