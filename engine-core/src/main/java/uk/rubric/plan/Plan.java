package uk.rubric.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.Note;
import uk.rubric.check.Stretch;
import uk.rubric.terminology.CodeCluster;

/**
 * One service on one date, ready to be evaluated. Immutable and thread-safe.
 *
 * @param achievementDate ACHV_DAT: nothing clinical that is dated later is seen
 * @param periodEnd PPED: where parameters are looked up
 * @param days the dates that rules name and that are the same for all practices, among them PPED and ACHV_DAT
 * @param clusters the code clusters that the rules use, none of them empty
 * @param fields in an order in which each needs only fields before it; a field's index is its slot
 * @param slots the slot of each field
 * @param patientFields how many of the fields are drawn once for a patient; the others once for each entry of a unit
 * @param ladders each after those it needs
 * @param eaches the units of ladders that do not decide patients
 * @param outputs registers and indicators, in the order of the report
 * @param notes what is assumed, a placeholder, reconstructed or unverified in all that is used
 * @param chosen what practices chose, for the dates that are another for each of them
 */
public record Plan(
    CheckedService service,
    Mode mode,
    LocalDate achievementDate,
    LocalDate periodEnd,
    Map<String, LocalDate> days,
    Map<ClusterId, CodeCluster> clusters,
    List<CheckedField> fields,
    Map<FieldId, Integer> slots,
    int patientFields,
    List<PlannedLadder> ladders,
    List<PlannedEach> eaches,
    List<Output> outputs,
    List<Note> notes,
    ChosenDays chosen) {
  public Plan {
    days = Map.copyOf(days);
    clusters = Map.copyOf(clusters);
    fields = List.copyOf(fields);
    slots = Map.copyOf(slots);
    ladders = List.copyOf(ladders);
    eaches = List.copyOf(eaches);
    outputs = List.copyOf(outputs);
    notes = List.copyOf(notes);
  }

  /** The same plan with other codes for its code clusters: those of made-up patients. */
  public Plan withClusters(Map<ClusterId, CodeCluster> other) {
    return new Plan(service, mode, achievementDate, periodEnd, days, other, fields, slots, patientFields, ladders,
        eaches,
        outputs, notes, chosen);
  }

  /** The same plan with what practices chose. */
  public Plan choosing(ChosenDays other) {
    return new Plan(service, mode, achievementDate, periodEnd, days, clusters, fields, slots, patientFields, ladders,
        eaches, outputs, notes, other);
  }

  /** The slot of a field of this plan. */
  public int slot(FieldId id) {
    return slots.get(id);
  }

  /** The field of that identity. */
  public CheckedField field(FieldId id) {
    return fields.get(slot(id));
  }

  /** Whether a field is drawn once for a patient, and not once for each entry of a unit. */
  public boolean isOfPatient(FieldId id) {
    return slot(id) < patientFields;
  }

  /** The date of that name, which the checker has seen to be given, and that is the same for all practices. */
  public LocalDate day(String name) {
    return days.get(name);
  }

  /** The date of that name for the patients of a practice; empty when the practice has to choose it, and has not. */
  public Optional<LocalDate> day(String name, String practice) {
    return Optional.ofNullable(days.get(name)).or(() -> chosenDays().stream()
        .filter(day -> day.name().equals(name))
        .findFirst()
        .flatMap(day -> chosen.find(day, practice, period(), achievementDate)));
  }

  /** The dates that each practice chooses. */
  public List<Day> chosenDays() {
    return service.days().stream().filter(day -> day.chosen().isPresent()).toList();
  }

  /** How a practice stands to one of {@link #chosenDays()}. */
  public ChosenDays.Standing standing(Day day, String practice) {
    return chosen.standing(day, practice, period(), achievementDate);
  }

  /** The evidence of days that a practice has not chosen; when there is any, its patients cannot be decided. */
  public List<String> awaits(String practice) {
    return chosenDays().stream()
        .filter(day -> !standing(day, practice).isKnown())
        .map(day -> day.chosen().orElseThrow().evidence())
        .distinct()
        .toList();
  }

  /** The period of the run: the service's own, or the twelve months of a rolling one. */
  public Stretch period() {
    LocalDate start = mode == Mode.ROLLING ? periodEnd.minusMonths(12).plusDays(1) : service.periodStart();
    return new Stretch(start, periodEnd);
  }

  /**
   * The same on another achievement date, as for the end of a quarter: PPED stays.
   *
   * @param day not before the period starts
   */
  public Plan at(LocalDate day) {
    Map<String, LocalDate> moved = new HashMap<>(days);
    service.days().stream().filter(Day::moves).forEach(
        each -> moved.put(each.name(), each.in(period(), day).orElseThrow()));
    return new Plan(service, mode, day, periodEnd, moved, clusters, fields, slots, patientFields, ladders, eaches,
        outputs,
        notes, chosen);
  }

  /**
   * The same for the twelve months that end on a day: this is PPED and ACHV_DAT. To decide patients by; a parameter may
   * have no value there.
   */
  public Plan rolling(LocalDate day) {
    return moved(Mode.ROLLING, day.minusMonths(12).plusDays(1), day, day);
  }

  /**
   * The same for the twelve months before the period, decided on their last day, which is PPED and ACHV_DAT; fixed days
   * lie a year earlier too, and dates that are written in rules stay. To decide patients by; a parameter may have no
   * value there.
   */
  public Plan yearBefore() {
    Stretch before = new Stretch(period().start().minusYears(1), periodEnd.plusDays(1).minusYears(1).minusDays(1));
    Map<String, LocalDate> moved = new HashMap<>(days);
    service.days().forEach(day -> day.fixed().map(fixed -> fixed.minusYears(1)).or(() -> day.in(before, before.end()))
        .ifPresent(date -> moved.put(day.name(), date)));
    return new Plan(service, Mode.ROLLING, before.end(), before.end(), moved, clusters, fields, slots, patientFields,
        ladders, eaches, outputs, notes, chosen);
  }

  private Plan moved(Mode otherMode, LocalDate start, LocalDate end, LocalDate achieved) {
    Map<String, LocalDate> moved = new HashMap<>(days);
    for (Day day : service.days()) {
      switch (day.kind()) {
        case START_OF_PERIOD -> moved.put(day.name(), start);
        case END_OF_PERIOD -> moved.put(day.name(), end);
        case RUN_DATE -> moved.put(day.name(), achieved);
        case FIXED, CHOSEN -> { }
      }
    }
    return new Plan(service, otherMode, achieved, end, moved, clusters, fields, slots, patientFields, ladders, eaches,
        outputs, notes, chosen);
  }

  /**
   * What decides one indicator, and nothing else, so that it is decided faster: its ladders, those they need, and the
   * fields that they read. Decides as this plan does.
   *
   * @param indicator one of {@link #outputs()} that decides patients
   */
  public Plan only(Output indicator) {
    return OneIndicator.of(this, indicator);
  }

  /** The ladder of a register, group, cohort or classification of this plan. */
  public PlannedLadder ladder(PopulationId id) {
    return ladders.stream()
        .filter(ladder -> ladder.kind() != PlannedLadder.Kind.DENOMINATOR
            && ladder.kind() != PlannedLadder.Kind.NUMERATOR)
        .filter(ladder -> ladder.ruleset().equals(id.ruleset()) && ladder.owner().equals(id.name()))
        .findFirst()
        .orElseThrow();
  }
}
