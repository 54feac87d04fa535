package uk.rubric.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.TestNode.CountKind;
import uk.rubric.value.Unit;

/**
 * A test beside the rules, with every name resolved and every date a day. Immutable.
 *
 * @param subject as the file names it
 * @param service whose dates and figures hold; for rule sets that no service uses one of no figures, with the days of
 *     the financial year that {@code day} lies in
 * @param day ACHV_DAT
 * @param patients one or more, or none in a test of figures alone
 * @param given counts and figures of the practice; what is not given comes of the patients
 * @param expectations at least one
 * @param span of the whole test, where it was written
 * @param taken how it came to hold for its service, when it was written for another
 */
public record CheckedTest(
    String title,
    String subject,
    CheckedService service,
    LocalDate day,
    List<Patient> patients,
    List<Given> given,
    List<Expectation> expectations,
    Span titleSpan,
    Span span,
    Optional<Taken> taken) {
  public CheckedTest {
    patients = List.copyOf(patients);
    given = List.copyOf(given);
    expectations = List.copyOf(expectations);
  }

  /**
   * How a test of one service came to another.
   *
   * @param by the statement that takes it
   * @param months by which its days are later than those that are written
   */
  public record Taken(Span by, int months) {
    /** {@code taken, moved 12 months}. */
    public String words() {
      return "taken" + moved();
    }

    /** {@code , moved 12 months}, or nothing. */
    public String moved() {
      return months == 0 ? "" : ", moved " + months + (months == 1 ? " month" : " months");
    }
  }

  /** The file that has it run: its own, or the one that takes it. */
  public SourceText home() {
    return taken.map(Taken::by).orElse(span).source();
  }

  /** Its title, and when it is a taken one that it is. */
  public String fullTitle() {
    return title + taken.map(how -> " (" + how.words() + ")").orElse("");
  }

  /** A patient; nothing happens before birth. */
  public record Patient(
      Optional<String> title,
      LocalDate born,
      Optional<LocalDate> died,
      Optional<String> sex,
      List<Stay> stays,
      List<Entry> entries,
      Span span) {
    public Patient {
      stays = List.copyOf(stays);
      entries = List.copyOf(entries);
    }
  }

  /** A GMS registration at the practice; {@code end} is not before {@code start}. */
  public record Stay(LocalDate start, Optional<LocalDate> end) {}

  /**
   * A clinical entry, whose code lies in exactly these code clusters.
   *
   * @param clusters one that several rule sets pin alike stands here once for each of them
   * @param unit of the value; empty takes the unit of the rule that reads it
   * @param own a name by which other entries of the patient may say that they belong to it
   * @param under the entry it belongs to
   */
  public record Entry(
      LocalDate day,
      Set<ClusterId> clusters,
      Optional<BigDecimal> value,
      Optional<Unit> unit,
      Optional<String> own,
      Optional<String> under,
      Optional<LocalDate> entered,
      Optional<String> episode,
      Span span) {
    public Entry {
      clusters = Set.copyOf(clusters);
    }
  }

  /** What a test states of its practice. */
  public sealed interface Given {
    /** A count, which holds in place of that of the patients. */
    sealed interface Count extends Given {
      long number();

      /** The last day of the month or quarter that it is for; empty for all that are not given by themselves. */
      Optional<LocalDate> asAt();

      /** As a test writes it. */
      String name();
    }

    /** The practice's list size, the same for every part of the period. */
    record ListSize(long number) implements Count {
      @Override
      public Optional<LocalDate> asAt() {
        return Optional.empty();
      }

      @Override
      public String name() {
        return Scope.LIST;
      }
    }

    /** How many are in a register or group. */
    record Size(PopulationId population, long number, Optional<LocalDate> asAt) implements Count {
      @Override
      public String name() {
        return "size of " + population;
      }
    }

    /** How many have a label. */
    record OfClass(PopulationId classification, String label, long number, Optional<LocalDate> asAt) implements Count {
      @Override
      public String name() {
        return "size of (" + classification + " = " + label + ")";
      }
    }

    /** The denominator, numerator, PCAs or exclusions of an indicator; {@code kind} is never {@link CountKind#SIZE}. */
    record OfIndicator(CountKind kind, String indicator, long number, Optional<LocalDate> asAt) implements Count {
      @Override
      public String name() {
        return kind.name().toLowerCase(Locale.ROOT) + " of " + indicator;
      }
    }

    /** The practice's weighted list. */
    record WeightedList(BigDecimal number) implements Given {}

    /**
     * An answer of the practice, or of the PCN or ICB that it belongs to; unknown when it holds nothing.
     *
     * @param part of the period that it is for; empty for all that are not given by themselves
     */
    record Answer(
        CheckedService.Evidence evidence,
        Optional<Stretch> part,
        Optional<Boolean> yes,
        Optional<BigDecimal> number,
        Optional<LocalDate> day)
        implements Given {}

    /** A figure of the year before, by the words of results in CSV. */
    record Previous(String output, String measure, BigDecimal value) implements Given {}
  }

  /** One thing that must come out; of several patients, for each. */
  public sealed interface Expectation {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** One method a kind, none with a default. */
    interface Visitor<R> {
      R decided(Decided expectation);

      R recorded(Recorded expectation);

      R content(Content expectation);

      R figure(Figure expectation);

      R open(Open expectation);

      R count(Count expectation);
    }

    /**
     * What a ladder decides.
     *
     * @param action with the reason's name or the label when the test states one; empty when the ladder is not asked
     * @param rule the number of the rule that decides, if the test states it
     */
    record Decided(LadderOf ladder, Optional<Act> action, OptionalInt rule, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.decided(this);
      }
    }

    /** Whether a field holds anything. */
    record Recorded(FieldId field, boolean recorded, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.recorded(this);
      }
    }

    /** What a field holds: a day, a value, an age in whole years or months, a label or an answer. */
    record Content(FieldId field, Comparable<?> content, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.content(this);
      }
    }

    /**
     * A measure, a payment or an indicator's share of one.
     *
     * @param part the month or quarter; empty for the whole period
     * @param value as written, so that its decimal places say how exact it is
     */
    record Figure(String name, Optional<Stretch> part, BigDecimal value, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.figure(this);
      }
    }

    /** A figure that is not known: it is pending, or else not due yet. */
    record Open(String name, Optional<Stretch> part, boolean pending, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.open(this);
      }
    }

    /**
     * How many of the test's patients are in a register, denominator or numerator, or left out for a PCA or an
     * exclusion.
     */
    record Count(CountKind kind, String name, Optional<PopulationId> population, long number, Span span)
        implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.count(this);
      }
    }
  }

  /** The ladder of a register, group, cohort or classification, or one of the two of an indicator. */
  public record LadderOf(String ruleset, String owner, Part part) {
    /** {@code denominator of DM020}, or the owner alone. */
    @Override
    public String toString() {
      return part == Part.POPULATION ? owner : part.name().toLowerCase(java.util.Locale.ROOT) + " of " + owner;
    }
  }

  /** Which ladder of its owner. */
  public enum Part {
    POPULATION,
    DENOMINATOR,
    NUMERATOR
  }

  /** An action as a test states it: {@code select}, {@code reject}, {@code reject as REASON}, {@code give LABEL}. */
  public record Act(
      uk.rubric.syntax.LadderNode.ActionKind kind, Optional<String> reason, Optional<String> label) {
    /** Whether a rule's action is so; a reason or label that is not stated may be any. */
    public boolean fits(Ladder.Action action) {
      return action.kind() == kind
          && reason.map(r -> action.reason().map(of -> of.name().equals(r)).orElse(false)).orElse(true)
          && label.map(l -> action.label().equals(Optional.of(l))).orElse(true);
    }
  }
}
