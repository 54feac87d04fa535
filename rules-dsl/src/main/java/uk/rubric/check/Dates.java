package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.Text;

/** Reads dates. */
final class Dates {
  private Dates() {}

  /** The date that is written, or nothing after a report. */
  static Optional<LocalDate> read(Text text, Problems problems) {
    try {
      return Optional.of(LocalDate.parse(text.text()));
    } catch (DateTimeException e) {
      problems.add(Diagnostic.at(text.span(), RuleDiagnostic.IMPOSSIBLE_DATE,
              "there is no day " + quote(text.text()) + " in the calendar")
          .withHelp("write a date as year, month, day: `2021-02-28`"));
      return Optional.empty();
    }
  }

  /** Whether the span from {@code start} to {@code end} has a day; if not, that is reported. */
  static boolean rises(LocalDate start, LocalDate end, Text startText, Text endText, Problems problems) {
    if (!end.isBefore(start)) {
      return true;
    }
    problems.add(Diagnostic.at(endText.span(), RuleDiagnostic.EMPTY_SPAN,
            quote(endText.text()) + " is before " + quote(startText.text()))
        .withLabel(startText.span(), "the start")
        .withHelp("let the end be on or after the start"));
    return false;
  }
}
