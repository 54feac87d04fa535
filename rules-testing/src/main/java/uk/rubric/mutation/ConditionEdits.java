package uk.rubric.mutation;

import static uk.rubric.mutation.Operator.DROPPED_PART;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ConditionNode.Answer;
import uk.rubric.syntax.ConditionNode.AnswerKind;
import uk.rubric.syntax.ConditionNode.Comparison;
import uk.rubric.syntax.ConditionNode.Connective;
import uk.rubric.syntax.ConditionNode.Junction;
import uk.rubric.syntax.ConditionNode.Member;
import uk.rubric.syntax.ConditionNode.OneOf;
import uk.rubric.syntax.ConditionNode.Presence;
import uk.rubric.syntax.ConditionNode.Quantified;
import uk.rubric.syntax.ConditionNode.Quantity;
import uk.rubric.syntax.ConditionNode.SameEntry;
import uk.rubric.syntax.ConditionNode.Some;
import uk.rubric.syntax.ConditionNode.Within;
import uk.rubric.syntax.ExpressionNode;

/** Changes of one condition; of its parts nothing. */
final class ConditionEdits implements ConditionNode.Visitor<List<Edit>> {
  private static final String LATER = " + 1 days";
  private static final String EARLIER = " - 1 days";

  /** Every way; limits of what is no date do not check and drop out. */
  @Override
  public List<Edit> comparison(Comparison condition) {
    Comparator comparator = condition.comparator();
    Span sign = Texts.find(condition.span(), condition.left().span().end(), condition.right().span().start(),
        comparator.sign());
    List<Edit> edits = new ArrayList<>();
    if (comparator != Comparator.EQUAL && comparator != Comparator.NOT_EQUAL) {
      edits.add(new Edit(Operator.STRICTNESS, condition.span(), sign, otherStrictness(comparator).sign()));
      boolean later = comparator == Comparator.MORE || comparator == Comparator.AT_MOST;
      edits.add(moved(condition, condition.right(), later));
    }
    edits.add(new Edit(Operator.REVERSED, condition.span(), sign, reversed(comparator).sign()));
    return edits;
  }

  private static Edit moved(ConditionNode condition, ExpressionNode limit, boolean later) {
    Span end = Texts.at(condition.span(), limit.span().end());
    return new Edit(Operator.DAY, condition.span(), end, later ? LATER : EARLIER);
  }

  private static Comparator otherStrictness(Comparator comparator) {
    return switch (comparator) {
      case LESS -> Comparator.AT_MOST;
      case AT_MOST -> Comparator.LESS;
      case MORE -> Comparator.AT_LEAST;
      case AT_LEAST -> Comparator.MORE;
      case EQUAL -> Comparator.NOT_EQUAL;
      case NOT_EQUAL -> Comparator.EQUAL;
    };
  }

  private static Comparator reversed(Comparator comparator) {
    return switch (comparator) {
      case LESS -> Comparator.MORE;
      case AT_MOST -> Comparator.AT_LEAST;
      case MORE -> Comparator.LESS;
      case AT_LEAST -> Comparator.AT_MOST;
      case EQUAL -> Comparator.NOT_EQUAL;
      case NOT_EQUAL -> Comparator.EQUAL;
    };
  }

  @Override
  public List<Edit> within(Within condition) {
    List<Edit> edits = new ArrayList<>();
    int start = condition.subject().span().end();
    condition.low().ifPresent(low -> {
      String word = condition.lowIncluded() ? "from" : "after";
      Span place = Texts.find(condition.span(), start, low.span().start(), word);
      edits.add(new Edit(Operator.STRICTNESS, condition.span(), place, condition.lowIncluded() ? "after" : "from"));
      edits.add(moved(condition, low, !condition.lowIncluded()));
      condition.high().ifPresent(high -> edits.add(
          new Edit(DROPPED_PART, condition.span(), Texts.cut(place, place.start(), high(condition).start()), "")));
    });
    condition.high().ifPresent(high -> {
      edits.add(
          new Edit(Operator.STRICTNESS, condition.span(), high(condition), condition.highIncluded() ? "before" : "to"));
      edits.add(moved(condition, high, condition.highIncluded()));
      condition.low().ifPresent(low -> edits.add(new Edit(DROPPED_PART, condition.span(),
          Texts.cut(condition.span(), high(condition).start(), condition.span().end()), "")));
    });
    return edits;
  }

  private static Span high(Within condition) {
    int start = condition.low().map(low -> low.span().end()).orElse(condition.subject().span().end());
    return Texts.find(condition.span(), start, condition.high().orElseThrow().span().start(),
        condition.highIncluded() ? "to" : "before");
  }

