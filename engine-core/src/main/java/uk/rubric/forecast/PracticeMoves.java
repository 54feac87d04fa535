package uk.rubric.forecast;

import java.time.LocalDate;
import java.util.List;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.result.Forecast.History;

/** What became of the patients of one practice, and how many entries tell of it. Sums alone. Not thread-safe. */
final class PracticeMoves {
  /** A year with fewer entries than this part of what this one has is too thin to learn from. */
  private static final int FAR_TOO_THIN = 10;

  /** And with fewer than this part the figures mislead. */
  private static final int THIN = 2;

  /** Where this year has fewer entries nothing is concluded from their number. */
  private static final int FEW = 20;

  private final Days days;
  private final List<Moves> moves;
  private long patients;
  private long patientsNow;
  private long before;
  private long then;
  private long after;
  private long now;

  PracticeMoves(List<Question> questions, Days days) {
    this.days = days;
    moves = questions.stream().map(Moves::new).toList();
  }

  /** In the order of the questions. */
  List<Moves> moves() {
    return moves;
  }

  /**
   * Takes in one record.
   *
   * @param now the states that it is in this year, when nothing more is recorded
   * @param from those that it was in a year earlier, when nothing more had been recorded
   * @param to those that it came to by the end of that year
   */
  void add(PatientRecord record, int[] now, int[] from, int[] to) {
    boolean isThen = isKnown(record, days.asAtThen());
    boolean isNow = isKnown(record, days.asAt());
    for (int i = 0; i < moves.size(); i++) {
      Moves each = moves.get(i);
      if (isNow) {
        each.addNow(now[i]);
      }
      if (isThen) {
        each.addThen(from[i], to[i]);
      } else if (isKnown(record, days.endThen())) {
        each.addNew(to[i]);
      }
    }
    patients += isThen ? 1 : 0;
    patientsNow += isNow ? 1 : 0;
    record.events().forEach(this::add);
  }

  private static boolean isKnown(PatientRecord record, LocalDate day) {
    return record.registrations().stream().anyMatch(registration -> !registration.start().isAfter(day));
  }

  private void add(Event event) {
    before += event.date().isBefore(days.startThen()) ? 1 : 0;
    then += isWithin(event, days.startThen(), days.asAtThen()) ? 1 : 0;
    after += isWithin(event, days.asAtThen().plusDays(1), days.endThen()) ? 1 : 0;
    now += isWithin(event, days.start(), days.asAt()) ? 1 : 0;
  }

  private static boolean isWithin(Event event, LocalDate first, LocalDate last) {
    return !event.date().isBefore(first) && !event.date().isAfter(last);
  }

  void merge(PracticeMoves other) {
    for (int i = 0; i < moves.size(); i++) {
      moves.get(i).merge(other.moves.get(i));
    }
    patients += other.patients;
    patientsNow += other.patientsNow;
    before += other.before;
    then += other.then;
    after += other.after;
    now += other.now;
  }

  History history() {
    return new History(patients, patientsNow, before, then, after, now, isBelow(THIN));
  }

  /** Whether nothing of the year before was there when it began. */
  boolean isTooShort() {
    return before == 0;
  }

  boolean isTooThin() {
    return isBelow(FAR_TOO_THIN);
  }

  /** Whether either stretch of the year before has fewer entries than that part of what this year lets expect. */
  private boolean isBelow(int part) {
    long daysThen = days.asAtThen().toEpochDay() - days.startThen().toEpochDay() + 1;
    long daysAfter = days.endThen().toEpochDay() - days.asAtThen().toEpochDay();
    return isBelow(part, then, now, 1) || isBelow(part, after * daysThen, Math.max(then, now) * daysAfter, daysThen);
  }

  private static boolean isBelow(int part, long entries, long expected, long unit) {
    return expected >= FEW * unit && part * entries < expected;
  }
}
