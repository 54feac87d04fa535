package uk.rubric.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.rubric.plan.MeasurableFrom;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts.Fraction;

/** Which indicators cannot be achieved yet by anybody: nought of them says nothing. */
record Measurable(Map<String, LocalDate> from) {
  Measurable {
    from = Map.copyOf(from);
  }

  static Measurable of(Plan plan) {
    Map<String, LocalDate> from = new HashMap<>();
    for (Output output : plan.outputs()) {
      MeasurableFrom.of(plan, output).ifPresent(day -> from.putIfAbsent(output.id(), day));
    }
    return new Measurable(from);
  }

  /** The first achievement date on which somebody can have achieved, where that is still to come. */
  Optional<LocalDate> from(String indicator) {
    return Optional.ofNullable(from.get(indicator));
  }

  /** The share of achievers; nothing for an empty denominator, or while nobody can have achieved. */
  Optional<String> achievement(String indicator, Fraction fraction) {
    return from(indicator).isPresent() ? Optional.empty() : Display.achievement(fraction);
  }
}
