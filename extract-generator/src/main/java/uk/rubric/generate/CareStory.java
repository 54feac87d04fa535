package uk.rubric.generate;

import java.time.LocalDate;

/** Tells the lines of a care list, as far as there are codes for them. */
final class CareStory implements Story {
  private final CareList list;
  private final Vocabulary vocabulary;

  CareStory(CareList list, Vocabulary vocabulary) {
    this.list = list;
    this.vocabulary = vocabulary;
  }

  @Override
  public void tell(Life life) {
    for (CareList.Line line : list.lines()) {
      boolean asked = line.concerns(life) && line.given().map(life::has).orElse(true);
      if (asked && life.chance().permille(line.permille())) {
        tell(life, line);
      }
    }
  }

  private void tell(Life life, CareList.Line line) {
    int days = life.chance().between(line.from(), line.to());
    LocalDate day = line.sinceBirth() ? life.born().plusDays(days) : life.year().last().minusDays(days);
    line.what().stream().filter(entry -> vocabulary.knows(entry.cluster())).forEach(entry -> record(life, entry, day));
  }

  private static void record(Life life, CareList.Entry entry, LocalDate day) {
    entry.value().ifPresentOrElse(
        value -> life.record(entry.cluster(), day, value.one(life.chance()), value.unit()),
        () -> life.record(entry.cluster(), day));
  }
}
