package uk.rubric.generate;

import java.time.LocalDate;

/** Heart, brain and vessels: more often in the old and with diabetes. */
final class VascularDisease implements Story {
  private static final int YEARS_BACK = 18;

  @Override
  public void tell(Life life) {
    int age = life.age();
    perhaps(life, "CHD_COD", Likelihood.coronaryHeartDisease(age));
    perhaps(life, life.chance().permille(Likelihood.HAEMORRHAGIC) ? "HSTRK_COD" : "STRK_COD", Likelihood.stroke(age));
    perhaps(life, "TIA_COD", Likelihood.transientIschaemicAttack(age));
    perhaps(life, "PAD_COD", Likelihood.peripheralArterialDisease(age));
    if (life.chance().permille(Likelihood.FAMILIAL_HYPERCHOLESTEROLAEMIA)) {
      life.record("FHYP_COD", someDay(life));
    }
  }

  private static void perhaps(Life life, String cluster, int likelihood) {
    Chance chance = life.chance();
    if (chance.permille(life.diabetes().isPresent() ? 2 * likelihood : likelihood)) {
      LocalDate first = someDay(life);
      life.record(cluster, first);
      if (chance.permille(400)) {
        life.record(cluster, chance.day(first, life.end()));
      }
    }
  }

  private static LocalDate someDay(Life life) {
    LocalDate earliest = life.year().last().minusYears(YEARS_BACK);
    return life.chance().day(life.born().isAfter(earliest) ? life.born() : earliest, life.end());
  }
}
