package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.Answers;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.syntax.ServiceNode.Level;

/** What {@code evidence.csv} says, if it is there. Two answers to one question for one day are both set aside. */
final class Evidence {
  private static final Map<String, Level> LEVELS =
      Map.of("practice", Level.PRACTICE, "pcn", Level.PCN, "icb", Level.ICB);
  private static final Map<String, Reply> WORDS =
      Map.of("yes", Reply.YES, "no", Reply.NO, "unknown", Reply.UNKNOWN, "", Reply.UNKNOWN);

  private final Keyed<Answer> answers = new Keyed<>();

  void add(Row row) {
    Optional<Level> level =
        Optional.ofNullable(LEVELS.get(row.text(Column.LEVEL).toLowerCase(Locale.ROOT)));
    row.refuseIf(level.isEmpty(), ExtractDiagnostic.BAD_LEVEL, Column.LEVEL);
    row.need(Column.ORG_CODE, ExtractDiagnostic.BLANK_ORG_CODE);
    row.need(Column.ITEM, ExtractDiagnostic.BLANK_ITEM);
    row.need(Column.DATE, ExtractDiagnostic.MISSING_DATE);
    String organisation = row.text(Column.ORG_CODE);
    String item = row.text(Column.ITEM);
    int date = row.dayIfAny(Column.DATE);
    String text = row.text(Column.ANSWER);
    Optional<Reply> word = Optional.ofNullable(WORDS.get(text.toLowerCase(Locale.ROOT)));
    Optional<BigDecimal> number = word.isPresent() ? Optional.empty() : Row.decimal(text);
    Optional<LocalDate> day = word.isPresent() || number.isPresent() ? Optional.empty() : day(text);
    row.refuseIf(
        word.isEmpty() && number.isEmpty() && day.isEmpty(), ExtractDiagnostic.BAD_ANSWER, Column.ANSWER);
    String key = level.map(l -> key(l, organisation, item, date)).orElse("");
    if (row.isRefused()) {
      answers.spoil(key);
    } else {
      Reply reply = word.orElse(number.isPresent() ? Reply.NUMBER : Reply.DATE);
      answers.add(key, new Answer(level.get(), organisation, item, LocalDate.ofEpochDay(date), reply, number, day),
          row.line());
    }
  }

  private static String key(Level level, String organisation, String item, long date) {
    return level + " " + organisation + " " + item + " " + date;
  }

  /** The line of an answer that is among {@link #answers}. */
  long line(Answer answer) {
    return answers.line(key(answer.level(), answer.organisation(), answer.item(), answer.date().toEpochDay()));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** To be called once, after the last row. */
  void settle(CsvFile file, Tally tally) {
    String column = Column.ANSWER.header();
    answers.settle(
        line -> tally.count(ExtractDiagnostic.CONFLICTING_ANSWER, file.layout().file(), file.place(line, column)),
        line -> tally.count(ExtractDiagnostic.REPEATED_ROW, file.layout().file(), file.place(line, column)));
  }

  Answers answers() {
    List<Answer> found = answers.keys().sorted().map(key -> answers.find(key).orElseThrow()).toList();
    return new Answers(found);
  }
}
