package uk.rubric.generate;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Blood pressure over the years: systolic and diastolic are two entries of one day, now and then one is missing. */
final class BloodPressure implements Story {
  private static final int WITH_DIABETES = 780;

  @Override
  public void tell(Life life) {
    Chance chance = life.chance();
    int systolic = chance.around(118 + life.age() / 4, 22);
    int diastolic = chance.around(77, 12);
    int likelihood = life.diabetes().isPresent() ? WITH_DIABETES : Likelihood.bloodPressureInAYear(life.age());
    for (LocalDate year = life.year().recent(); year.isBefore(life.end()); year = year.plusYears(1)) {
      if (chance.permille(likelihood)) {
        measures(life, year.plusDays(chance.below(365)), systolic, diastolic);
      }
    }
  }

  private static void measures(Life life, LocalDate day, int systolic, int diastolic) {
    Chance chance = life.chance();
    reads(life, day, systolic, diastolic);
    if (chance.permille(Likelihood.MEASURED_TWICE)) {
      reads(life, day, systolic - 4, diastolic - 2);
    }
    if (chance.permille(Likelihood.MEASURED_TWICE)) {
      reads(life, day.plusDays(chance.between(14, 60)), systolic, diastolic);
    }
  }

  private static void reads(Life life, LocalDate day, int systolic, int diastolic) {
    Chance chance = life.chance();
    String unit = unit(chance);
    life.record(Vocabulary.SYSTOLIC, day, BigDecimal.valueOf(chance.around(systolic, 18)), unit);
    if (!chance.permille(Likelihood.SYSTOLIC_ALONE)) {
      life.record(Vocabulary.DIASTOLIC, day, BigDecimal.valueOf(chance.around(diastolic, 10)), unit);
    }
  }

  private static String unit(Chance chance) {
    if (chance.permille(Likelihood.NO_UNIT)) {
      return "";
    }
    return chance.permille(Likelihood.OTHER_SPELLING_OF_THE_UNIT) ? "mm[Hg]" : "mmHg";
  }
}
