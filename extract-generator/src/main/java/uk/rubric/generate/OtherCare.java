package uk.rubric.generate;

import java.time.LocalDate;

/** All the rest of general practice: weights, cholesterol, consultations, vaccinations. No rule asks about it. */
final class OtherCare implements Story {
  private static final int KINDS_WITHOUT_VALUE = 400;
  private static final int WEIGHT = 1;
  private static final int CHOLESTEROL = 2;
  private static final int HEIGHT = 3;
  private static final int FIRST_WITHOUT_VALUE = 100;

  @Override
  public void tell(Life life) {
    int entries = 4 * Likelihood.otherEntriesInAYear(life.age());
    int told = life.chance().around(entries, entries);
    for (int i = 0; i < told; i++) {
      tellOne(life, life.chance().day(life.year().recent(), life.end()));
    }
  }

  private static void tellOne(Life life, LocalDate day) {
    Chance chance = life.chance();
    switch (chance.below(8)) {
      case 0 -> life.recordUnrelated(WEIGHT, day, decimal(chance.between(480, 1180)), "kg");
      case 1 -> life.recordUnrelated(CHOLESTEROL, day, decimal(chance.between(28, 79)), "mmol/L");
      case 2 -> life.recordUnrelated(HEIGHT, day, Integer.toString(chance.between(148, 196)), "cm");
      default -> life.recordUnrelated(FIRST_WITHOUT_VALUE + chance.below(KINDS_WITHOUT_VALUE), day, "", "");
    }
  }

  private static String decimal(int tenths) {
    return tenths / 10 + "." + tenths % 10;
  }
}
