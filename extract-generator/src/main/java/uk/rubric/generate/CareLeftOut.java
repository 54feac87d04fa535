package uk.rubric.generate;

import java.time.LocalDate;

/** Why care of diabetes is left out: declined, not suitable, at its maximum already. */
final class CareLeftOut implements Story {
  @Override
  public void tell(Life life) {
    life.diabetes().ifPresent(onset -> years(life, onset));
  }

  private static void years(Life life, LocalDate onset) {
    LocalDate first = onset.isAfter(life.year().recent()) ? onset : life.year().recent();
    for (LocalDate year = first; year.isBefore(life.year().horizon()); year = year.plusYears(1)) {
      declines(life, year);
      isUnsuitable(life, year);
      isAtMaximum(life, year);
    }
  }

  private static void declines(Life life, LocalDate year) {
    perhaps(life, "DMPCADEC_COD", Likelihood.CARE_DECLINED, year);
    perhaps(life, "BLDTESTDEC_COD", Likelihood.BLOOD_TEST_DECLINED, year);
    perhaps(life, "BPDEC_COD", Likelihood.BLOOD_PRESSURE_DECLINED, year);
    perhaps(life, "FEDEC_COD", Likelihood.FOOT_EXAMINATION_DECLINED, year);
    perhaps(life, "NPTDEC_COD", Likelihood.NEUROPATHY_TEST_DECLINED, year);
  }

  private static void isUnsuitable(Life life, LocalDate year) {
    perhaps(life, "DMPCAPU_COD", Likelihood.CARE_UNSUITABLE, year);
    perhaps(life, "FEPU_COD", Likelihood.FOOT_EXAMINATION_UNSUITABLE, year);
    perhaps(life, "NPTPU_COD", Likelihood.NEUROPATHY_TEST_UNSUITABLE, year);
    perhaps(life, "SERFRUC_COD", Likelihood.FRUCTOSAMINE_INSTEAD, year);
    perhaps(life, "AMPL_COD", Likelihood.FOOT_LOST, year);
    perhaps(life, "AMPR_COD", Likelihood.FOOT_LOST, year);
  }

  private static void isAtMaximum(Life life, LocalDate year) {
    perhaps(life, "DMMAX_COD", Likelihood.TREATMENT_AT_MAXIMUM, year);
    perhaps(life, "HTMAX_COD", Likelihood.BLOOD_PRESSURE_AT_MAXIMUM, year);
  }

  private static void perhaps(Life life, String cluster, int likelihood, LocalDate year) {
    if (life.chance().permille(likelihood)) {
      life.record(cluster, year.plusDays(life.chance().below(365)));
    }
  }
}
