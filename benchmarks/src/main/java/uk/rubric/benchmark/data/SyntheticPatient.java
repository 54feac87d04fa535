package uk.rubric.benchmark.data;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One made-up patient: what the rules of the six pieces look at, each branch of them taken by some, among many entries
 * that they do not look at. The same number and seed give the same patient, whoever is made before. For one thread;
 * made anew for each patient.
 */
final class SyntheticPatient {
  /** 2026-03-31, the end date, in days since 1970-01-01. */
  static final int END = 20_543;

  static final int NO_DAY = Integer.MIN_VALUE;
  static final long NO_VALUE = -1;

  static final int MOST_MORE = 300;

  private static final int ROOM = 320 + MOST_MORE;
  private static final int NINE_MONTHS_BEFORE = 20_269;
  private static final int YEAR = 365;

  private static final int DM = 0;
  private static final int DMRES = 1;
  private static final int HYP = 2;
  private static final int HYPRES = 3;
  private static final int BP = 4;
  private static final int IFCCHBAM = 5;
  private static final int CHOL2 = 6;
  private static final int DMPCAPU = 7;
  private static final int DMPCADEC = 8;
  private static final int DMINVITE = 9;
  private static final int BPDEC = 10;
  private static final int FLU = 11;

  private final SplittableRandom random;
  private final SyntheticCodeTable codes;
  private final int age;
  private final int born;
  private final int started;
  private final int ended;

  private int count;
  private long[] order = new long[ROOM];
  private final long[] code = new long[ROOM];
  private final long[] value = new long[ROOM];

  /** @param more so many entries that no rule looks at, beyond the usual number; at most {@link #MOST_MORE} */
  SyntheticPatient(long seed, long number, SyntheticCodeTable codes, int more) {
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    this.codes = codes;
    age = random.nextInt(96);
    born = END - age * YEAR - age / 4 - random.nextInt(YEAR);
    started = Math.max(born, joins());
    ended = chance(50) ? started + 1 + random.nextInt(Math.max(1, END + 20 - started)) : NO_DAY;
    fill();
    for (int i = 0; i < more; i++) {
      other();
    }
    order = Arrays.copyOf(order, count);
    Arrays.sort(order);
  }

  /** One in twenty came within nine months, and a few come only after the end date. */
  private int joins() {
    if (chance(5)) {
      return END + 1 + random.nextInt(10);
    }
    return chance(50) ? between(NINE_MONTHS_BEFORE - 2, END) : END - YEAR - random.nextInt(25 * YEAR);
  }

  /** Whether one of so many in a thousand. */
  private boolean chance(int inThousand) {
    return random.nextInt(1_000) < inThousand;
  }

  private int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  int born() {
    return born;
  }

  boolean isFemale() {
    return (code[0] & 1) == 0;
  }

  int started() {
    return started;
  }

  /** The last day of the registration, or {@link #NO_DAY}. */
  int ended() {
    return ended;
  }

  int events() {
    return count;
  }

  /** Of the events by their days. */
  int day(int event) {
    return (int) (order[event] >> 32);
  }

  long code(int event) {
    return code[(int) order[event]];
  }

  /** In tenths, or {@link #NO_VALUE}. */
  long value(int event) {
    return value[(int) order[event]];
  }

  private void fill() {
    int wanted = between(100, 210);
    if (chance(age < 17 ? 6 : 40 + 2 * age)) {
      diabetes();
    }
    if (chance(age < 30 ? 10 : 5 * age)) {
      hypertension();
    }
    if (age >= 40) {
      bloodPressures(random.nextInt(6));
    }
    if (age >= 65 || chance(100)) {
      vaccinations();
    }
    while (count < wanted) {
      other();
    }
  }

  private void diabetes() {
    int first = onset();
    add(DM, first, NO_VALUE);
    int latest = repeats(DM, first);
    if (chance(60)) {
      add(DMRES, between(first, END), NO_VALUE);
    } else if (chance(20)) {
      add(DMRES, latest, NO_VALUE);
    }
    measures(IFCCHBAM, 300, 900);
    measures(CHOL2, 28, 75);
    some(DMPCAPU, 160);
    some(DMPCADEC, 160);
    invitations();
  }

  private void hypertension() {
    int first = onset();
    add(HYP, first, NO_VALUE);
    repeats(HYP, first);
    if (chance(50)) {
      add(HYPRES, between(first, END), NO_VALUE);
    }
    bloodPressures(1 + random.nextInt(8));
    some(BPDEC, 160);
  }

  private int onset() {
    int since = chance(120) ? NINE_MONTHS_BEFORE - 60 : END - 20 * YEAR;
    return Math.max(born, between(since, END));
  }

  private int repeats(int cluster, int first) {
    int latest = first;
    for (int i = random.nextInt(5); i > 0; i--) {
      int day = between(first, END + 5);
      add(cluster, day, NO_VALUE);
      latest = Math.max(latest, day);
    }
    return latest;
  }

  private void measures(int cluster, int low, int high) {
    if (!chance(820)) {
      return;
    }
    for (int i = 1 + random.nextInt(9); i > 0; i--) {
      measure(cluster, recent(3 * YEAR), low, high, cluster == CHOL2 ? 1 : 10);
    }
  }

  private void bloodPressures(int number) {
    for (int i = 0; i < number; i++) {
      measure(BP, recent(3 * YEAR), 1_050, 1_850, 10);
    }
  }

  /** One in twenty-five is taken twice on the day, and a few say nothing. */
  private void measure(int cluster, int day, int low, int high, int step) {
    add(cluster, day, chance(5) ? NO_VALUE : between(low / step, high / step) * (long) step);
    if (chance(40)) {
      add(cluster, day, between(low / step, high / step) * (long) step);
    }
  }

  private void some(int cluster, int inThousand) {
    if (chance(inThousand)) {
      add(cluster, recent(2 * YEAR), NO_VALUE);
    }
  }

  private void invitations() {
    if (chance(350)) {
      int first = recent(YEAR);
      add(DMINVITE, first, NO_VALUE);
      if (chance(600)) {
        add(DMINVITE, Math.min(END + 5, first + random.nextInt(28)), NO_VALUE);
      }
    }
  }

  private void vaccinations() {
    for (int year = 0; year < 4; year++) {
      if (chance(650)) {
        add(FLU, Math.max(born, END - year * YEAR - random.nextInt(260)), NO_VALUE);
      }
    }
  }

  /** Within so many days before the end date, or a few days after it. */
  private int recent(int within) {
    return Math.max(born, END + 10 - random.nextInt(within + 10));
  }

  private void other() {
    boolean measured = chance(250);
    add(codes.other(random), recent(12 * YEAR), measured ? between(1, 2_000) : NO_VALUE);
  }

  private void add(int cluster, int day, long tenths) {
    add(codes.ofCluster(cluster, random), day, tenths);
  }

  private void add(long number, int day, long tenths) {
    order[count] = (long) day << 32 | count;
    code[count] = number;
    value[count] = tenths;
    count++;
  }
}
