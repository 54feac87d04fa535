package uk.rubric.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import uk.rubric.impact.Pairing.Pair;
import uk.rubric.patient.PatientBatch;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.service.ScenarioRun.Observer;

/**
 * Counts how patients stand under the old rules, which are the first scenario, and under the new ones, the second. Sums
 * alone, so that the order of records never matters. Not thread-safe: each thread has its own.
 */
public final class Transitions implements Observer<Transitions> {
  private final List<Link> links = new ArrayList<>();
  private final CodeTouches codes;
  private final Predicate<String> isDecided;
  private final boolean keepsMovers;
  private final List<Mover> movers = new ArrayList<>();
  private final Map<String, long[]> recordsByPractice = new TreeMap<>();

  /** One old thing against its new one, with how often each pair of keys occurred. */
  private record Link(Item old, Item fresh, Map<Keys, Tally> counts) {}

  /** Where somebody stands on both sides. */
  private record Keys(long old, long fresh) {}

  /** What a pair of keys says, worked out once, and how often it occurred. */
  private static final class Tally {
    private final Standing old;
    private final Standing fresh;
    private final boolean moved;
    private long count;

    Tally(Link link, Keys keys) {
      old = link.old.standing(keys.old);
      fresh = link.fresh.standing(keys.fresh);
      moved = !old.word().equals(fresh.word());
    }
  }

  /**
   * Somebody who stands elsewhere under the new rules. Names a patient.
   *
   * @param entry the day of the entry, where entries are decided
   */
  public record Mover(
      String practice, String patientId, String oldId, String freshId, Optional<LocalDate> entry, Standing old,
      Standing fresh) {}

  /** How many were decided so. */
  record Count(Standing old, Standing fresh, long count) {}

  /**
   * @param codes looks for the codes that only one side has in its clusters
   * @param isDecided whether the patients of a practice can be decided by both; others are not looked at
   * @param keepsMovers whether those who move are kept by name
   */
  public Transitions(
      Pairing pairing, CodeTouches codes, Predicate<String> isDecided, boolean keepsMovers) {
    this.isDecided = isDecided;
    this.codes = codes;
    this.keepsMovers = keepsMovers;
    for (Pair pair : pairing.pairs()) {
      pair.fresh().ifPresent(fresh -> pair.old().stream()
          .filter(old -> old.isOfEntries() == fresh.isOfEntries())
          .forEach(old -> links.add(new Link(old, fresh, new HashMap<>()))));
    }
  }

  @Override
  public void decided(PatientBatch batch, int record, List<PatientOutcome> outcomes) {
    if (!isDecided.test(batch.practice(record))) {
      return;
    }
    PatientOutcome old = outcomes.get(0);
    PatientOutcome fresh = outcomes.get(1);
    int[] before = old.branches();
    int[] after = fresh.branches();
    boolean moved = false;
    for (Link link : links) {
      if (link.old.isOfEntries()) {
        moved |= entries(batch, record, link, old, fresh);
      } else {
        Keys keys = new Keys(link.old.key(before), link.fresh.key(after));
        moved |= count(batch, record, link, keys, Optional.empty());
      }
    }
    long[] records = recordsByPractice.computeIfAbsent(batch.practice(record), code -> new long[2]);
    records[0]++;
    records[1] += moved ? 1 : 0;
    codes.look(batch, record, moved);
  }

  /** Whether it is another standing. */
  private boolean count(PatientBatch batch, int record, Link link, Keys keys, Optional<LocalDate> entry) {
    Tally tally = link.counts.computeIfAbsent(keys, k -> new Tally(link, k));
    tally.count++;
    if (tally.moved && keepsMovers) {
      movers.add(new Mover(batch.practice(record), batch.patientId(batch.person(record)), link.old.id(),
          link.fresh.id(), entry, tally.old, tally.fresh));
    }
    return tally.moved;
  }

  /**
   * Entries of one day are alike but for how they stand: they are paired in that order, and what is over has no other.
   */
  private boolean entries(PatientBatch batch, int record, Link link, PatientOutcome old, PatientOutcome fresh) {
    Map<LocalDate, List<Long>> before = byDay(link.old, old);
    Map<LocalDate, List<Long>> after = byDay(link.fresh, fresh);
    TreeSet<LocalDate> days = new TreeSet<>(before.keySet());
    days.addAll(after.keySet());
    boolean moved = false;
    for (LocalDate day : days) {
      List<Long> ones = before.getOrDefault(day, List.of());
      List<Long> others = after.getOrDefault(day, List.of());
      for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
        Keys keys = new Keys(
            i < ones.size() ? ones.get(i) : missing(link.old, old),
            i < others.size() ? others.get(i) : missing(link.fresh, fresh));
        moved |= count(batch, record, link, keys, Optional.of(day));
      }
    }
    return moved;
  }

  private static long missing(Item item, PatientOutcome outcome) {
    int[] branches = outcome.branches();
    return item.asksEntries(branches) ? Item.NO_ENTRY : item.populationKey(branches);
  }

  private static Map<LocalDate, List<Long>> byDay(Item item, PatientOutcome outcome) {
    Map<LocalDate, List<Long>> days = new HashMap<>();
    for (EntryOutcome entry : outcome.entries()) {
      if (entry.each() == item.each()) {
        days.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(item.key(entry));
      }
    }
    days.values().forEach(keys -> keys.sort((a, b) -> item.standing(a).compareTo(item.standing(b))));
    return days;
  }

  @Override
  public void merge(Transitions other) {
    for (int i = 0; i < links.size(); i++) {
      Link ours = links.get(i);
      other.links.get(i).counts.forEach(
          (keys, tally) -> ours.counts.computeIfAbsent(keys, k -> new Tally(ours, k)).count += tally.count);
    }
    other.recordsByPractice.forEach((practice, records) -> {
      long[] ours = recordsByPractice.computeIfAbsent(practice, code -> new long[2]);
      ours[0] += records[0];
      ours[1] += records[1];
    });
    movers.addAll(other.movers);
    codes.merge(other.codes);
  }

  /** How those who were decided by both stand, each pair of rules once; in no order. */
  List<Count> counts(Item old, Item fresh) {
    return links.stream()
        .filter(link -> link.old == old && link.fresh == fresh)
        .flatMap(link -> link.counts.values().stream().map(tally -> new Count(tally.old, tally.fresh, tally.count)))
        .toList();
  }

  /** How many patient records were decided. */
  long records(String practice) {
    return recordsByPractice.getOrDefault(practice, new long[2])[0];
  }

  /** Those who stand elsewhere for at least one thing that both services have. */
  long moved(String practice) {
    return recordsByPractice.getOrDefault(practice, new long[2])[1];
  }

  CodeTouches codes() {
    return codes;
  }

  /** Everyone who moved, by practice, patient, name and entry; none unless they are kept. */
  public List<Mover> movers() {
    return movers.stream().sorted(MoverOrder.BY_NAME).toList();
  }
}
