package uk.rubric.generate;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A ten-year risk score now and then, for those without heart disease: 10 % is written as 10. */
final class CardiovascularRisk implements Story {
  private static final int FROM = 40;
  private static final int TO = 84;

  @Override
  public void tell(Life life) {
    int age = life.age();
    if (age < FROM || age > TO || life.hasVascularDisease()) {
      return;
    }
    int tenths = life.chance().around(Math.max(15, (age - 36) * 6), 60);
    for (LocalDate year = life.year().recent(); year.isBefore(life.end()); year = year.plusYears(1)) {
      if (life.chance().permille(Likelihood.RISK_ASSESSED_IN_A_YEAR)) {
        assesses(life, year.plusDays(life.chance().below(365)), tenths);
      }
    }
  }

  private static void assesses(Life life, LocalDate day, int tenths) {
    Chance chance = life.chance();
    BigDecimal score = BigDecimal.valueOf(Math.max(3, chance.around(tenths, 20)), 1);
    life.record("CVDASS2_COD", day, score, chance.permille(Likelihood.NO_UNIT) ? "" : "%");
  }
}
