package uk.rubric.conformance;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.conformance.ConformanceCase.Heading;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.History;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.syntax.ServiceNode.Level;

/** Reads what a money case has beside its rules. */
final class MoneyReader {
  private static final Pattern FRACTION = Pattern.compile("\\d+/\\d+");
  private static final List<String> UNKNOWN = List.of("not computable", "pending", "not yet");
  private static final Pattern ANSWER =
      Pattern.compile("(practice|pcn|icb) (\\S+) (\\d{4}-\\d\\d-\\d\\d): ([A-Z][A-Z0-9_]*) is (\\S+)");
  private static final Pattern HISTORY = Pattern.compile("(\\S+) (\\d{4}): ([a-z_]+) of ([A-Z][A-Z0-9_]*) is (\\S+)");

  private final CaseNode node;

  MoneyReader(CaseNode node) {
    this.node = node;
  }

  MoneyCase read(Heading heading, String rules, Optional<LocalDate> at) {
    Map<String, MoneyCase.Practice> practices = new LinkedHashMap<>();
    if (node.has("practices")) {
      practices.putAll(node.mapping("practices").entries((all, code) -> practice(all.mapping(code))));
    } else {
      practices.put("A", practice(node.mapping("practice")));
    }
    return new MoneyCase(heading, rules, at, practices, answers(), history(), figures(node.mapping("expect")));
  }

  private static MoneyCase.Practice practice(CaseNode practice) {
    MoneyCase.Practice read = new MoneyCase.Practice(
        count(practice, "list"),
        practice.mapping("registers").entries(MoneyReader::count),
        practice.mapping("indicators").entries(MoneyReader::indicator),
        practice.mapping("classes").entries((classes, name) -> classes.mapping(name).entries(MoneyReader::count)),
        new Place(practice.optionalText("pcn"), practice.optionalText("icb"),
            practice.optionalText("weighted").map(BigDecimal::new)));
    practice.refuseTheRest();
    return read;
  }

  private static MoneyCase.Counts indicator(CaseNode indicators, String name) {
    CaseNode counts = indicators.mapping(name);
    long population = count(counts, "population");
    Optional<Long> denominator = optionalCount(counts, "denominator");
    Optional<Long> numerator = optionalCount(counts, "numerator");
    counts.refuseTheRest();
    if (denominator.isPresent() != numerator.isPresent()) {
      throw counts.malformed("numerator", "stands with a denominator");
    }
    return new MoneyCase.Counts(population, denominator, numerator);
  }

  private static Optional<Long> optionalCount(CaseNode counts, String key) {
    return counts.has(key) ? Optional.of(count(counts, key)) : Optional.empty();
  }

  private static long count(CaseNode counts, String key) {
    try {
      return Long.parseLong(counts.text(key));
    } catch (NumberFormatException e) {
      throw counts.malformed(key, "expected a whole number");
    }
  }

  private List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (String line : node.words("answers")) {
      Matcher found = ANSWER.matcher(line);
      if (!found.matches()) {
        throw node.malformed("answers", "expected `practice A 2026-05-01: AUDIT is yes`");
      }
      Level level = Level.valueOf(found.group(1).toUpperCase(Locale.ROOT));
      answers.add(answer(level, found.group(2), found.group(4), LocalDate.parse(found.group(3)), found.group(5)));
    }
    return answers;
  }

  private Answer answer(Level level, String organisation, String item, LocalDate date, String text) {
    Reply reply = switch (text) {
      case "yes" -> Reply.YES;
      case "no" -> Reply.NO;
      case "unknown" -> Reply.UNKNOWN;
      default -> text.matches("\\d{4}-\\d\\d-\\d\\d") ? Reply.DATE : Reply.NUMBER;
    };
    try {
      return new Answer(level, organisation, item, date, reply,
          reply == Reply.NUMBER ? Optional.of(new BigDecimal(text)) : Optional.empty(),
          reply == Reply.DATE ? Optional.of(LocalDate.parse(text)) : Optional.empty());
    } catch (NumberFormatException | DateTimeException e) {
      throw node.malformed("answers", "expected yes, no, unknown, a number or a date");
    }
  }

  private List<History.Entry> history() {
    List<History.Entry> history = new ArrayList<>();
    for (String line : node.words("history")) {
      Matcher found = HISTORY.matcher(line);
      if (!found.matches()) {
        throw node.malformed("history", "expected `A 2025: points of DM006 is 3`");
      }
      history.add(new History.Entry(found.group(1), Integer.parseInt(found.group(2)), found.group(4), found.group(3),
          new BigDecimal(found.group(5))));
    }
    return history;
  }

  private static Map<String, String> figures(CaseNode expect) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (String heading : MoneyFigures.HEADINGS) {
      expect
          .mapping(heading)
          .entries(MoneyReader::figure)
          .forEach((name, value) -> figures.put(MoneyFigures.name(heading, name), value));
    }
    expect.refuseTheRest();
    return figures;
  }

  private static String figure(CaseNode figures, String name) {
    String text = figures.text(name);
    return UNKNOWN.contains(text) ? text : MoneyFigures.words(Optional.of(number(figures, name, text)));
  }

  private static BigFraction number(CaseNode figures, String name, String text) {
    try {
      return FRACTION.matcher(text).matches() ? BigFraction.parse(text) : MoneyFigures.exact(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw figures.malformed(name, "expected a number, a fraction as 2/3 or `not computable`");
    }
  }
}
