package uk.rubric.benchmark.peer;

import java.util.Arrays;

/** What is kept of one patient, and the rules. For one thread. */
final class HandWrittenPatient {
  private static final int NEVER = Integer.MIN_VALUE;

  private final HandWrittenPeople people;
  private final int[] latest = new int[Clusters.names().size()];
  private final int[] earliest = new int[Clusters.names().size()];
  private final int[] value = new int[Clusters.names().size()];
  private final long[] counts = new long[Counts.NAMES.size()];

  HandWrittenPatient(HandWrittenPeople people) {
    this.people = people;
    forget();
  }

  private void forget() {
    Arrays.fill(latest, NEVER);
    Arrays.fill(earliest, Integer.MAX_VALUE);
  }

  /** @param tenths the value in tenths, or -1 */
  void event(int cluster, int day, int tenths) {
    // Invitations are asked within the twelve months alone, and so are not looked at before.
    if (day > Dates.END || cluster == Clusters.DMINVITE && day <= Dates.TWELVE_MONTHS) {
      return;
    }
    if (day > latest[cluster]) {
      latest[cluster] = day;
      value[cluster] = tenths;
    } else if (day == latest[cluster]) {
      value[cluster] = Math.max(value[cluster], tenths);
    }
    earliest[cluster] = Math.min(earliest[cluster], day);
  }

  /** Takes the patient's entries as seen, and begins the next. */
  void decide(int id) {
    if (people.isRegistered(id)) {
      int born = people.born(id);
      boolean diabetes = isUnresolved(Clusters.DM, Clusters.DMRES) && born <= Dates.AGED_17;
      boolean hypertension = isUnresolved(Clusters.HYP, Clusters.HYPRES);
      if (diabetes) {
        diabetes(id);
      }
      if (hypertension) {
        hypertension(born);
      }
      if ((diabetes || hypertension) && born <= Dates.AGED_65) {
        indicator(18, latest[Clusters.FLU] >= Dates.SEASON);
      }
    }
    forget();
  }

  private boolean isUnresolved(int disease, int resolved) {
    return latest[disease] != NEVER && latest[resolved] <= latest[disease];
  }

  private void diabetes(int id) {
    counts[0]++;
    indicator(15, isAtMost(Clusters.CHOL2, 50));
    counts[2]++;
    if (isAtMost(Clusters.IFCCHBAM, 580)) {
      counts[3]++;
      counts[4]++;
    } else {
      counts[rejection(id)]++;
    }
  }

  private int rejection(int id) {
    if (isWithinYear(Clusters.DMPCAPU)) {
      return 5;
    }
    if (isWithinYear(Clusters.DMPCADEC)) {
      return 6;
    }
    if (latest[Clusters.DMINVITE] != NEVER && latest[Clusters.DMINVITE] - earliest[Clusters.DMINVITE] >= 7) {
      return 7;
    }
    if (earliest[Clusters.DM] > Dates.NINE_MONTHS) {
      return 8;
    }
    return people.started(id) > Dates.NINE_MONTHS ? 9 : 3;
  }

  private void hypertension(int born) {
    counts[1]++;
    if (born <= Dates.AGED_80) {
      return;
    }
    counts[10]++;
    if (isAtMost(Clusters.BP, 1_400)) {
      counts[11]++;
      counts[12]++;
    } else if (isWithinYear(Clusters.BPDEC)) {
      counts[13]++;
    } else {
      counts[earliest[Clusters.HYP] > Dates.NINE_MONTHS ? 14 : 11]++;
    }
  }

  private void indicator(int first, boolean achieved) {
    counts[first]++;
    counts[first + 1]++;
    counts[first + 2] += achieved ? 1 : 0;
  }

  private boolean isWithinYear(int cluster) {
    return latest[cluster] > Dates.TWELVE_MONTHS;
  }

  private boolean isAtMost(int cluster, int tenths) {
    return isWithinYear(cluster) && value[cluster] >= 0 && value[cluster] <= tenths;
  }

  Counts counts() {
    Counts all = new Counts();
    for (int i = 0; i < counts.length; i++) {
      all.add(Counts.NAMES.get(i), counts[i]);
    }
    return all;
  }
}