  @Override
  public List<Edit> presence(Presence condition) {
    return List.of(negated(Operator.PRESENCE, condition, condition.recorded(), condition.subject(), "recorded"));
  }

  /** Puts {@code not} before a word, or takes it away. */
  private static Edit negated(
      Operator operator, ConditionNode condition, boolean positive, ExpressionNode subject, String word) {
    Span all = condition.span();
    Span place = Texts.find(all, subject.span().end(), all.end(), positive ? word : "not ");
    return positive
        ? new Edit(operator, all, Texts.at(all, place.start()), "not ")
        : new Edit(operator, all, place, "");
  }

  @Override
  public List<Edit> junction(Junction condition) {
    List<Edit> edits = new ArrayList<>();
    List<Connective> words = condition.connectives();
    edits.add(connectives(condition));
    for (int part = 0; part < condition.parts().size(); part++) {
      int start = part == 0 ? condition.span().start() : words.get(part - 1).span().start();
      int end = part == 0 ? words.get(0).span().end()
          : part < words.size() ? words.get(part).span().start() : condition.span().end();
      edits.add(new Edit(DROPPED_PART, condition.span(), Texts.cut(condition.span(), start, end), ""));
    }
    return edits;
  }

  /** All of them at once, as the two must not be mixed. */
  private static Edit connectives(Junction condition) {
    List<Connective> words = condition.connectives();
    Span cut = words.get(0).span().through(words.get(words.size() - 1).span());
    StringBuilder text = new StringBuilder();
    int from = cut.start();
    for (Connective word : words) {
      text.append(cut.source().text(), from, word.span().start()).append(word.and() ? "or" : "and");
      from = word.span().end();
    }
    return new Edit(Operator.CONNECTIVE, condition.span(), cut, text.toString());
  }

  @Override
  public List<Edit> quantified(Quantified condition) {
    List<Edit> edits = new ArrayList<>();
    Span all = condition.span();
    condition.number().ifPresent(number -> Texts.stepsAway(number.text())
        .forEach(step -> edits.add(new Edit(Operator.QUANTITY, all, number.span(), step))));
    if (condition.number().isEmpty()) {
      String word = condition.quantity().name().toLowerCase(java.util.Locale.ROOT);
      edits.add(new Edit(Operator.QUANTITY, all, Texts.cut(all, all.start(), all.start() + word.length()),
          condition.quantity() == Quantity.ANY ? "all" : "any"));
    }
    for (int part = 0; part < condition.parts().size() && condition.parts().size() > 1; part++) {
      edits.add(new Edit(DROPPED_PART, all, partWithComma(condition, part), ""));
    }
    return edits;
  }

  private static Span partWithComma(Quantified condition, int part) {
    Span all = condition.span();
    List<ConditionNode> parts = condition.parts();
    if (part == 0) {
      int open = Texts.find(all, all.start(), all.end(), "(").end();
      return Texts.cut(all, open, Texts.find(all, parts.get(0).span().end(), all.end(), ",").end());
    }
    int comma = Texts.find(all, parts.get(part - 1).span().end(), all.end(), ",").start();
    boolean last = part == parts.size() - 1;
    return Texts.cut(all, comma,
        last ? all.end() - 1 : Texts.find(all, parts.get(part).span().end(), all.end(), ",").start());
  }

  @Override
  public List<Edit> some(Some condition) {
    return List.of();
  }

  @Override
  public List<Edit> sameEntry(SameEntry condition) {
    return List.of();
  }

  @Override
  public List<Edit> member(Member condition) {
    Span all = condition.span();
    return List.of(condition.in()
        ? new Edit(Operator.MEMBERSHIP, all, Texts.at(all, all.start()), "not ")
        : new Edit(Operator.MEMBERSHIP, all, Texts.find(all, all.start(), all.end(), "not"), ""));
  }

  @Override
  public List<Edit> oneOf(OneOf condition) {
    List<Edit> edits = new ArrayList<>();
    edits.add(negated(Operator.MEMBERSHIP, condition, condition.in(), condition.subject(), "one of"));
    for (int i = 1; i < condition.labels().size(); i++) {
      Span label = condition.labels().get(i).span();
      edits.add(new Edit(DROPPED_PART, condition.span(),
          Texts.cut(label, condition.labels().get(i - 1).span().end(), label.end()), ""));
    }
    return edits;
  }

  @Override
  public List<Edit> answer(Answer condition) {
    Span all = condition.span();
    String word = condition.answer().name().toLowerCase(java.util.Locale.ROOT);
    return List.of(new Edit(Operator.ANSWER, all, Texts.cut(all, all.end() - word.length(), all.end()),
        condition.answer() == AnswerKind.YES ? "no" : "yes"));
  }
}
