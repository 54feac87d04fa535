package uk.rubric.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Stretch;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.Unread.Why;
import uk.rubric.syntax.ServiceNode.AnswerKind;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * What the services of a run ask of evidence and history, so that a row which none of them reads is noticed. Immutable
 * and thread-safe.
 *
 * @param questions each evidence of the services
 * @param figures those of the year before that formulas ask
 * @param others the names of all other registers, indicators, measures and payments: results of the year before have
 *     these too
 * @param levels the levels for whose organisations there are measures or payments
 */
public record Asked(List<Question> questions, List<Past> figures, Set<String> others, Set<Level> levels) {
  // Beside what formulas ask, a register or indicator has these in results: no slip of the pen.
  private static final Set<String> WORDS = Set.of("list_size", "list_size_stated", "income_total", "payments_pending",
      "payments_not_yet", "count", "prevalence_percent", "population", "denominator", "numerator", "rejected",
      "achievement_percent", "measurable_from", "points", "points_available", "income", "patients_to_lower",
      "patients_to_upper", "value_of_next_patient", "income_at_risk", "income_available");

  /** An evidence and the days that an answer to it may be for. */
  public record Question(String item, Level level, AnswerKind kind, Stretch days) {
    /** Whether an answer, of whatever organisation, is one to this. */
    public boolean reads(Answer answer) {
      return isOf(answer) && answer.level() == level && fits(answer) && covers(answer.date());
    }

    private boolean isOf(Answer answer) {
      return answer.item().equals(item);
    }

    private boolean fits(Answer answer) {
      return answer.reply() == Reply.UNKNOWN || switch (kind) {
        case YES_NO -> answer.reply() == Reply.YES || answer.reply() == Reply.NO;
        case NUMBER -> answer.reply() == Reply.NUMBER;
        case DATE -> answer.reply() == Reply.DATE;
      };
    }

    private boolean covers(LocalDate date) {
      return !date.isBefore(days.start()) && !date.isAfter(days.end());
    }

    /** The first thing that does not fit. */
    private Unread unread(Answer answer) {
      if (answer.level() != level) {
        return new Unread(Why.LEVEL, "`" + item + "` is asked per " + word(level) + ": write the level `" + word(level)
            + "` and the code of one");
      }
      if (!fits(answer)) {
        return new Unread(Why.KIND, "`" + item + "` is answered with " + switch (kind) {
          case YES_NO -> "`yes`, `no` or `unknown`";
          case NUMBER -> "a number or `unknown`";
          case DATE -> "a day or `unknown`";
        });
      }
      return new Unread(Why.DATE, "`" + item + "` is asked for days from " + days.start() + " to " + days.end()
          + ": the date says what the answer is for, not when it was handed in");
    }
  }

  /**
   * A figure of the period that started in {@code year}, by the words of results in CSV.
   *
   * @param level of the organisations of which it is asked
   */
  public record Past(String output, String measure, int year, Level level) {
    /** Whether an entry, of whatever organisation, is one of this. */
    public boolean reads(History.Entry entry) {
      return output.equals(entry.output()) && measure.equals(entry.measure()) && year == entry.year();
    }
  }

  public Asked {
    questions = List.copyOf(questions);
    figures = List.copyOf(figures);
    others = Set.copyOf(others);
    levels = Set.copyOf(levels);
  }

  /**
   * What one service asks.
   *
   * @param period of the run; answers for the service's own period are taken for answers too
   * @param outputs its registers and indicators
   */
  public static Asked of(CheckedService service, Stretch period, List<String> outputs) {
    Stretch days = new Stretch(
        earlier(period.start(), service.periodStart()), later(period.end(), service.periodEnd()));
    List<Question> questions = service.evidence().stream()
        .map(e -> new Question(e.name(), e.each().level(), e.kind(), days)).toList();
    int year = period.start().getYear() - 1;
    List<Past> figures = PastFigure.all(service).stream()
        .map(f -> new Past(f.output(), f.measure(), year, f.level().orElse(Level.PRACTICE))).toList();
    Set<String> others = new TreeSet<>(outputs);
    service.measures().forEach(m -> others.add(m.name()));
    service.pays().forEach(p -> others.add(p.name()));
    figures.forEach(f -> others.remove(f.output()));
    return new Asked(questions, figures, others, levels(service));
  }

  private static Set<Level> levels(CheckedService service) {
    return Stream.concat(service.measures().stream().map(m -> m.each().level()),
        service.pays().stream().map(p -> p.each().level())).collect(Collectors.toSet());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  /** What either asks. */
  public Asked and(Asked other) {
    Set<String> both = new TreeSet<>(others);
    both.addAll(other.others);
    Set<Level> either = new HashSet<>(levels);
    either.addAll(other.levels);
    return new Asked(joined(questions, other.questions), joined(figures, other.figures), both, either);
  }

  private static <T> List<T> joined(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  /** Why nothing reads an answer; empty when something does. */
  public Optional<Unread> unread(Answer answer) {
    if (questions.stream().anyMatch(q -> q.reads(answer))) {
      return Optional.empty();
    }
    return Optional.of(questions.stream()
        .filter(q -> q.isOf(answer))
        .map(q -> q.unread(answer))
        .max(Comparator.comparing(Unread::why))
        .orElseGet(() -> named(answer.item(), names(questions, Question::item))));
  }

  private static Unread named(String name, Set<String> known) {
    return Suggestion.closest(name, known)
        .map(near -> new Unread(Why.NAME, "did you mean `" + near + "`?"))
        .orElseGet(Unread::anothers);
  }

  private static <T> Set<String> names(List<T> all, Function<T, String> name) {
    Set<String> names = new TreeSet<>();
    all.forEach(each -> names.add(name.apply(each)));
    return names;
  }

  /**
   * Why nothing reads a figure of an earlier year; empty when something does.
   *
   * @param history all of them: a figure of a year that nothing asks is odd only beside none of the year that is asked
   */
  public Optional<Unread> unread(History.Entry entry, History history) {
    List<Past> named = figures.stream().filter(f -> f.output().equals(entry.output())).toList();
    List<Past> measured = named.stream().filter(f -> f.measure().equals(entry.measure())).toList();
    if (measured.stream().anyMatch(f -> f.reads(entry))) {
      return Optional.empty();
    }
    if (named.isEmpty()) {
      return Optional.of(others.contains(entry.output()) || entry.output().isEmpty()
          ? Unread.anothers() : named(entry.output(), names(figures, Past::output)));
    }
    return Optional.of(measured.isEmpty() ? measure(entry, named) : year(entry, measured, history));
  }

  private static Unread measure(History.Entry entry, List<Past> named) {
    if (WORDS.contains(entry.measure()) || entry.measure().endsWith("_state")) {
      return Unread.anothers();
    }
    return new Unread(Why.MEASURE, "`" + entry.output() + "` is asked as "
        + String.join(" or ", names(named, Past::measure).stream().map(m -> "`" + m + "`").toList()));
  }

  private static Unread year(History.Entry entry, List<Past> measured, History history) {
    List<Past> missing = new ArrayList<>(measured);
    missing.removeIf(
        f -> history.find(entry.organisation(), f.year(), f.output(), f.measure()).isPresent());
    return missing.isEmpty() ? Unread.anothers() : new Unread(Why.YEAR,
        "`" + entry.output() + "` is asked of the year that starts in " + missing.get(0).year());
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
