package uk.rubric.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.syntax.RulesetNode.ReasonKind;

/** How many were left out of a denominator, as figures read it and as tests give it. */
public final class RejectedCounts {
  /** No rule has it: what a test gives was decided by none. */
  private static final int NO_RULE = 0;

  private RejectedCounts() {}

  /** What the figures of a service read of them, each as {@code pcas of DEP004}. */
  public static Set<String> readBy(CheckedService service) {
    return Stream.concat(
            service.measures().stream().map(measure -> FormulaParts.of(measure.formula())),
            service.pays().stream().map(FormulaParts::of))
        .flatMap(parts -> parts.formulas().stream())
        .flatMap(part -> part instanceof Formula.CountOf count ? name(count).stream() : Stream.empty())
        .collect(Collectors.toSet());
  }

  private static Optional<String> name(Formula.CountOf count) {
    return switch (count.counted()) {
      case PCAS -> Optional.of(pcas(count.indicator()));
      case EXCLUSIONS -> Optional.of(exclusions(count.indicator()));
      case NUMERATOR, DENOMINATOR -> Optional.empty();
    };
  }

  static String pcas(String indicator) {
    return "pcas of " + indicator;
  }

  static String exclusions(String indicator) {
    return "exclusions of " + indicator;
  }

  /** Those that were rejected, with what is given by name in place of all of its kind. */
  static List<Rejected> with(Map<String, Long> given, String indicator, Fraction fraction) {
    List<Rejected> all = new ArrayList<>(fraction.rejected());
    replace(all, Optional.ofNullable(given.get(pcas(indicator))), false);
    replace(all, Optional.ofNullable(given.get(exclusions(indicator))), true);
    return all;
  }

  private static void replace(List<Rejected> all, Optional<Long> given, boolean exclusion) {
    given.ifPresent(count -> {
      all.removeIf(one -> (one.reason().kind() == ReasonKind.EXCLUSION) == exclusion);
      ReasonKind kind = exclusion ? ReasonKind.EXCLUSION : ReasonKind.PCA_GENERAL;
      all.add(new Rejected(NO_RULE, new Reason("given", kind, "given by the test"), count));
    });
  }
}
