package uk.rubric.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Practice;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeCounts.RegisterCount;

/**
 * Counts outcomes by practice. The order in which patient records are added, and in which partial counters are merged,
 * never matters (language, meaning 7); reasons partition the population (meaning 6). Where ladders decide each entry of
 * an array, entries are counted instead of patients.
 *
 * <p>Not thread-safe: give each thread its own and merge them.
 */
public final class Counter {
  private final Plan plan;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private String lastPractice = "";
  private Tally lastTally;

  /** An empty counter for the outcomes of {@code plan}. */
  public Counter(Plan plan) {
    this.plan = plan;
  }

  /** By which the counted outcomes were decided. */
  public Plan plan() {
    return plan;
  }

  /** Counts one patient record at its practice. */
  public void add(PatientRecord patient, PatientOutcome outcome) {
    add(patient.practice(), patient.isRegisteredOn(plan.achievementDate()), outcome.branches(), outcome.entries());
  }

  /**
   * Counts one patient record at its practice.
   *
   * @param isRegistered at ACHV_DAT
   * @param branches as {@link PatientOutcome} takes them
   * @param entries likewise
   */
  public void add(String practice, boolean isRegistered, int[] branches, List<EntryOutcome> entries) {
    Tally tally = tallyOf(practice);
    tally.add(isRegistered, branches);
    for (EntryOutcome entry : entries) {
      tally.add(plan.eaches().get(entry.each()), entry);
    }
  }

  // Records of a practice mostly follow one another.
  private Tally tallyOf(String practice) {
    if (lastTally == null || !practice.equals(lastPractice)) {
      lastPractice = practice;
      lastTally = tally(practice);
    }
    return lastTally;
  }

  /** Takes in the days of a record's entries, of a patient who is registered at ACHV_DAT. */
  public void addDays(PatientBatch batch, int record) {
    tallyOf(batch.practice(record)).lastDays().add(batch, record);
  }

  /**
   * Practices whose entries end so long before ACHV_DAT that some must be missing, as of an extract that was made too
   * early or was cut short, each with the last day that has an entry.
   */
  public Map<String, LocalDate> endingEarly() {
    Map<String, LocalDate> ending = new TreeMap<>();
    tallies.forEach((practice, tally) ->
        tally.lastDays().endedOn().ifPresent(day -> ending.put(practice, LocalDate.ofEpochDay(day))));
    return ending;
  }

  /**
   * Adds all that {@code other} counted; it stays as it is.
   *
   * @throws IllegalArgumentException when {@code other} counts for another plan
   */
  public void merge(Counter other) {
    if (other.plan != plan) {
      throw new IllegalArgumentException("counts of two plans do not add up");
    }
    other.tallies.forEach((practice, tally) -> tally(practice).merge(tally));
  }

  private Tally tally(String practice) {
    return tallies.computeIfAbsent(practice, p -> new Tally(plan));
  }

  /**
   * The counts so far, by rising practice code: of every practice that is named here or that has a patient record.
   *
   * @param practices as the extract describes them, each once; a list size stated there is taken before the number of
   *     patients registered at ACHV_DAT
   */
  public List<PracticeCounts> counts(List<Practice> practices) {
    Map<String, Practice> described = new TreeMap<>();
    tallies.keySet().forEach(code -> described.put(code, new Practice(code, Optional.empty(), OptionalLong.empty())));
    practices.forEach(practice -> described.put(practice.code(), practice));
    return described.values().stream().map(this::counts).toList();
  }

  private PracticeCounts counts(Practice practice) {
    List<String> awaits = plan.awaits(practice.code());
    return awaits.isEmpty() ? whole(practice) : listAlone(practice, awaits);
  }

  /** What is counted at a practice that has not chosen a day by which its patients could be decided. */
  private PracticeCounts listAlone(Practice practice, List<String> awaits) {
    Tally tally = tallies.getOrDefault(practice.code(), new Tally(plan));
    return new PracticeCounts(practice.code(), practice.listSize().orElse(tally.registered()),
        practice.listSize().isPresent(), List.of(), List.of(), Map.of(), Map.of(), place(practice), awaits);
  }

  private static Place place(Practice practice) {
    return new Place(practice.pcn(), practice.icb(), practice.weightedList());
  }

  private PracticeCounts whole(Practice practice) {
    Tally tally = tallies.getOrDefault(practice.code(), new Tally(plan));
    List<RegisterCount> registers = new ArrayList<>();
    List<IndicatorCount> indicators = new ArrayList<>();
    for (Output output : plan.outputs()) {
      if (output.register()) {
        registers.add(new RegisterCount(output.id(), population(tally, output)));
      } else {
        indicators.add(indicator(tally, output));
      }
    }
    long listSize = practice.listSize().orElse(tally.registered());
    return new PracticeCounts(practice.code(), listSize, practice.listSize().isPresent(), registers, indicators,
        sizes(tally), classes(tally), place(practice));
  }

  private Map<PopulationId, Long> sizes(Tally tally) {
    return plan.ladders().stream()
        .filter(ladder -> List.of(Kind.REGISTER, Kind.GROUP, Kind.COHORT).contains(ladder.kind()))
        .collect(Collectors.toMap(ladder -> new PopulationId(ladder.ruleset(), ladder.owner()), tally::selected));
  }

  private Map<ClassLabel, Long> classes(Tally tally) {
    Map<ClassLabel, Long> classes = new HashMap<>();
    plan.ladders().stream().filter(ladder -> ladder.kind() == Kind.CLASSIFICATION).forEach(ladder ->
        tally.given(ladder).forEach((label, count) ->
            classes.put(new ClassLabel(new PopulationId(ladder.ruleset(), ladder.owner()), label), count)));
    return classes;
  }

  private long population(Tally tally, Output output) {
    if (!output.register() && output.each().isPresent()) {
      return tally.entries(output.each().getAsInt());
    }
    return output.population().isPresent() ? tally.selected(ladder(output.population())) : tally.records();
  }

  private IndicatorCount indicator(Tally tally, Output output) {
    long population = population(tally, output);
    return new IndicatorCount(
        output.id(),
        population,
        output.isRegisterOnly() ? Optional.empty() : Optional.of(fraction(tally, output, population)));
  }

  private Fraction fraction(Tally tally, Output output, long population) {
    PlannedLadder ladder = ladder(output.denominator());
    long denominator = tally.selected(ladder);
    List<Rejected> rejected = tally.rejected(ladder);
    // INVARIANT: an evaluator decides the denominator for all of the population and for nobody else.
    if (denominator + rejected.stream().mapToLong(Rejected::count).sum() != population) {
      throw new IllegalStateException("the denominator of " + output.id() + " does not decide its whole population");
    }
    return new Fraction(denominator, tally.selected(ladder(output.numerator())), rejected);
  }

  private PlannedLadder ladder(OptionalInt index) {
    return plan.ladders().get(index.orElseThrow());
  }
}
