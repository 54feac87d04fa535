package uk.rubric.testing;

import java.time.LocalDate;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;

/** A patient as a test of what the rules decide today: it is for its reader to say whether that is right. */
final class ReadyTest {
  private ReadyTest() {}

  static String of(
      Probe probe, PlannedLadder ladder, Rule rule, CheckedService service, Analysis analysis,
      Finding.Witness witness) {
    LocalDate day = witness.achievementDate();
    String part = ladder.kind() == Kind.DENOMINATOR || ladder.kind() == Kind.NUMERATOR ? ladder.kind().word() + " "
        : "";
    String title = (part + "rule " + rule.number() + ": " + probe.what()).replace("`", "").replace("\"", "'");
    // A denominator's outcome has the kind of the reason too, which a test does not write.
    String outcome = analysis.outcome(0, ladder, witness).replaceAll(", (exclusion|pca-general|pca-specific)$", "");
    String decided = analysis.decidedBy(0, ladder, witness).map(number -> " by rule " + number).orElse("");
    String in = isNominal(service) ? "" : " in " + service.name();
    return "test \"" + title + "\" of " + ladder.owner() + in + " at " + day + " {\n"
        + witness.patient().block("  ") + witness.given(service) + "  expect " + part + outcome + decided + "\n}\n";
  }

  /** A rule set that no service uses lends its name to the days of its tests. */
  private static boolean isNominal(CheckedService service) {
    return service.span().text().startsWith("test");
  }
}
