package uk.rubric.count;

import java.util.Optional;
import uk.rubric.patient.PatientBatch;

/**
 * The last days of one practice's entries, so that an extract which stops before ACHV_DAT is noticed: an entry of the
 * last day counts, and one that is missing may be somebody's achievement.
 *
 * <p>How many entries were to be expected on the days that are missing is told from the same weekdays of the four weeks
 * before: a practice that is closed at weekends lacks nothing on a Sunday. Where a practice has few entries anyway,
 * nothing is concluded. Not thread-safe.
 */
final class LastDays {
  /** How far back entries are looked at. */
  private static final int WINDOW = 400;

  private static final int WEEK = 7;
  private static final int WEEKS = 4;

  /** So few in four weeks say nothing about a day. */
  private static final int TOO_FEW = 20;

  /** Where so many are expected, none comes about by chance less than once in a thousand times. */
  private static final int MISSED = 7;

  private final int achievementDate;
  private int[] entries = new int[WINDOW];
  private long all;
  private int latest = Integer.MIN_VALUE;

  /** @param achievementDate counted from 1970-01-01 */
  LastDays(int achievementDate) {
    this.achievementDate = achievementDate;
  }

  /** Takes in the entries of one record; once some entry reaches the achievement date no more need be looked at. */
  void add(PatientBatch batch, int record) {
    int person = batch.person(record);
    for (int event = batch.eventsStart(person); event < batch.eventsEnd(person) && entries != null; event++) {
      add(batch.day(event));
    }
  }

  private void add(int day) {
    int before = achievementDate - day;
    all++;
    latest = Math.max(latest, day);
    if (before <= 0) {
      entries = null;
    } else if (before < WINDOW) {
      entries[before]++;
    }
  }

  void merge(LastDays other) {
    all += other.all;
    latest = Math.max(latest, other.latest);
    if (entries == null || other.entries == null) {
      entries = null;
      return;
    }
    for (int before = 0; before < WINDOW; before++) {
      entries[before] += other.entries[before];
    }
  }

  /** The last day with an entry, when it lies so long before ACHV_DAT that entries must be missing. */
  Optional<Integer> endedOn() {
    boolean isEarly = entries != null && (isLongPast() || isMissed(achievementDate - latest));
    return isEarly ? Optional.of(latest) : Optional.empty();
  }

  /** Nothing for about a year, of a practice that had entries before. */
  private boolean isLongPast() {
    return all >= TOO_FEW && achievementDate - latest > WINDOW - WEEKS * WEEK;
  }

  private boolean isMissed(int last) {
    return all >= TOO_FEW && !isLongPast() && expected(last) >= MISSED * WEEKS;
  }

  /** Four times the entries to be expected after the last day with one. */
  private long expected(int last) {
    long inWeeks = 0;
    for (int before = last; before < last + WEEKS * WEEK; before++) {
      inWeeks += entries[before];
    }
    long expected = 0;
    for (int missing = 0; missing < last && inWeeks >= TOO_FEW; missing++) {
      expected += sameWeekday(missing, last);
    }
    return expected;
  }

  /** Entries on the weekday of a missing day in the last four weeks of entries. */
  private long sameWeekday(int missing, int last) {
    int first = last + Math.floorMod(missing - last, WEEK);
    long entriesOnIt = 0;
    for (int week = 0; week < WEEKS; week++) {
      entriesOnIt += entries[first + week * WEEK];
    }
    return entriesOnIt;
  }
}
