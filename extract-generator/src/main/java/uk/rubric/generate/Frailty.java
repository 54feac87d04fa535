package uk.rubric.generate;

import java.time.LocalDate;

/** Frailty of the old: mild at first, for some moderate and then severe. */
final class Frailty implements Story {
  @Override
  public void tell(Life life) {
    Chance chance = life.chance();
    if (!chance.permille(Likelihood.frailty(life.age()))) {
      return;
    }
    LocalDate mild = chance.day(life.year().recent().minusYears(1), life.year().last());
    life.record("MILDFRAIL_COD", mild);
    if (chance.permille(Likelihood.FRAILER_LATER)) {
      LocalDate moderate = mild.plusDays(chance.between(60, 700));
      life.record("MODFRAIL_COD", moderate);
      if (chance.permille(Likelihood.FRAILER_LATER)) {
        life.record("SEVFRAIL_COD", moderate.plusDays(chance.between(60, 700)));
      }
    }
  }
}
