package uk.rubric.result;

import java.util.List;
import java.util.Optional;
import uk.rubric.plan.Plan;

/**
 * The answer of one run: what is printed as table, JSON or CSV. Immutable.
 *
 * @param engine name of the evaluator
 * @param practices by rising practice code
 * @param groups PCNs and ICBs of the practices, by level and code; none where the extract names none, or nothing is
 *     paid
 * @param forecast of the end of the period, when it was asked; nothing of it is in any income
 * @param bands what the income comes to when a figure of the source moves, when it was asked
 */
public record ServiceResult(
    Plan plan,
    String engine,
    List<PracticeResult> practices,
    List<GroupIncome> groups,
    SetAside setAside,
    Manifest manifest,
    Optional<Forecast> forecast,
    List<Band> bands) {
  public ServiceResult {
    bands = List.copyOf(bands);
    practices = List.copyOf(practices);
    groups = List.copyOf(groups);
  }

  /** A result without a forecast. */
  public ServiceResult(
      Plan plan, String engine, List<PracticeResult> practices, List<GroupIncome> groups, SetAside setAside,
      Manifest manifest) {
    this(plan, engine, practices, groups, setAside, manifest, Optional.empty(), List.of());
  }

  /** The same with bands. */
  public ServiceResult with(List<Band> others) {
    return new ServiceResult(plan, engine, practices, groups, setAside, manifest, forecast, others);
  }

  /** The same with a forecast beside it, and what is odd with that among the warnings. */
  public ServiceResult with(Forecast other, SetAside all) {
    return new ServiceResult(plan, engine, practices, groups, all, manifest, Optional.of(other), bands);
  }

  /** A result of practices alone. */
  public ServiceResult(
      Plan plan, String engine, List<PracticeResult> practices, SetAside setAside, Manifest manifest) {
    this(plan, engine, practices, List.of(), setAside, manifest);
  }

  /**
   * One practice.
   *
   * @param name as the extract states it, for people
   * @param income empty for a service without payments
   */
  public record PracticeResult(PracticeCounts counts, Optional<String> name, Optional<PracticeIncome> income) {}
}
