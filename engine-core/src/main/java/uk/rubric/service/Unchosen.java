package uk.rubric.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.Stretch;
import uk.rubric.count.Counter;
import uk.rubric.patient.Practice;
import uk.rubric.plan.ChosenDays.Standing;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.SetAside;
import uk.rubric.run.RunDiagnostic;

/**
 * Practices that have not chosen a day by which their patients are decided, or one that does not fit: in that part of
 * the period nothing is counted for them, unless a day is assumed.
 *
 * @param evidence what they choose the day by
 * @param practices by rising code
 */
public record Unchosen(String evidence, Stretch part, Standing standing, List<String> practices) {
  public Unchosen {
    practices = List.copyOf(practices);
  }

  /**
   * All of a run.
   *
   * @param parts what was counted at the end of each month or quarter
   * @param practices as the extract lists them
   */
  public static List<Unchosen> of(Counter whole, Collection<Counter> parts, List<Practice> practices) {
    if (whole.plan().chosenDays().isEmpty()) {
      return List.of();
    }
    List<String> codes = whole.counts(practices).stream().map(PracticeCounts::practice).toList();
    return merged(Stream.concat(parts.stream(), Stream.of(whole))
        .flatMap(counter -> of(counter.plan(), codes).stream())
        .toList());
  }

  /** By time; a part that was counted on two days stands once. */
  private static List<Unchosen> merged(List<Unchosen> all) {
    Map<Unchosen, TreeSet<String>> practices = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparing((Unchosen u) -> u.part().start()).thenComparing(Unchosen::evidence)
            .thenComparing(Unchosen::standing))
        .forEach(u -> practices.computeIfAbsent(u.of(List.of()), none -> new TreeSet<>()).addAll(u.practices()));
    return practices.entrySet().stream().map(e -> e.getKey().of(List.copyOf(e.getValue()))).toList();
  }

  private Unchosen of(List<String> others) {
    return new Unchosen(evidence, part, standing, others);
  }

  /** Those of one plan. */
  public static List<Unchosen> of(Plan plan, List<String> practices) {
    List<Unchosen> unchosen = new ArrayList<>();
    for (Day day : plan.chosenDays()) {
      Stretch part = day.around(plan.period(), plan.achievementDate());
      for (Standing standing : List.of(Standing.ASSUMED, Standing.UNKNOWN, Standing.OUTSIDE)) {
        List<String> standingSo = practices.stream().filter(p -> plan.standing(day, p) == standing).toList();
        if (!standingSo.isEmpty()) {
          unchosen.add(new Unchosen(day.chosen().orElseThrow().evidence(), part, standing, standingSo));
        }
      }
    }
    return unchosen;
  }

  /** What was set aside, with these among the warnings, counted. */
  public static SetAside warned(SetAside setAside, List<Unchosen> unchosen) {
    List<SetAside.Reason> warnings = new ArrayList<>(setAside.warnings());
    for (RunDiagnostic what : List.of(
        RunDiagnostic.DAY_ASSUMED, RunDiagnostic.DAY_NOT_CHOSEN, RunDiagnostic.DAY_OUTSIDE)) {
      long times = unchosen.stream().filter(u -> u.what() == what).mapToLong(u -> u.practices().size()).sum();
      if (times > 0) {
        warnings.add(new SetAside.Reason(what.id(), "evidence.csv", times));
      }
    }
    warnings.sort(Comparator.comparing(SetAside.Reason::file).thenComparing(SetAside.Reason::code));
    return new SetAside(setAside.records(), setAside.reasons(), warnings);
  }

  /** What it is called among the warnings. */
  public RunDiagnostic what() {
    return switch (standing) {
      case OUTSIDE -> RunDiagnostic.DAY_OUTSIDE;
      case ASSUMED -> RunDiagnostic.DAY_ASSUMED;
      case CHOSEN, UNKNOWN -> RunDiagnostic.DAY_NOT_CHOSEN;
    };
  }
}
