package uk.rubric.plan;

import java.util.OptionalInt;

/**
 * A register or indicator of the report.
 *
 * @param population for a register its own ladder, for an indicator that of its population; empty for everyone
 * @param each the unit that is counted instead of patients, from {@link Plan#eaches()}
 * @param denominator with {@code numerator} for an indicator that has ladders
 */
public record Output(
    String id,
    String title,
    boolean register,
    OptionalInt population,
    OptionalInt each,
    OptionalInt denominator,
    OptionalInt numerator) {
  /** Whether this is an indicator that is earned by keeping a register. */
  public boolean isRegisterOnly() {
    return !register && denominator.isEmpty();
  }
}
