package uk.rubric.benchmark.compare;

import java.util.List;

/**
 * A ratio that was aimed at.
 *
 * @param reached not a number when it was not measured
 * @param aim the most that it should be, or the least when {@code isLeast}
 */
record Goal(String what, double reached, double aim, boolean isLeast) {
  static Goal atMost(String what, double reached, double aim) {
    return new Goal(what, reached, aim, false);
  }

  static Goal atLeast(String what, double reached, double aim) {
    return new Goal(what, reached, aim, true);
  }

  private boolean isMet() {
    return isLeast ? reached >= aim : reached <= aim;
  }

  private String verdict() {
    if (Double.isNaN(reached)) {
      return "not measured";
    }
    double factor = isLeast ? aim / reached : reached / aim;
    return isMet() ? "met" : "missed by " + Page.figure(100 * (factor - 1)) + " %";
  }

  static void table(Page page, List<Goal> goals) {
    page.heading("goal", "aim", "reached", "");
    goals.forEach(goal -> page.row(
        goal.what, (goal.isLeast ? "≥ " : "≤ ") + Page.figure(goal.aim) + " ×", Page.figure(goal.reached) + " ×",
        goal.verdict()));
    page.line("");
  }
}
