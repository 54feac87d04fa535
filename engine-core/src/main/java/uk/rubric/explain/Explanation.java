package uk.rubric.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Note;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.source.Span;

/**
 * Why one patient is where they are for one register or indicator: the rules met, what decided each, and the facts used. An
 * evaluation of these facts alone gives the same outcome for this output. Immutable.
 *
 * @param asAt ACHV_DAT
 * @param ladders those that were asked, from the outermost population to the numerator
 * @param facts each once: birth, registrations, entries by date
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
    Standing standing,
    List<LadderTrace> ladders,
    List<Fact> facts,
    List<Note> notes,
    PatientOutcome outcome) {
  public Explanation {
    ladders = List.copyOf(ladders);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }

  /** Where the patient stands. */
  public enum Standing {
    NOT_IN_REGISTER("not in the register"),
    REGISTER("in the register"),
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
   * @param selected whether the ladder selected the patient
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
  }

  /**
   * A rule that was met.
   *
   * @param condition as it is written in the file; empty for a rule that acts on everyone
   * @param held whether the condition held; true without a condition
   * @param action what the rule then did: {@code next} for all but the last
   * @param findings the parts that made the condition true or false, in the order of the text: of a conjunction that failed
   *     the first part that did, of a disjunction that held the first part that did
   * @param span where the rule stands
   */
  public record RuleTrace(
      int number, Optional<String> condition, boolean held, Action action, List<Finding> findings, Span span) {
    public RuleTrace {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A comparison or test of presence, with what decided it.
   *
   * @param text as it is written in the file
   * @param sides both sides of a comparison; only the one that is not recorded when there is one
   */
  public record Finding(String text, boolean held, List<Side> sides) {
    public Finding {
      sides = List.copyOf(sides);
    }
  }

  /**
   * A field or date that a comparison names, and what it held.
   *
   * @param name as the rules write it: {@code IFCCHBA_VAL}, {@code PPED - 12 months}
   * @param content a date, a value with its unit, an age in years, or {@code not recorded}
   * @param passedOver of a field that is not recorded: what the record has of its kind and why the field does not take it
   */
  public record Side(String name, String content, Optional<String> passedOver) {}
}
