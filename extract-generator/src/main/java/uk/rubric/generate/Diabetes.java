package uk.rubric.generate;

import java.time.LocalDate;

/** A diagnosis of diabetes of type 1 or 2, recorded again over the years, now and then resolved. */
final class Diabetes implements Story {
  private static final int ADULT_ONSET = 25;
  private static final int EARLIEST_YEARS_AGO = 24;

  @Override
  public void tell(Life life) {
    if (life.chance().permille(Likelihood.diabetes(life.age()))) {
      LocalDate onset = onset(life);
      String type = type(life, onset);
      life.record(type, onset);
      recordsAgain(life, type, onset);
      resolves(life, type, onset);
    }
  }

  private static LocalDate onset(Life life) {
    LocalDate last = life.year().last();
    LocalDate adult = life.born().plusYears(ADULT_ONSET);
    LocalDate earliest = last.minusYears(EARLIEST_YEARS_AGO);
    LocalDate from = adult.isBefore(last.minusYears(1)) ? adult : life.born().plusYears(1);
    return life.chance().day(from.isAfter(earliest) ? from : earliest, last);
  }

  private static String type(Life life, LocalDate onset) {
    boolean young = life.ageOn(onset) < ADULT_ONSET;
    return young || life.chance().permille(Likelihood.TYPE_1) ? "DM_COD" : "DMTYPE2_COD";
  }

  private static void recordsAgain(Life life, String type, LocalDate onset) {
    for (LocalDate year = onset.plusYears(1); year.isBefore(life.end()); year = year.plusYears(1)) {
      if (life.chance().permille(Likelihood.RECODED_IN_A_YEAR)) {
        life.record(type, year.plusDays(life.chance().below(300)));
      }
    }
  }

  private static void resolves(Life life, String type, LocalDate onset) {
    Chance chance = life.chance();
    if (chance.permille(Likelihood.RESOLVED)) {
      LocalDate day = chance.day(onset.plusMonths(6), life.year().last());
      life.record("DMRES_COD", day);
      if (chance.permille(Likelihood.DIAGNOSED_AGAIN)) {
        life.record(type, chance.day(day.plusMonths(3), life.year().last()));
      }
    }
  }
}
