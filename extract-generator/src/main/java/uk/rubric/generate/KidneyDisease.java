package uk.rubric.generate;

import java.time.LocalDate;

/** Chronic kidney disease with its stages, sometimes milder later or resolved; with diabetes albumin and protein. */
final class KidneyDisease implements Story {
  private static final int YEARS_BACK = 10;

  @Override
  public void tell(Life life) {
    Chance chance = life.chance();
    boolean diabetes = life.diabetes().isPresent();
    int likelihood = Likelihood.chronicKidneyDisease(life.age());
    if (chance.permille(diabetes ? 2 * likelihood : likelihood)) {
      falls(life, someDay(life));
    }
    if (diabetes && chance.permille(Likelihood.MICROALBUMINURIA)) {
      life.record("MAL_COD", someDay(life));
    }
    if (diabetes && chance.permille(Likelihood.PROTEINURIA)) {
      life.record("PRT_COD", someDay(life));
    }
  }

  private static void falls(Life life, LocalDate day) {
    Chance chance = life.chance();
    life.record("CKD_COD", day);
    if (chance.permille(Likelihood.KIDNEY_DISEASE_MILDER)) {
      life.record("CKD1AND2_COD", chance.day(day.plusMonths(3), life.end()));
    } else if (chance.permille(Likelihood.KIDNEY_DISEASE_RESOLVED)) {
      life.record("CKDRES_COD", chance.day(day.plusMonths(3), life.end()));
    } else if (chance.permille(300)) {
      life.record("CKD_COD", chance.day(day.plusMonths(6), life.end()));
    }
  }

  private static LocalDate someDay(Life life) {
    LocalDate earliest = life.year().last().minusYears(YEARS_BACK);
    return life.chance().day(life.born().isAfter(earliest) ? life.born() : earliest, life.end());
  }
}
