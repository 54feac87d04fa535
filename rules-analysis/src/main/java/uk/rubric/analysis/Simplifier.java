package uk.rubric.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.rubric.analysis.PatientStory.Stay;
import uk.rubric.analysis.PatientStory.StoryEntry;
import uk.rubric.plan.Plan;

/**
 * A patient made as plain as possible while something stays so: no entry, value or registration that could be left
 * out, and dates and values that read well.
 */
final class Simplifier {
  private static final int MOST_ROUNDS = 4;

  private final Predicate<PatientStory> isSo;
  private final LocalDate achievementDate;
  private final LocalDate periodEnd;
  private PatientStory best;

  private Simplifier(Predicate<PatientStory> isSo, Plan plan, PatientStory story) {
    this.isSo = isSo;
    this.achievementDate = plan.achievementDate();
    this.periodEnd = plan.periodEnd();
    this.best = story;
  }

  /** @param isSo holds for {@code story}, and for what is returned */
  static PatientStory simplify(PatientStory story, Plan plan, Predicate<PatientStory> isSo) {
    Simplifier simplifier = new Simplifier(isSo, plan, story);
    simplifier.dropEntries();
    simplifier.dropStays();
    simplifier.dropSex();
    simplifier.dropEnds();
    simplifier.dropValues();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      PatientStory before = simplifier.best;
      simplifier.plainDays();
      if (simplifier.best.equals(before)) {
        break;
      }
    }
    simplifier.plainValues();
    simplifier.dropEntries();
    return simplifier.best;
  }

  private PatientStory story(LocalDate born, List<Stay> registrations, List<StoryEntry> entries) {
    return new PatientStory(born, best.sex(), registrations, entries);
  }

  private void dropSex() {
    tryOut(new PatientStory(best.born(), Optional.empty(), best.registrations(), best.entries()));
  }

  private boolean tryOut(PatientStory story) {
    if (story.equals(best) || isUnborn(story) || !isSo.test(story)) {
      return false;
    }
    best = story;
    return true;
  }

  /** Readers of extracts refuse entries before birth, and those after the achievement date are not seen. */
  private boolean isUnborn(PatientStory story) {
    return story.entries().stream()
        .anyMatch(e -> e.day().isBefore(story.born()) || e.day().isAfter(achievementDate));
  }

  private void dropEntries() {
    for (StoryEntry entry : best.entries()) {
      List<StoryEntry> fewer = new ArrayList<>(best.entries());
      fewer.remove(entry);
      tryOut(story(best.born(), best.registrations(), fewer));
    }
  }

  private void dropStays() {
    for (Stay stay : best.registrations()) {
      List<Stay> fewer = new ArrayList<>(best.registrations());
      fewer.remove(stay);
      tryOut(story(best.born(), fewer, best.entries()));
    }
  }

  private void dropEnds() {
    for (Stay stay : best.registrations()) {
      if (stay.end().isPresent()) {
        tryOut(with(stay, new Stay(stay.start(), Optional.empty())));
      }
    }
  }

  private void dropValues() {
    for (StoryEntry entry : best.entries()) {
      if (entry.value().isPresent()) {
        tryOut(with(entry, new StoryEntry(entry.day(), entry.cluster(), Optional.empty(), Optional.empty())));
      }
    }
  }

  private PatientStory with(Stay old, Stay fresh) {
    List<Stay> stays = new ArrayList<>(best.registrations());
    stays.set(stays.indexOf(old), fresh);
    return story(best.born(), stays, best.entries());
  }

  private PatientStory with(StoryEntry old, StoryEntry fresh) {
    List<StoryEntry> entries = new ArrayList<>(best.entries());
    entries.set(entries.indexOf(old), fresh);
    return story(best.born(), best.registrations(), entries);
  }

  private void plainDays() {
    plainBirth();
    for (Stay stay : best.registrations()) {
      plainStay(stay);
    }
    for (LocalDate day : new TreeSet<>(best.entries().stream().map(StoryEntry::day).toList())) {
      first(plainDays(day), to -> movedTogether(day, to));
    }
    for (StoryEntry entry : best.entries()) {
      first(plainDays(entry.day()), to -> with(entry, moved(entry, to)));
    }
  }

  private static StoryEntry moved(StoryEntry entry, LocalDate to) {
    return new StoryEntry(to, entry.cluster(), entry.value(), entry.unit());
  }

  /** Fields that must hold one day keep doing so. */
  private PatientStory movedTogether(LocalDate from, LocalDate to) {
    List<StoryEntry> entries =
        best.entries().stream().map(entry -> entry.day().equals(from) ? moved(entry, to) : entry).toList();
    return story(best.born(), best.registrations(), entries);
  }

  private void plainBirth() {
    Stream<LocalDate> births =
        Stream.of(50, 30, 70, 20, 10, 5, 1).map(years -> LocalDate.of(achievementDate.getYear() - years, 5, 1));
    first(births.toList(), born -> story(born, best.registrations(), best.entries()));
  }

  private void plainStay(Stay stay) {
    List<LocalDate> starts = new ArrayList<>(List.of(LocalDate.of(achievementDate.getYear() - 12, 1, 1)));
    starts.addAll(plainDays(stay.start()));
    starts.removeIf(start -> start.isBefore(best.born()));
    first(starts, start -> with(stay, new Stay(start, stay.end().map(end -> end.isBefore(start) ? start : end))));
  }

  /** Tries in order, until one stays so or the next is what is there already. */
  private void first(List<LocalDate> days, Function<LocalDate, PatientStory> change) {
    for (LocalDate day : days) {
      PatientStory changed = change.apply(day);
      if (changed.equals(best) || tryOut(changed)) {
        return;
      }
    }
  }

  /** Days that read well, the one that is there among them: what comes after it is no gain. */
  private List<LocalDate> plainDays(LocalDate now) {
    Set<LocalDate> days = new LinkedHashSet<>();
    days.add(periodEnd.minusMonths(1));
    days.add(LocalDate.of(periodEnd.getYear() - 4, 6, 1));
    days.add(LocalDate.of(periodEnd.getYear() - 10, 6, 1));
    for (int months : new int[] {2, 6, 11, 14, 18, 24, 36}) {
      days.add(periodEnd.minusMonths(months).withDayOfMonth(1));
    }
    days.add(now);
    days.removeIf(day -> day.isAfter(achievementDate));
    return List.copyOf(days);
  }

  private void plainValues() {
    for (StoryEntry entry : best.entries()) {
      if (entry.value().isPresent()) {
        for (BigDecimal value : plainValues(entry.value().get())) {
          if (tryOut(with(entry, new StoryEntry(entry.day(), entry.cluster(), Optional.of(value), entry.unit())))) {
            break;
          }
        }
      }
    }
  }

  private static List<BigDecimal> plainValues(BigDecimal now) {
    List<BigDecimal> values = new ArrayList<>();
    if (now.signum() < 0) {
      values.addAll(List.of(BigDecimal.ZERO, now.abs()));
    }
    for (int decimals = 0; decimals < now.scale(); decimals++) {
      values.add(now.setScale(decimals, RoundingMode.FLOOR));
      values.add(now.setScale(decimals, RoundingMode.CEILING));
    }
    return values;
  }
}
