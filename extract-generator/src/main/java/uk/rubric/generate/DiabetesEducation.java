package uk.rubric.generate;

import java.time.LocalDate;

/** After the diagnosis: referred to structured education in time or late, or the reason why not. */
final class DiabetesEducation implements Story {
  private static final int IN_TIME_DAYS = 250;

  @Override
  public void tell(Life life) {
    life.diabetes().filter(onset -> onset.isAfter(life.year().recent())).ifPresent(onset -> refers(life, onset));
  }

  private static void refers(Life life, LocalDate onset) {
    Chance chance = life.chance();
    if (chance.permille(Likelihood.REFERRED_TO_EDUCATION)) {
      boolean late = chance.permille(Likelihood.REFERRED_LATE);
      life.record("DSEP_COD", onset.plusDays(late ? chance.between(281, 500) : chance.between(0, IN_TIME_DAYS)));
    } else if (chance.permille(Likelihood.EDUCATION_DECLINED)) {
      life.record("DSEPDEC_COD", onset.plusDays(chance.below(IN_TIME_DAYS)));
    } else if (chance.permille(Likelihood.EDUCATION_UNSUITABLE)) {
      life.record("DSEPPU_COD", onset.plusDays(chance.below(IN_TIME_DAYS)));
    } else if (chance.permille(Likelihood.EDUCATION_UNAVAILABLE)) {
      life.record("DSEPSU_COD", onset.plusDays(chance.below(IN_TIME_DAYS)));
    }
  }
}
