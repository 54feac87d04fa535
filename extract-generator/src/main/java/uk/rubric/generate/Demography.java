package uk.rubric.generate;

import java.time.LocalDate;

/** Who a patient is: age and sex. */
final class Demography {
  private static final int YEARS_IN_A_BAND = 5;
  private static final int WOMEN = 500;
  private static final int WOMEN_OF_THE_OLD = 600;
  private static final int OLD = 80;

  private final ServiceYear year;

  Demography(ServiceYear year) {
    this.year = year;
  }

  /** A day of birth: in the age band that is drawn on the last day of the year. */
  LocalDate born(Chance chance) {
    int age = Likelihood.ageBand(chance) * YEARS_IN_A_BAND + chance.below(YEARS_IN_A_BAND);
    LocalDate latest = year.last().minusYears(age);
    return chance.day(latest.minusYears(1).plusDays(1), latest);
  }

  boolean female(LocalDate born, Chance chance) {
    return chance.permille(born.isBefore(year.last().minusYears(OLD)) ? WOMEN_OF_THE_OLD : WOMEN);
  }
}
