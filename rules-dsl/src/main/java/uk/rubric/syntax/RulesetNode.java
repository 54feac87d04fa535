package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/**
 * {@code ruleset DM "Diabetes mellitus" version 46.0 { … }}.
 *
 * @param amends the rule set whose items it takes over, with {@code changes}; neither is left once it is composed
 */
public record RulesetNode(
    Name name,
    Optional<Text> title,
    Text version,
    Optional<Base> amends,
    List<Item> items,
    List<ChangeNode> changes,
    Span span)
    implements Node {
  public RulesetNode {
    items = List.copyOf(items);
    changes = List.copyOf(changes);
  }

  /** {@code amends DM version 46.0}. */
  public record Base(Name name, Text version, Span span) implements Node {}

  /** One line or block of a rule set. */
  public sealed interface Item extends Node {
    <R> R accept(Visitor<R> visitor);
  }

  /** One method an item, none with a default: a new item must be handled in every pass. */
  public interface Visitor<R> {
    R source(Source item);

    R dayNeeded(DayNeeded item);

    R uses(Uses item);

    R cluster(Cluster item);

    R reason(Reason item);

    R field(Field item);

    R population(Population item);

    R indicator(Indicator item);

    R block(Block item);
  }

  /** {@code source "NHS Digital, …"}. */
  public record Source(Text text, Span span) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.source(this);
    }
  }

  /** {@code day PPED "…"}: a date that the service must give. */
  public record DayNeeded(Name name, Optional<Text> title, Span span) implements Item {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dayNeeded(this);
    }
  }

  /** {@code use COMMON version 50.0}: names of these rule sets may be said. */
  public record Uses(List<Use> uses, Span span) implements Item {
    public Uses {
      uses = List.copyOf(uses);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.uses(this);
    }
  }

  /** {@code COMMON version 50.0}; the version may be left out when only one is given. */
  public record Use(Name ruleset, Optional<Text> version, Span span) implements Node {}

  /** {@code cluster DM_COD "…" = refset … version …} or {@code = codes { … }}. */
  public record Cluster(
      Name name, Optional<Text> title, ClusterContent content, List<NoteNode> notes, Span span) implements Item {
    public Cluster {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cluster(this);
    }
  }

  /** What a code cluster holds. */
  public sealed interface ClusterContent extends Node {
    /** A published reference set with its version. */
    record Refset(Text id, Text version, Span span) implements ClusterContent {}

    /** Codes listed in the file. */
    record Codes(List<ListedCode> codes, Span span) implements ClusterContent {
      public Codes {
        codes = List.copyOf(codes);
      }
    }

    /** An expression constraint, which a terminology expands. */
    record Ecl(Text expression, Span span) implements ClusterContent {}
  }

  /** {@code 271649006 |Systolic blood pressure|}. */
  public record ListedCode(Text id, Optional<Text> term, Span span) implements Node {}

  /** {@code reason DMPCAPU = pca general "…"}. */
  public record Reason(Name name, ReasonKind kind, Optional<Text> title, List<NoteNode> notes, Span span)
      implements Item {
    public Reason {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reason(this);
    }
  }

  /** Why a reject takes a patient out of the denominator. */
  public enum ReasonKind {
    EXCLUSION,
    PCA_GENERAL,
    PCA_SPECIFIC
  }

  /** {@code field DM_DAT = …}. */
  public record Field(Name name, FieldForm form, List<NoteNode> notes, Span span) implements Item {
    public Field {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.field(this);
    }
  }

  /**
   * {@code register DM_REG "…" of GMS { … }}, {@code group}, {@code cohort} or {@code classify}; no parent means
   * everyone.
   *
   * @param each the array each entry of which is decided on its own
   */
  public record Population(
      PopulationKind kind,
      Name name,
      Optional<Text> title,
      Optional<Name> each,
      Optional<Name> parent,
      LadderNode ladder,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Population {
      notes = List.copyOf(notes);
    }

    /** Whether the report names it. */
    public boolean register() {
      return kind == PopulationKind.REGISTER;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.population(this);
    }
  }

  /** What a ladder outside indicators decides: membership, or for a classification which label. */
  public enum PopulationKind {
    REGISTER,
    GROUP,
    COHORT,
    CLASSIFICATION
  }

  /**
   * {@code indicator DM020 "…" of DM_REG { denominator { … } numerator { … } }}; without ladders it is register-only.
   *
   * @param each the array each entry of which is counted
   * @param fields drawn anew for each of them
   */
  public record Indicator(
      Name name,
      Optional<Text> title,
      Optional<Name> each,
      Optional<Name> parent,
      List<Field> fields,
      Optional<LadderNode> denominator,
      Optional<LadderNode> numerator,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Indicator {
      fields = List.copyOf(fields);
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.indicator(this);
    }
  }

  /** {@code block T3(DEC_DAT, WHY) { … }}: rules with parameters, used by ladders. */
  public record Block(Name name, List<Name> parameters, LadderNode ladder, List<NoteNode> notes, Span span)
      implements Item {
    public Block {
      parameters = List.copyOf(parameters);
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }
}
