package uk.rubric.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Death, and where a patient is or was registered: one leaves, moves, comes back, stays as a visitor. */
final class Registrations implements Story {
  private static final List<String> VISITING =
      List.of("Temporary", "Immediately necessary", "Private", "Emergency");
  private static final int LONGEST_YEARS = 30;

  private final Practices practices;

  Registrations(Practices practices) {
    this.practices = practices;
  }

  @Override
  public void tell(Life life) {
    Chance chance = life.chance();
    String practice = practices.one(chance);
    if (chance.permille(Likelihood.ONCE_ONLY_HERE_FOR_A_WHILE)) {
      visits(life, practice);
    } else {
      LocalDate start = start(life);
      mayDie(life, start);
      stays(life, practice, start);
    }
  }

  private static void mayDie(Life life, LocalDate registered) {
    if (life.chance().permille(Likelihood.death(life.age()))) {
      LocalDate earliest = later(registered.plusDays(1), life.year().last().minusMonths(15));
      life.dies(life.chance().day(earliest, life.year().horizon()));
    }
  }

  private static LocalDate start(Life life) {
    LocalDate last = life.year().last();
    boolean lately = life.chance().permille(Likelihood.JOINED_LATELY);
    LocalDate earliest = lately ? last.minusYears(1).plusDays(1) : last.minusYears(LONGEST_YEARS);
    LocalDate latest = lately ? last : last.minusYears(1);
    return life.chance().day(later(life.born(), earliest), later(life.born(), latest));
  }

  private void stays(Life life, String practice, LocalDate start) {
    Chance chance = life.chance();
    Optional<LocalDate> end = life.died().or(() -> leaves(life, start));
    life.registers(practice, start, end, Life.Stay.GMS);
    if (life.died().isEmpty() && end.isPresent()) {
      goesOn(life, practice, end.get());
    }
    if (practices.count() > 1 && chance.permille(Likelihood.ALSO_TEMPORARY_ELSEWHERE)) {
      visits(life, practices.another(practice, chance));
    }
  }

  private static Optional<LocalDate> leaves(Life life, LocalDate start) {
    Chance chance = life.chance();
    ServiceYear year = life.year();
    if (chance.permille(Likelihood.LEFT_BEFORE_YEAR_END)) {
      return Optional.of(chance.day(later(start.plusDays(30), year.recent()), later(start.plusDays(30), year.last())));
    }
    return chance.permille(Likelihood.LEFT_AFTER_YEAR_END)
        ? Optional.of(chance.day(later(start, year.last()).plusDays(1), year.horizon()))
        : Optional.empty();
  }

  private void goesOn(Life life, String practice, LocalDate left) {
    Chance chance = life.chance();
    if (practices.count() > 1 && chance.permille(Likelihood.MOVED_WITHIN_THE_EXTRACT)) {
      registersNext(life, practices.another(practice, chance), left.plusDays(1));
    } else if (chance.permille(Likelihood.CAME_BACK)) {
      registersNext(life, practice, left.plusMonths(2));
    }
  }

  private static void registersNext(Life life, String practice, LocalDate start) {
    if (!start.isAfter(life.year().horizon())) {
      life.registers(practice, start, Optional.empty(), Life.Stay.GMS);
    }
  }

  private static void visits(Life life, String practice) {
    Chance chance = life.chance();
    LocalDate start = later(life.born(), chance.day(life.year().recent(), life.year().last().minusMonths(1)));
    LocalDate end = chance.permille(300) ? life.year().horizon() : start.plusDays(chance.between(1, 90));
    LocalDate lived = life.died().filter(day -> day.isBefore(end)).orElse(end);
    if (!lived.isBefore(start)) {
      life.registers(practice, start, Optional.of(lived), chance.one(VISITING));
    }
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }
}
