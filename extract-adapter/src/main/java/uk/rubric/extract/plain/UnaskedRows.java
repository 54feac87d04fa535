package uk.rubric.extract.plain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.Asked;
import uk.rubric.evidence.History;
import uk.rubric.evidence.Unread;
import uk.rubric.evidence.Unread.Why;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.patient.Practice;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Rows of evidence and history that nothing reads. What looks like a slip is counted at its place; what is of another
 * service, or to an organisation outside the extract, is in order and is told once a file.
 */
final class UnaskedRows {
  private static final Map<Why, ExtractDiagnostic> CODES = Map.of(
      Why.NAME, ExtractDiagnostic.UNASKED_ITEM,
      Why.LEVEL, ExtractDiagnostic.UNASKED_LEVEL,
      Why.KIND, ExtractDiagnostic.UNASKED_ANSWER,
      Why.DATE, ExtractDiagnostic.UNASKED_DATE,
      Why.MEASURE, ExtractDiagnostic.UNASKED_MEASURE,
      Why.YEAR, ExtractDiagnostic.UNASKED_YEAR);

  private final Asked asked;
  private final Tally tally;
  private final Map<Level, Set<String>> organisations = new EnumMap<>(Level.class);
  private final List<Diagnostic> notices = new ArrayList<>();
  private long anothers;

  UnaskedRows(Asked asked, List<Practice> practices, Tally tally) {
    this.asked = asked;
    this.tally = tally;
    for (Level level : Level.values()) {
      organisations.put(level, new HashSet<>());
    }
    for (Practice practice : practices) {
      organisations.get(Level.PRACTICE).add(practice.code());
      practice.pcn().ifPresent(organisations.get(Level.PCN)::add);
      practice.icb().ifPresent(organisations.get(Level.ICB)::add);
    }
  }

  void look(Answers answers, Evidence evidence, CsvFile file) {
    Strangers strangers = new Strangers(organisations);
    for (Answer answer : answers.all()) {
      asked.unread(answer).ifPresent(unread -> count(unread, file, evidence.line(answer)));
      boolean known = organisations.get(answer.level()).contains(answer.organisation());
      asked.questions().stream().filter(question -> question.reads(answer)).forEach(question -> take(
          strangers, question, question.level(), answer.organisation(), known, evidence.line(answer)));
    }
    tell(file, "items", strangers, Column.ORG_CODE);
  }

  void look(History history, PastFigures figures, CsvFile file) {
    Strangers strangers = new Strangers(organisations);
    for (History.Entry entry : figures.entries()) {
      asked.unread(entry, history).ifPresent(unread -> count(unread, file, figures.line(entry)));
      // A file of last year's results has a practice's figures for its PCN and ICB too.
      boolean known = organisations.values().stream().anyMatch(codes -> codes.contains(entry.organisation()));
      asked.figures().stream().filter(past -> past.reads(entry)).forEach(past -> take(
          strangers, past, past.level(), entry.organisation(), known, figures.line(entry)));
    }
    tell(file, "figures", strangers, Column.PRACTICE_CODE);
  }

  private void count(Unread unread, CsvFile file, long line) {
    if (unread.why() == Why.ANOTHERS) {
      anothers++;
    } else {
      Column column = column(unread.why(), file.layout());
      tally.count(CODES.get(unread.why()), file.layout().file(), file.place(line, column.header()), unread.help());
    }
  }

  private static void take(
      Strangers strangers, Object question, Level level, String organisation, boolean isKnown, long line) {
    if (isKnown) {
      strangers.answered(question, organisation);
    } else {
      strangers.add(question, level, organisation, line);
    }
  }

  private static Column column(Why why, Layout layout) {
    return switch (why) {
      case ANOTHERS, NAME -> layout == Layout.EVIDENCE ? Column.ITEM : Column.OUTPUT;
      case LEVEL -> Column.LEVEL;
      case KIND -> Column.ANSWER;
      case DATE -> Column.DATE;
      case MEASURE -> Column.MEASURE;
      case YEAR -> Column.YEAR;
    };
  }

  private void tell(CsvFile file, String what, Strangers strangers, Column column) {
    strangers.slips().forEach(slip -> tally.count(ExtractDiagnostic.UNKNOWN_ORGANISATION, file.layout().file(),
        file.place(slip.line(), column.header()), slip.help()));
    notice(anothers, what + " that this service does not ask", file);
    notice(strangers.others(), "organisations outside this extract", file);
    anothers = 0;
  }

  private void notice(long count, String whose, CsvFile file) {
    if (count > 0) {
      String rows = count == 1 ? "1 row is of " : count + " rows are of ";
      notices.add(Diagnostic.at(file.place(0, ""), ExtractDiagnostic.NOT_ASKED, rows + whose + ", and not read"));
    }
  }

  /** What is in order, and nothing reads. */
  List<Diagnostic> notices() {
    return notices;
  }
}
