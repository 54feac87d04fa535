package uk.rubric.generate;

import java.time.LocalDate;

/**
 * The year around which lives are told.
 *
 * @param first its first day
 * @param last its last day: list sizes are those of this day
 */
record ServiceYear(LocalDate first, LocalDate last) {
  static final ServiceYear QOF_2021_22 = new ServiceYear(LocalDate.of(2021, 4, 1), LocalDate.of(2022, 3, 31));

  /** Records go on a little after the year: what lies after the achievement date must not be seen. */
  LocalDate horizon() {
    return last.plusMonths(2);
  }

  /** The first day of the record of recent years. */
  LocalDate recent() {
    return first.minusYears(4);
  }
}
