package uk.rubric.plan;

import java.time.LocalDate;
import java.util.Optional;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.Stretch;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answers;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * Which days practices chose, where a service looks from a day of each practice's own. A day that was not handed in,
 * lies outside its part of the period or after the achievement date is not known, and never stands for another.
 * Immutable and thread-safe.
 */
public final class ChosenDays {
  /** No practice has chosen. */
  public static final ChosenDays NONE = of(Answers.NONE);

  /** Every practice takes the run date: what rules are reasoned about by, whoever the practices are. */
  public static final ChosenDays RUN_DATE = new ChosenDays(Answers.NONE, Optional.of(LocalDate.MIN));

  /** How a practice stands to a day that it has to choose. */
  public enum Standing {
    CHOSEN,
    /** It has time to choose, and is taken to choose the achievement date. */
    ASSUMED,
    /** It has not handed in a day, or one that is still to come. */
    UNKNOWN,
    /** It has handed in a day that lies outside the month, quarter or year that it is for. */
    OUTSIDE;

    /** Whether there is a day to decide patients by. */
    public boolean isKnown() {
      return this == CHOSEN || this == ASSUMED;
    }
  }

  private final Answers answers;
  private final Optional<LocalDate> today;

  private ChosenDays(Answers answers, Optional<LocalDate> today) {
    this.answers = answers;
    this.today = today;
  }

  /** As practices answered. */
  public static ChosenDays of(Answers answers) {
    return new ChosenDays(answers, Optional.empty());
  }

  /**
   * Likewise, to look ahead: for a month, quarter or year that has not ended by a day, practices that have not chosen
   * are taken to choose the achievement date.
   */
  public ChosenDays ahead(LocalDate day) {
    return new ChosenDays(answers, Optional.of(today.filter(day::isAfter).orElse(day)));
  }

  Optional<LocalDate> find(Day day, String practice, Stretch period, LocalDate achievementDate) {
    return switch (standing(day, practice, period, achievementDate)) {
      case CHOSEN -> handedIn(day, practice, day.around(period, achievementDate));
      case ASSUMED -> Optional.of(achievementDate);
      case UNKNOWN, OUTSIDE -> Optional.empty();
    };
  }

  Standing standing(Day day, String practice, Stretch period, LocalDate achievementDate) {
    Stretch part = day.around(period, achievementDate);
    Optional<LocalDate> handedIn = handedIn(day, practice, part);
    if (handedIn.isPresent() && !part.contains(new Stretch(handedIn.get(), handedIn.get()))) {
      return Standing.OUTSIDE;
    }
    if (handedIn.isPresent() && !handedIn.get().isAfter(achievementDate)) {
      return Standing.CHOSEN;
    }
    return today.filter(part.end()::isAfter).isPresent() ? Standing.ASSUMED : Standing.UNKNOWN;
  }

  private Optional<LocalDate> handedIn(Day day, String practice, Stretch part) {
    String evidence = day.chosen().orElseThrow().evidence();
    return answers.find(Level.PRACTICE, practice, evidence, part.start(), part.end()).flatMap(Answer::day);
  }
}
