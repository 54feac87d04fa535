package uk.rubric.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.Stretch;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.terminology.CodeClusters;

/** Checked rules, one service and one date to a {@link Plan}. */
public final class Planner {
  private final CheckedService service;
  private final LocalDate achievementDate;
  private final LocalDate start;
  private final LocalDate end;
  private final List<Diagnostic> problems = new ArrayList<>();

  private Planner(CheckedService service, LocalDate achievementDate, Mode mode) {
    this.service = service;
    this.achievementDate = achievementDate;
    boolean rolling = mode == Mode.ROLLING;
    start = rolling ? achievementDate.minusMonths(12).plusDays(1) : service.periodStart();
    end = rolling ? achievementDate : service.periodEnd();
  }

  /**
   * The plan of one service on one date.
   *
   * @param service one of {@code rules}
   * @param achievementDate ACHV_DAT; not before the period starts, and it may lie after its end
   * @param clusters asked for the published code clusters that a field of the rules reads, and for no other
   * @throws CouldNotRun with every problem at once: code clusters that are missing, empty, unreadable or of a known
   *     other version than the rules pin; parameters without a value at PPED; an achievement date before the period
   */
  public static Plan plan(
      CheckedRules rules, CheckedService service, LocalDate achievementDate, Mode mode, CodeClusters clusters) {
    return new Planner(service, achievementDate, mode).plan(rules, mode, clusters);
  }

  private Plan plan(CheckedRules rules, Mode mode, CodeClusters clusters) {
    List<CheckedRuleset> reported = service.uses().stream().map(id -> rules.ruleset(id).orElseThrow()).toList();
    List<CheckedRuleset> used = rules.used(service);
    LadderOrder ladders = new LadderOrder(used, reported);
    List<CheckedField> ofPatients = FieldOrder.of(used);
    List<CheckedField> fields = new ArrayList<>(ofPatients);
    ladders.eaches().forEach(each -> fields.addAll(each.fields()));
    ClusterLookup lookup = new ClusterLookup(used, clusters, ClusterReads.of(fields).keySet());
    refuseEarlyDate();
    service.parameters().forEach(this::refuseWithoutValue);
    problems.addAll(lookup.problems());
    if (!problems.isEmpty()) {
      throw new CouldNotRun(problems);
    }
    return new Plan(service, mode, achievementDate, end, days(), lookup.found(), fields, slots(fields),
        ofPatients.size(), ladders.ladders(), ladders.eaches(), ladders.outputs(), PlanNotes.of(used, service),
        ChosenDays.NONE);
  }

  private void refuseEarlyDate() {
    if (achievementDate.isBefore(start)) {
      String message = "the achievement date `" + achievementDate + "` lies before service `" + service.name()
          + "` starts on `" + start + "`";
      problems.add(
          Diagnostic.at(new Place.OnCommand(), RunDiagnostic.TOO_EARLY, message)
              .withHelp("choose a day from `" + start + "` on"));
    }
  }

  private void refuseWithoutValue(Parameter parameter) {
    if (parameter.on(end).isEmpty()) {
      String message = "parameter `" + parameter.name() + "` has no value on PPED, `" + end + "`";
      problems.add(
          Diagnostic.at(parameter.span(), RunDiagnostic.NO_PARAMETER_VALUE, message)
              .withHelp("its values are in force " + validity(parameter)));
    }
  }

  private static String validity(Parameter parameter) {
    return String.join(", ", parameter.values().stream().map(Planner::validity).toList());
  }

  private static String validity(ParameterValue value) {
    return value.start().map(s -> "from `" + s + "`").orElse("")
        + value.end().map(e -> (value.start().isPresent() ? " to `" : "to `") + e + "`").orElse("");
  }

  private Map<String, LocalDate> days() {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    Stretch period = new Stretch(start, end);
    service.days().forEach(
        day -> day.in(period, achievementDate).ifPresent(date -> days.put(day.name(), date)));
    return days;
  }

  private static Map<FieldId, Integer> slots(List<CheckedField> fields) {
    Map<FieldId, Integer> slots = new HashMap<>();
    fields.forEach(field -> slots.put(field.id(), slots.size()));
    return slots;
  }
}
