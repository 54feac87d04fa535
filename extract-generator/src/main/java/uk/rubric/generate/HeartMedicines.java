package uk.rubric.generate;

import java.time.LocalDate;
import java.util.List;

/** Statins, ACE inhibitors and angiotensin receptor blockers: issued again and again, declined or contraindicated. */
final class HeartMedicines implements Story {
  private static final int STATIN_FROM = 40;

  @Override
  public void tell(Life life) {
    boolean heart = life.hasVascularDisease();
    boolean diabetes = life.diabetes().isPresent();
    takes(life, "STAT_COD", statin(life, heart, diabetes), "XSTAT_COD", "TXSTAT_COD", "STATINDEC_COD");
    if (heart || diabetes || life.has("CKD_COD")) {
      takes(life, "ACE_COD", inhibitor(life), "XACE_COD", "TXACE_COD", "ACEDEC_COD");
      takes(life, "AII_COD", Likelihood.ANGIOTENSIN_BLOCKER, "XAII_COD", "TXAII_COD", "AIIDEC_COD");
    }
    if (heart && life.chance().permille(Likelihood.CHOLESTEROL_TREATMENT_AT_MAXIMUM)) {
      life.record("CHOLMAX_COD", someDay(life));
    }
  }

  private static int statin(Life life, boolean heart, boolean diabetes) {
    if (heart) {
      return Likelihood.STATIN_WITH_HEART_DISEASE;
    }
    int fromForty = diabetes ? Likelihood.STATIN_WITH_DIABETES : Likelihood.STATIN_OTHERWISE;
    return life.age() < STATIN_FROM ? 0 : fromForty;
  }

  private static int inhibitor(Life life) {
    boolean nephropathy = life.has("PRT_COD") || life.has("MAL_COD");
    return nephropathy ? Likelihood.ACE_INHIBITOR_WITH_NEPHROPATHY : Likelihood.ACE_INHIBITOR;
  }

  private static void takes(
      Life life, String issue, int likelihood, String persisting, String expiring, String declined) {
    Chance chance = life.chance();
    if (chance.permille(likelihood)) {
      issues(life, issue);
    } else if (likelihood > 0) {
      doesWithout(life, persisting, expiring, declined);
    }
  }

  private static void issues(Life life, String issue) {
    Chance chance = life.chance();
    boolean stopped = chance.permille(Likelihood.STOPPED_BEFORE_THE_YEAR);
    LocalDate last = stopped ? life.year().first() : life.year().horizon();
    int days = chance.one(List.of(28, 56, 56, 84));
    for (LocalDate day = last.minusDays(chance.between(420, 800)); day.isBefore(last); day = day.plusDays(days)) {
      life.record(issue, day.plusDays(chance.below(5)));
    }
  }

  private static void doesWithout(Life life, String persisting, String expiring, String declined) {
    Chance chance = life.chance();
    if (chance.permille(Likelihood.CONTRAINDICATED)) {
      life.record(persisting, someDay(life));
    } else if (chance.permille(Likelihood.NOT_INDICATED)) {
      life.record(expiring, someDay(life));
    } else if (chance.permille(Likelihood.MEDICINE_DECLINED)) {
      life.record(declined, someDay(life));
    }
  }

  private static LocalDate someDay(Life life) {
    return life.chance().day(life.year().recent(), life.end());
  }
}
