package uk.rubric.generate;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Each year an invitation or several, and for most a review: HbA1c, sometimes twice, and feet. */
final class DiabetesReviews implements Story {
  private static final String UNIT = "mmol/mol";

  @Override
  public void tell(Life life) {
    life.diabetes().ifPresent(onset -> years(life, onset));
  }

  private static void years(Life life, LocalDate onset) {
    Chance chance = life.chance();
    int attends = chance.between(Likelihood.ATTENDS_REVIEW_LOW, Likelihood.ATTENDS_REVIEW_HIGH);
    int level = chance.around(54, 26);
    LocalDate first = onset.isAfter(life.year().recent()) ? onset : life.year().recent();
    for (LocalDate year = first; year.isBefore(life.year().horizon()); year = year.plusYears(1)) {
      LocalDate review = year.plusDays(chance.between(20, 340));
      invites(life, review.minusDays(chance.between(10, 60)));
      if (chance.permille(attends)) {
        reviews(life, review, level);
      }
    }
  }

  private static void invites(Life life, LocalDate first) {
    Chance chance = life.chance();
    LocalDate day = first;
    boolean invited = chance.permille(Likelihood.INVITED);
    while (invited) {
      life.record("DMINVITE_COD", day);
      day = day.plusDays(chance.between(4, 45));
      invited = chance.permille(Likelihood.INVITED_AGAIN);
    }
  }

  private static void reviews(Life life, LocalDate day, int level) {
    Chance chance = life.chance();
    measures(life, day, level);
    if (chance.permille(500)) {
      measures(life, day.plusMonths(6), level);
    }
    if (chance.permille(Likelihood.FEET_EXAMINED)) {
      life.record("FRC_COD", day.plusDays(chance.below(20)));
    }
  }

  private static void measures(Life life, LocalDate day, int level) {
    Chance chance = life.chance();
    if (chance.permille(Likelihood.HBA1C_WITHOUT_VALUE)) {
      life.record("IFCCHBAM_COD", day);
      return;
    }
    life.record("IFCCHBAM_COD", day, value(chance, level), unit(chance));
    if (chance.permille(Likelihood.SECOND_HBA1C_ON_THE_DAY)) {
      life.record("IFCCHBAM_COD", day, value(chance, level), unit(chance));
    }
  }

  private static BigDecimal value(Chance chance, int level) {
    return BigDecimal.valueOf(Math.max(28, chance.around(level, 12)));
  }

  private static String unit(Chance chance) {
    return chance.permille(Likelihood.NO_UNIT) ? "" : UNIT;
  }
}
