package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/** What an amending rule set does to its base: each part is addressed by its name and number. */
public sealed interface ChangeNode extends Node {
  <R> R accept(Visitor<R> visitor);

  /** One method a change, none with a default. */
  interface Visitor<R> {
    R item(OfItem change);

    R retire(Retire change);

    R rule(OfRule change);

    R retireRule(RetireRule change);

    R ladder(OfLadder change);
  }

  /** {@code add ITEM} or {@code replace ITEM}. */
  record OfItem(boolean add, RulesetNode.Item item, Span span) implements ChangeNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.item(this);
    }
  }

  /** {@code retire DM012, DM019}, {@code retire reason DMINVITE} or {@code retire use CHD}. */
  record Retire(Retired what, List<Name> names, Span span) implements ChangeNode {
    public Retire {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.retire(this);
    }
  }

  /** {@code replace rule 2 of denominator DM012 { 2: … }}, or {@code add rule}. */
  record OfRule(boolean add, Text number, LadderName ladder, LadderNode.Step step, Span span) implements ChangeNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rule(this);
    }
  }

  /** {@code retire rule 2 of denominator DM012}. */
  record RetireRule(Text number, LadderName ladder, Span span) implements ChangeNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.retireRule(this);
    }
  }

  /** {@code replace denominator of DM012 { … }}. */
  record OfLadder(Part part, Name name, LadderNode ladder, Span span) implements ChangeNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ladder(this);
    }
  }

  /** {@code denominator DM012}, or the name of a register or group alone. */
  record LadderName(Optional<Part> part, Name name, Span span) implements Node {}

  /** What is retired: reasons and used rule sets have names of their own. */
  enum Retired {
    ITEM,
    REASON,
    USE
  }

  /** The ladders of an indicator. */
  enum Part {
    DENOMINATOR,
    NUMERATOR
  }
}
