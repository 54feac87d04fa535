package uk.rubric.generate;

/**
 * How often things happen, in thousandths: all of them, in one place. Orders of magnitude of English general practice,
 * chosen so that an extract looks familiar; no source is claimed for any figure.
 */
final class Likelihood {
  /** Weights of five-year age bands from 0 to 4, the last from 90 to 94. */
  private static final int[] AGE_BANDS = {53, 58, 60, 56, 63, 70, 74, 71, 66, 62, 68, 66, 57, 48, 47, 36, 24, 15, 6};

  private Likelihood() {}

  /** Draws a five-year age band, 0 for those under 5. */
  static int ageBand(Chance chance) {
    return chance.weighted(AGE_BANDS);
  }

  // Registrations.
  static final int ONCE_ONLY_HERE_FOR_A_WHILE = 18; // a type other than GMS and no other registration
  static final int LEFT_BEFORE_YEAR_END = 70;
  static final int LEFT_AFTER_YEAR_END = 12;
  static final int MOVED_WITHIN_THE_EXTRACT = 500; // of those who left before the year's end
  static final int CAME_BACK = 25;
  static final int ALSO_TEMPORARY_ELSEWHERE = 15;
  static final int JOINED_LATELY = 80; // within the last twelve months

  static int death(int age) {
    return age < 60 ? 2 : age < 75 ? 12 : age < 85 ? 45 : 110;
  }

  static int diabetes(int age) {
    return byAge(age, 2, 5, 12, 34, 72, 118, 155, 150);
  }

  // Diabetes and its care.
  static final int TYPE_1 = 80; // of those diagnosed from 25 years on; younger, all
  static final int RECODED_IN_A_YEAR = 120;
  static final int RESOLVED = 35;
  static final int DIAGNOSED_AGAIN = 300; // of the resolved
  static final int ATTENDS_REVIEW_LOW = 720; // everyone has a rate of their own, between these
  static final int ATTENDS_REVIEW_HIGH = 985;
  static final int HBA1C_WITHOUT_VALUE = 8;
  static final int SECOND_HBA1C_ON_THE_DAY = 15;
  static final int FEET_EXAMINED = 880; // of reviews
  static final int INVITED = 850; // of years
  static final int INVITED_AGAIN = 550; // of the invited, each time
  static final int REFERRED_TO_EDUCATION = 650;
  static final int REFERRED_LATE = 120; // of the referred
  static final int EDUCATION_DECLINED = 120;
  static final int EDUCATION_UNSUITABLE = 40;
  static final int EDUCATION_UNAVAILABLE = 25;

  // Why care may be left out, of people with diabetes and a year.
  static final int CARE_DECLINED = 12;
  static final int CARE_UNSUITABLE = 10;
  static final int BLOOD_TEST_DECLINED = 12;
  static final int BLOOD_PRESSURE_DECLINED = 8;
  static final int FOOT_EXAMINATION_DECLINED = 12;
  static final int FOOT_EXAMINATION_UNSUITABLE = 6;
  static final int NEUROPATHY_TEST_DECLINED = 5;
  static final int NEUROPATHY_TEST_UNSUITABLE = 4;
  static final int TREATMENT_AT_MAXIMUM = 25;
  static final int FRUCTOSAMINE_INSTEAD = 8;
  static final int BLOOD_PRESSURE_AT_MAXIMUM = 18;
  static final int FOOT_LOST = 4;

  // Heart, vessels and kidneys; with diabetes twice as often.
  static int coronaryHeartDisease(int age) {
    return byAge(age, 0, 0, 2, 8, 28, 70, 130, 190);
  }

  static int stroke(int age) {
    return byAge(age, 0, 1, 2, 5, 12, 28, 60, 110);
  }

  static final int HAEMORRHAGIC = 130; // of strokes

  static int transientIschaemicAttack(int age) {
    return byAge(age, 0, 0, 1, 3, 8, 20, 42, 80);
  }

  static int peripheralArterialDisease(int age) {
    return byAge(age, 0, 0, 0, 2, 8, 18, 30, 38);
  }

  static final int FAMILIAL_HYPERCHOLESTEROLAEMIA = 3;

  static int chronicKidneyDisease(int age) {
    return byAge(age, 0, 1, 3, 8, 22, 65, 150, 280);
  }

  static final int KIDNEY_DISEASE_RESOLVED = 60;
  static final int KIDNEY_DISEASE_MILDER = 50;
  static final int MICROALBUMINURIA = 130; // of people with diabetes
  static final int PROTEINURIA = 50; // of people with diabetes

  static int frailty(int age) {
    return age < 65 ? 8 : age < 75 ? 130 : age < 85 ? 330 : 620;
  }

  static final int FRAILER_LATER = 400; // of the mildly frail, and again of the moderately frail

  // Medicines.
  static final int ACE_INHIBITOR = 330; // of those with a reason
  static final int ACE_INHIBITOR_WITH_NEPHROPATHY = 720;
  static final int ANGIOTENSIN_BLOCKER = 180;
  static final int STATIN_WITH_HEART_DISEASE = 820;
  static final int STATIN_WITH_DIABETES = 790; // from 40 years on
  static final int STATIN_OTHERWISE = 120; // from 40 years on
  static final int STOPPED_BEFORE_THE_YEAR = 90;
  static final int CONTRAINDICATED = 25;
  static final int NOT_INDICATED = 18;
  static final int MEDICINE_DECLINED = 30;
  static final int CHOLESTEROL_TREATMENT_AT_MAXIMUM = 15;

  // Measurements.
  static int bloodPressureInAYear(int age) {
    return byAge(age, 5, 120, 180, 260, 380, 520, 680, 700);
  }

  static final int SYSTOLIC_ALONE = 12;
  static final int MEASURED_TWICE = 120;
  static final int OTHER_SPELLING_OF_THE_UNIT = 40;
  static final int NO_UNIT = 30;
  static final int RISK_ASSESSED_IN_A_YEAR = 90; // from 40 to 84 years, without heart disease

  /** Entries a year that no rule asks about. */
  static int otherEntriesInAYear(int age) {
    return age < 20 ? 1 : age < 65 ? 2 : 4;
  }

  private static int byAge(int age, int... likelihoods) {
    int band = age < 17 ? 0 : age < 30 ? 1 : Math.min(7, age / 10 - 1);
    return likelihoods[band];
  }
}
