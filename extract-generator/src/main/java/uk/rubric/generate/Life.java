package uk.rubric.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One patient while stories are told: who they are, where they are registered, what is recorded. Nothing is recorded
 * before birth, after death or after the horizon. Not thread-safe; one for each patient.
 */
final class Life {
  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::date)
          .thenComparing(Entry::code)
          .thenComparing(Entry::value)
          .thenComparing(Entry::unit);

  private final String patientId;
  private final LocalDate born;
  private final boolean female;
  private final Vocabulary vocabulary;
  private final ServiceYear year;
  private final Chance chance;
  private final NavigableSet<Entry> entries = new TreeSet<>(ORDER);
  private final Map<String, LocalDate> first = new TreeMap<>();
  private final List<Stay> stays = new ArrayList<>();
  private Optional<LocalDate> died = Optional.empty();

  Life(String patientId, LocalDate born, boolean female, Vocabulary vocabulary, ServiceYear year, Chance chance) {
    this.patientId = patientId;
    this.born = born;
    this.female = female;
    this.vocabulary = vocabulary;
    this.year = year;
    this.chance = chance;
  }

  /** A coded entry as it is written: texts are empty where there is nothing. */
  record Entry(LocalDate date, long code, String value, String unit) {}

  /** A registration at a practice. */
  record Stay(String practice, LocalDate start, Optional<LocalDate> end, String type) {
    static final String GMS = "GMS";

    boolean isGms() {
      return type.equals(GMS);
    }
  }

  String patientId() {
    return patientId;
  }

  LocalDate born() {
    return born;
  }

  boolean female() {
    return female;
  }

  Optional<LocalDate> died() {
    return died;
  }

  ServiceYear year() {
    return year;
  }

  Chance chance() {
    return chance;
  }

  /** Completed years on the last day of the year. */
  int age() {
    return ageOn(year.last());
  }

  int ageOn(LocalDate day) {
    return Period.between(born, day).getYears();
  }

  /** The last day on which something can be recorded. */
  LocalDate end() {
    return died.filter(day -> day.isBefore(year.horizon())).orElse(year.horizon());
  }

  NavigableSet<Entry> entries() {
    return entries;
  }

  List<Stay> stays() {
    return stays;
  }

  /** When a cluster was first recorded. */
  Optional<LocalDate> first(String cluster) {
    return Optional.ofNullable(first.get(cluster));
  }

  boolean has(String cluster) {
    return first.containsKey(cluster);
  }

  /** When diabetes of any type was first recorded. */
  Optional<LocalDate> diabetes() {
    return Stream.of("DM_COD", "DMTYPE2_COD").flatMap(c -> first(c).stream()).min(LocalDate::compareTo);
  }

  boolean hasVascularDisease() {
    return Stream.of("CHD_COD", "STRK_COD", "HSTRK_COD", "TIA_COD", "PAD_COD").anyMatch(this::has);
  }

  /** Ends the life: nothing is recorded later. To be told before any care is. */
  void dies(LocalDate day) {
    died = Optional.of(day);
  }

  void registers(String practice, LocalDate start, Optional<LocalDate> end, String type) {
    stays.add(new Stay(practice, start, end, type));
  }

  void record(String cluster, LocalDate day) {
    record(cluster, day, "", "");
  }

  void record(String cluster, LocalDate day, BigDecimal value, String unit) {
    record(cluster, day, value.toPlainString(), unit);
  }

  private void record(String cluster, LocalDate day, String value, String unit) {
    if (add(new Entry(day, vocabulary.one(cluster, chance), value, unit))) {
      first.merge(cluster, day, (a, b) -> a.isBefore(b) ? a : b);
    }
  }

  /** Records care that no rule asks about. */
  void recordUnrelated(int item, LocalDate day, String value, String unit) {
    add(new Entry(day, Vocabulary.unrelated(item), value, unit));
  }

  private boolean add(Entry entry) {
    boolean lived = !entry.date().isBefore(born) && !entry.date().isAfter(end());
    return lived && entries.add(entry);
  }
}
