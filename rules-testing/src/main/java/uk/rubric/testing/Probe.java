package uk.rubric.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.analysis.Question;
import uk.rubric.check.Condition;
import uk.rubric.check.Condition.Comparison;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.PatientView.Decided;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.testing.Coverage.Measure;
import uk.rubric.value.DateUnit;

/**
 * One part of a rule that tests may cover: whether somebody who comes to the rule covers it, and the question that asks
 * for somebody who does.
 *
 * @param covers asked of those who come to the rule alone
 * @param question empty when the solver has no words for it
 */
record Probe(Measure measure, String what, Span span, Covers covers, Optional<Question> question) {

  /** Whether one who comes to the rule covers the part. */
  @FunctionalInterface
  interface Covers {
    boolean by(PatientView view, Decided decided);
  }

  /** All parts of a rule; {@code index} is its place in the ladder, from 0. */
  static List<Probe> of(PlannedLadder ladder, int index) {
    Rule rule = ladder.ladder().rules().get(index);
    Question reaches = new Question.Reaches(0, ladder.index(), index);
    List<Probe> probes = new ArrayList<>();
    probes.add(new Probe(Measure.RULES, "reached", rule.span(), (view, decided) -> true, Optional.of(reaches)));
    rule.condition().ifPresentOrElse(condition -> {
      for (boolean holds : new boolean[] {true, false}) {
        if (rule.action(holds).isTerminal()) {
          probes.add(new Probe(Measure.OUTCOMES, Actions.words(rule.action(holds)) + " because the condition is "
              + holds,
              rule.span(), (view, decided) -> view.holds(condition, decided) == holds,
              Optional.of(new Question.Takes(0, ladder.index(), index, holds))));
        }
      }
      atoms(condition).forEach(atom -> ofAtom(atom, reaches, probes));
    }, () -> probes.add(new Probe(Measure.OUTCOMES, Actions.words(rule.whenTrue()) + " for everyone", rule.span(),
        (view, decided) -> true, Optional.of(reaches))));
    return probes;
  }

  private static Stream<Condition> atoms(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return all.parts().stream().flatMap(Probe::atoms);
    } else if (condition instanceof Condition.AnyOf any) {
      return any.parts().stream().flatMap(Probe::atoms);
    } else if (condition instanceof Condition.NoneOf none) {
      return none.parts().stream().flatMap(Probe::atoms);
    } else if (condition instanceof Condition.AtLeast least) {
      return least.parts().stream().flatMap(Probe::atoms);
    }
    return Stream.of(condition);
  }

  private static String written(Span span) {
    return "`" + span.text().replaceAll("\\s+", " ") + "`";
  }

  private static void ofAtom(Condition atom, Question reaches, List<Probe> probes) {
    for (boolean holds : new boolean[] {true, false}) {
      Question question = new Question.Holds(0, atom);
      probes.add(new Probe(Measure.CONDITIONS, written(atom.span()) + " is " + holds, atom.span(),
          (view, decided) -> view.holds(atom, decided) == holds,
          Optional.of(Question.all(reaches, holds ? question : Question.not(question)))));
    }
    if (atom instanceof Comparison comparison && comparison.comparator() != Comparator.EQUAL
        && comparison.comparator() != Comparator.NOT_EQUAL) {
      ofLimit(comparison, reaches, probes);
    }
  }

  /** At the limit itself, and one step to the side where the answer is another. */
  private static void ofLimit(Comparison limit, Question reaches, List<Probe> probes) {
    boolean above = limit.comparator() == Comparator.MORE || limit.comparator() == Comparator.AT_MOST;
    BigDecimal step = step(limit);
    probes.add(new Probe(Measure.BOUNDARIES, written(limit.span()) + " at the limit", limit.span(),
        (view, decided) -> distance(limit, view).map(d -> d.signum() == 0).orElse(false),
        Optional.of(Question.all(reaches, equal(limit, limit.left(), limit.right())))));
    probes.add(new Probe(Measure.BOUNDARIES, written(limit.span()) + " just " + (above ? "above" : "below"),
        limit.span(),
        (view, decided) -> distance(limit, view)
            .map(d -> above ? d.signum() > 0 && d.compareTo(step) <= 0 : d.signum() < 0
                && d.negate().compareTo(step) <= 0)
            .orElse(false),
        beside(limit, above, step).map(beside -> Question.all(reaches, beside))));
  }

  private static Question equal(Comparison limit, Operand left, Operand right) {
    return new Question.Holds(0, new Comparison(left, Comparator.EQUAL, right, limit.span()));
  }

  private static Optional<Question> beside(Comparison limit, boolean above, BigDecimal step) {
    if (limit.right() instanceof Operand.Number number) {
      BigDecimal beside = above ? number.number().add(step) : number.number().subtract(step);
      return Optional.of(equal(limit, limit.left(), new Operand.Number(beside)));
    } else if (limit.right() instanceof Operand.Age age) {
      int beside = above ? age.completed() + 1 : age.completed() - 1;
      return beside < 0 ? Optional.empty() : Optional.of(equal(limit, limit.left(), new Operand.Age(beside)));
    } else if (!(limit.left() instanceof Operand.Shifted)) {
      return Optional.of(equal(limit, new Operand.Shifted(limit.left(), above ? -1 : 1, DateUnit.DAYS), limit.right()));
    } else if (!(limit.right() instanceof Operand.Shifted)) {
      return Optional.of(equal(limit, limit.left(), new Operand.Shifted(limit.right(), above ? 1 : -1, DateUnit.DAYS)));
    }
    return Optional.empty();
  }

  /** Of a value one in the last place that the rule writes; else 1. */
  private static BigDecimal step(Comparison limit) {
    return Stream.of(limit.left(), limit.right())
        .filter(Operand.Number.class::isInstance)
        .map(number -> ((Operand.Number) number).number().ulp())
        .min(BigDecimal::compareTo)
        .orElse(BigDecimal.ONE);
  }

  /** How far the left side lies above the right one; empty when one is not recorded. */
  private static Optional<BigDecimal> distance(Comparison limit, PatientView view) {
    Optional<Comparable<?>> left = view.value(limit.left(), Optional.empty());
    Optional<Comparable<?>> right = view.value(limit.right(), Optional.empty());
    return left.flatMap(l -> right.flatMap(r -> distance(l, r)));
  }

  private static Optional<BigDecimal> distance(Comparable<?> left, Comparable<?> right) {
    if (left instanceof LocalDate l && right instanceof LocalDate r) {
      return Optional.of(BigDecimal.valueOf(ChronoUnit.DAYS.between(r, l)));
    } else if (left instanceof BigDecimal l && right instanceof BigDecimal r) {
      return Optional.of(l.subtract(r));
    }
    return left instanceof Integer l && right instanceof Integer r
        ? Optional.of(BigDecimal.valueOf((long) l - r)) : Optional.empty();
  }
}
