package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/** {@code ruleset DM "Diabetes mellitus" version 46.0 { … }}. */
public record RulesetNode(Name name, Optional<Text> title, Text version, List<Item> items, Span span)
    implements Node {
  public RulesetNode {
    items = List.copyOf(items);
  }

  /** One line or block of a rule set. */
  public sealed interface Item extends Node {
    <R> R accept(Visitor<R> visitor);
  }

  /** One method an item, none with a default: a new item must be handled in every pass. */
  public interface Visitor<R> {
    R source(Source item);

    R dayNeeded(DayNeeded item);

    R cluster(Cluster item);

    R reason(Reason item);

    R field(Field item);

    R population(Population item);

    R indicator(Indicator item);
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

  /** {@code register DM_REG "…" of GMS { … }} or {@code group …}; no parent means everyone. */
  public record Population(
      boolean register,
      Name name,
      Optional<Text> title,
      Optional<Name> parent,
      LadderNode ladder,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Population {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.population(this);
    }
  }

  /** {@code indicator DM020 "…" of DM_REG { denominator { … } numerator { … } }}; without ladders it is register-only. */
  public record Indicator(
      Name name,
      Optional<Text> title,
      Optional<Name> parent,
      Optional<LadderNode> denominator,
      Optional<LadderNode> numerator,
      List<NoteNode> notes,
      Span span)
      implements Item {
    public Indicator {
      notes = List.copyOf(notes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.indicator(this);
    }
  }
}
