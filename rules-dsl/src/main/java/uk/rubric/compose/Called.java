package uk.rubric.compose;

import java.util.Optional;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;

/** What an item is called: its kind in words and its name; nothing for items without a name. */
record Called(String kind, Name name) {
  static Optional<Called> of(RulesetNode.Item item) {
    return item.accept(new Reader());
  }

  /** Whether two items are one thing, so that one can take the place of the other. */
  boolean isSameAs(Called other) {
    return kind.equals(other.kind) && name.written().equals(other.name.written());
  }

  private static final class Reader implements RulesetNode.Visitor<Optional<Called>> {
    private static Optional<Called> called(String kind, Name name) {
      return Optional.of(new Called(kind, name));
    }

    @Override
    public Optional<Called> source(RulesetNode.Source item) {
      return Optional.empty();
    }

    @Override
    public Optional<Called> dayNeeded(RulesetNode.DayNeeded item) {
      return Optional.empty();
    }

    @Override
    public Optional<Called> uses(RulesetNode.Uses item) {
      return Optional.empty();
    }

    @Override
    public Optional<Called> cluster(RulesetNode.Cluster item) {
      return called("code cluster", item.name());
    }

    @Override
    public Optional<Called> reason(RulesetNode.Reason item) {
      return called("reason", item.name());
    }

    @Override
    public Optional<Called> field(RulesetNode.Field item) {
      return called("field", item.name());
    }

    @Override
    public Optional<Called> population(RulesetNode.Population item) {
      return called("register, group or classification", item.name());
    }

    @Override
    public Optional<Called> indicator(RulesetNode.Indicator item) {
      return called("indicator", item.name());
    }

    @Override
    public Optional<Called> block(RulesetNode.Block item) {
      return called("block", item.name());
    }
  }
}
