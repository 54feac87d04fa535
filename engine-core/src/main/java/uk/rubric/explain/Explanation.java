package uk.rubric.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Note;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.source.Span;
import uk.rubric.syntax.LadderNode.BlockRule;

/**
 * Why one patient is where they are for one register, indicator, group, cohort or classification: the rules met, what
 * decided each, and the facts used. Where entries of an array are decided one by one it is of one of them. An
 * evaluation of these facts alone gives the same outcome for this output. Immutable.
 *
 * @param asAt ACHV_DAT
 * @param entry the one that was decided, of an array whose entries are; empty for a patient
 * @param ladders those that were asked, from the outermost population to the numerator
 * @param others those that stand elsewhere and were asked by conditions of {@code ladders}, each after those it asked
 * @param facts each once: birth, sex, registrations, entries by date
 * @param notes what is assumed, reconstructed or unverified in the rules that were met and the fields they rest on
 * @param outcome what every ladder of the plan decided, to be compared with an evaluator's
 */
public record Explanation(
    String service,
    LocalDate asAt,
    Mode mode,
    String practice,
    String patientId,
    Output output,
    Kind kind,
    Optional<UnitEntry> entry,
    Standing standing,
    List<LadderTrace> ladders,
    List<LadderTrace> others,
    List<Fact> facts,
    List<Note> notes,
    PatientOutcome outcome) {
  public Explanation {
    ladders = List.copyOf(ladders);
    others = List.copyOf(others);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }

  /** What is explained. */
  public enum Kind {
    REGISTER,
    INDICATOR,
    GROUP,
    COHORT,
    CLASSIFICATION;

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An entry of an array, decided on its own.
   *
   * @param number of the entry in its array, by day, from 1
   * @param of how many entries the array has
   */
  public record UnitEntry(String array, LocalDate day, int number, int of) {}

  /** Where the patient stands. */
  public enum Standing {
    NOT_IN_REGISTER("not in the register"),
    REGISTER("in the register"),
    NOT_IN_GROUP("not in the group"),
    GROUP("in the group"),
    NOT_IN_COHORT("not in the cohort"),
    COHORT("in the cohort"),
    NOT_CLASSIFIED("not classified, as not in the population"),
    CLASSIFIED("classified"),
    /** In the population, of whose entries the array has none. */
    NO_ENTRY("in the population, with no entry to decide"),
    NOT_IN_POPULATION("not in the population"),
    /** Of an indicator that is earned by keeping a register. */
    POPULATION("in the population"),
    REJECTED("in the population, not in the denominator"),
    DENOMINATOR("in the denominator, not in the numerator"),
    NUMERATOR("in the denominator and in the numerator");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    /** As a reader would say it. */
    public String words() {
      return words;
    }
  }

  /**
   * A ladder and the rules that were met in it, the last of which decided.
   *
   * @param selected whether the ladder selected the patient; false for a classification
   */
  public record LadderTrace(
      PlannedLadder.Kind kind, String ruleset, String owner, boolean selected, List<RuleTrace> rules) {
    public LadderTrace {
      rules = List.copyOf(rules);
    }

    /** The rule that decided. */
    public RuleTrace deciding() {
      return rules.get(rules.size() - 1);
    }

    /** The label that a classification gave. */
    public Optional<String> label() {
      return deciding().action().label();
    }
  }

  /**
   * A rule that was met.
   *
   * @param condition as it is written in the file; empty for a rule that acts on everyone
   * @param held whether the condition held; true without a condition
   * @param action what the rule then did: {@code next} for all but the last
   * @param findings the parts that made the condition true or false, in the order of the text: of a conjunction that
   *     failed the first part that did, of a disjunction that held the first part that did
   * @param from the rule of a block that it was made from
   * @param span where the rule stands
   */
  public record RuleTrace(
      int number,
      Optional<String> condition,
      boolean held,
      Action action,
      List<Finding> findings,
      Optional<BlockRule> from,
      Span span) {
    public RuleTrace {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A part of a condition, with what decided it.
   *
   * @param text as it is written in the file; of one that asks several things its head, {@code at least 2 of 4}
   * @param outcome in words what came of a part that asks several things, or asks another ladder
   * @param decision what another ladder decided, where it was asked
   * @param sides both sides of a comparison; only the one that is not recorded when there is one
   * @param parts what it stands on: each condition of several with whether it held, the reasons of a yes or no, what is
   *     so of an entry of an array
   */
  public record Finding(
      String text,
      boolean held,
      Optional<String> outcome,
      Optional<Decision> decision,
      List<Side> sides,
      List<Finding> parts) {
    public Finding {
      sides = List.copyOf(sides);
      parts = List.copyOf(parts);
    }
  }

  /**
   * What another ladder decided, as one of {@link Explanation#ladders()} or {@link Explanation#others()} shows.
   *
   * @param owner the population that was asked, or one on the way to it that rejected
   * @param rule the number of the rule that decided
   */
  public record Decision(PlannedLadder.Kind kind, String ruleset, String owner, int rule) {}

  /**
   * A field or date that a comparison names, and what it held.
   *
   * @param name as the rules write it: {@code IFCCHBA_VAL}, {@code PPED - 12 months}
   * @param content a date, a value with its unit, an age, a label, {@code yes}, {@code no}, or {@code not recorded}
   * @param passedOver of a field that is not recorded: what the record has of its kind and why the field does not take
   *     it
   * @param how the field came by its content, where its name does not say it: which branch, which days, which of
   *     several
   */
  public record Side(String name, String content, Optional<String> passedOver, Optional<String> how) {}
}
