package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/**
 * {@code test "…" of DM020 in QOF_2021_22 at 2022-03-31 { patient { … } expect … }}: a test beside the rules.
 *
 * @param subject the register, group, classification, indicator or payment that it is about
 * @param service whose dates hold; may be left out when there is one
 * @param day ACHV_DAT; the end of the service's period when left out
 */
public record TestNode(
    Text title,
    Name subject,
    Optional<Name> service,
    Optional<Text> day,
    List<Patient> patients,
    List<Given> given,
    List<Expectation> expectations,
    Span span)
    implements Node {
  public TestNode {
    patients = List.copyOf(patients);
    given = List.copyOf(given);
    expectations = List.copyOf(expectations);
  }

  /** {@code patient "Ada" { born 1960-05-01 … }}. */
  public record Patient(
      Optional<Text> title,
      List<ExpressionNode> born,
      List<ExpressionNode> died,
      List<Name> sex,
      List<Registered> registered,
      List<Entry> entries,
      Span span)
      implements Node {
    public Patient {
      born = List.copyOf(born);
      died = List.copyOf(died);
      sex = List.copyOf(sex);
      registered = List.copyOf(registered);
      entries = List.copyOf(entries);
    }
  }

  /** {@code registered from 2010-01-01 to 2020-01-01}. */
  public record Registered(ExpressionNode from, Optional<ExpressionNode> to, Span span) implements Node {}

  /**
   * {@code 2012-06-01: DM_COD + DMTYPE2_COD 58 mmol/mol}: an entry whose code lies in exactly these code clusters.
   *
   * @param own a name by which other entries may say that they belong to it
   * @param under the entry it belongs to
   * @param entered the day on which it was entered
   */
  public record Entry(
      ExpressionNode day,
      List<Name> clusters,
      Optional<Text> value,
      Optional<Text> unit,
      Optional<Name> own,
      Optional<Name> under,
      Optional<Text> entered,
      Optional<Name> episode,
      Span span)
      implements Node {
    public Entry {
      clusters = List.copyOf(clusters);
    }
  }

  /** What a test states of its practice; {@code part} is a day of the month or quarter, or left out for all of them. */
  public sealed interface Given extends Node {
    <R> R accept(Visitor<R> visitor);

    /** One method a kind, none with a default. */
    interface Visitor<R> {
      R figure(Figure given);

      R answer(Answer given);

      R count(Count given);

      R ofClass(OfClass given);

      R previous(Previous given);
    }

    /** {@code given LIST = 10184}, {@code given CLAIMED in 2025-06-30 = 2025-07-14}. */
    record Figure(Name name, Optional<Text> part, ExpressionNode value, Span span) implements Given {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.figure(this);
      }
    }

    /** {@code given AUDIT is unknown}. */
    record Answer(Name name, Optional<Text> part, ConditionNode.AnswerKind answer, Span span) implements Given {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.answer(this);
      }
    }

    /** {@code given size of DM_REG = 784}. */
    record Count(CountKind kind, Name name, Optional<Text> part, ExpressionNode value, Span span) implements Given {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.count(this);
      }
    }

    /** {@code given size of (LEVEL = FOUR) = 3}. */
    record OfClass(Name classification, Text label, Optional<Text> part, ExpressionNode value, Span span)
        implements Given {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.ofClass(this);
      }
    }

    /** {@code given previous of MONITORED = 14}. */
    record Previous(ExpressionNode figure, ExpressionNode value, Span span) implements Given {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.previous(this);
      }
    }
  }

  /** A count of a practice. */
  public enum CountKind {
    SIZE,
    NUMERATOR,
    DENOMINATOR,
    PCAS,
    EXCLUSIONS
  }

  /** One thing that must come out. */
  public sealed interface Expectation extends Node {
    <R> R accept(Visitor<R> visitor);

    /** One method a kind, none with a default. */
    interface Visitor<R> {
      R decided(Decided expectation);

      R presence(Presence expectation);

      R answer(Answer expectation);

      R content(Content expectation);

      R open(Open expectation);

      R count(Count expectation);
    }

    /**
     * {@code denominator reject as DMPCAPU by rule 5}; with no action the ladder is not asked:
     * {@code not in population}.
     *
     * @param name of the ladder's owner; the test's subject when left out
     */
    record Decided(
        Optional<ChangeNode.Part> part,
        Optional<Name> name,
        Optional<LadderNode.Action> action,
        Optional<Text> rule,
        Span span)
        implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.decided(this);
      }
    }

    /** {@code DMINVITE2_DAT is not recorded}. */
    record Presence(Name field, boolean recorded, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.presence(this);
      }
    }

    /** {@code DONE is yes}. */
    record Answer(Name field, ConditionNode.AnswerKind answer, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.answer(this);
      }
    }

    /** {@code AUDITED is pending}, {@code ON_ACCOUNT in 2025-12-31 is not yet}. */
    record Open(Name name, Optional<Text> part, boolean pending, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.open(this);
      }
    }

    /** {@code IFCCHBA_VAL = 58}, {@code DM020 in 2025-06-30 = £1916.25}, {@code DTP_DAT[] = …} is refused. */
    record Content(Name name, Optional<Text> part, ExpressionNode value, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.content(this);
      }
    }

    /** {@code size of DM_REG = 1}. */
    record Count(CountKind kind, Name name, ExpressionNode value, Span span) implements Expectation {
      @Override
      public <R> R accept(Visitor<R> visitor) {
        return visitor.count(this);
      }
    }
  }
}
