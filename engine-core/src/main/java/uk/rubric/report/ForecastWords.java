package uk.rubric.report;

import java.util.List;
import uk.rubric.result.Forecast;

/** How a forecast is made, as it is printed with every one. */
final class ForecastWords {
  private ForecastWords() {}

  /** One sentence each. */
  static List<String> method(Forecast forecast) {
    return List.of(
        "as recorded: patients as known on %s, decided at %s as if nothing more were recorded"
            .formatted(forecast.asAt(), forecast.end()),
        ("expected: as the year before went on; by these rules a year earlier patients as known on %s were decided at %s as "
                + "if nothing more had been recorded, and again with all that was; of those who stood alike the same shares "
                + "move again, and as many register as then")
            .formatted(forecast.learntFrom(), forecast.learntTo()),
        "expected numbers are whole patients, a half rounded up, each by itself; points and pounds are what the service pays "
            + "for them",
        "80 %: of the expected denominator so many achieve in about four of five cases, by Beta-binomial prediction "
            + "(Jeffreys' prior) from the numbers of the year before, widened for what the denominator may come to, patients "
            + "independent of each other; it covers chance and small numbers, and no change in how the practice works, in "
            + "rules or in codes",
        "the income at low and high has every indicator at its low or high end together, and is wider than 80 %",
        "assumed: that the extract holds the year before in full; " + entries(forecast)
            + "; patients who have left since are missing from most extracts, so that fewer seem to leave than do");
  }

  private static String entries(Forecast forecast) {
    return forecast.byEntered()
        ? "entries count from the day on which they were entered, where that is known"
        : "entries count from their date, though some are entered later";
  }
}
