package uk.rubric.syntax;

import java.util.List;
import uk.rubric.source.Span;

/** What an amending service does to its base. */
public sealed interface ServiceChangeNode extends Node {
  <R> R accept(Visitor<R> visitor);

  /** One method a change, none with a default. */
  interface Visitor<R> {
    R item(OfItem change);

    R rows(OfRows change);

    R retire(Retire change);
  }

  /** {@code add ITEM} or {@code replace ITEM}. */
  record OfItem(boolean add, ServiceNode.Item item, Span span) implements ServiceChangeNode {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.item(this);
    }
  }

  /** {@code add to points DM { … }} or {@code replace in points DM { … }}. */
  record OfRows(boolean add, Name table, List<ServiceNode.PointsRow> rows, Span span) implements ServiceChangeNode {
    public OfRows {
      rows = List.copyOf(rows);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rows(this);
    }
  }

  /** {@code retire DM012}, or {@code retire use HYP}. */
  record Retire(boolean uses, List<Name> names, Span span) implements ServiceChangeNode {
    public Retire {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.retire(this);
    }
  }
}
