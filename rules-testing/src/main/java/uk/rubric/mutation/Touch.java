package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.LadderOf;
import uk.rubric.check.CheckedTest.Part;
import uk.rubric.check.Operand;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.syntax.RulesetNode.Field;
import uk.rubric.syntax.RulesetNode.Indicator;
import uk.rubric.syntax.RulesetNode.Population;

/** What a change can alter, as the unchanged rules hang together. */
final class Touch {
  private final Plan plan;
  private final Set<FieldId> fields = new HashSet<>();
  private final List<PlannedLadder> direct = new ArrayList<>();
  private final Set<LadderOf> all = new HashSet<>();

  /** @param plan of the unchanged rules */
  Touch(Plan plan, Candidate candidate) {
    this.plan = plan;
    if (candidate.item() instanceof Field field) {
      touchField(candidate.ruleset().orElseThrow().name().text(), field);
    }
    plan.ladders().stream().filter(ladder -> isDirect(ladder, candidate)).forEach(direct::add);
    Set<Integer> reached = new HashSet<>();
    plan.ladders().stream()
        .filter(ladder -> direct.contains(ladder) || ladder.needs().stream().anyMatch(reached::contains))
        .forEach(ladder -> {
          reached.add(ladder.index());
          all.add(of(ladder));
        });
  }

  private void touchField(String ruleset, Field field) {
    fields.add(new FieldId(ruleset, field.name().text(), field.name().array()));
    for (CheckedField other : plan.fields()) {
      // Fields stand in the order in which they need each other.
      if (other.definition().references().stream().anyMatch(fields::contains)) {
        fields.add(other.id());
      }
    }
  }

  private boolean isDirect(PlannedLadder ladder, Candidate candidate) {
    if (candidate.item() instanceof Field) {
      return reads(ladder).anyMatch(fields::contains);
    }
    String ruleset = candidate.ruleset().map(r -> r.name().text()).orElse("");
    if (!ladder.ruleset().equals(ruleset)) {
      return false;
    }
    if (candidate.item() instanceof Population population) {
      return ladder.owner().equals(population.name().text()) && of(ladder).part() == Part.POPULATION;
    }
    if (candidate.item() instanceof Indicator indicator) {
      Optional<Part> part = candidate.part();
      return ladder.owner().equals(indicator.name().text()) && of(ladder).part() != Part.POPULATION
          && part.map(p -> p == of(ladder).part()).orElse(true);
    }
    return true;
  }

  private Stream<FieldId> reads(PlannedLadder ladder) {
    Stream<FieldId> each = ladder.each().stream().mapToObj(unit -> plan.eaches().get(unit).array());
    return Stream.concat(each, ladder.ladder().rules().stream()
        .flatMap(rule -> rule.condition().stream())
        .flatMap(condition -> condition.operands())
        .flatMap(Operand::fields));
  }

  static LadderOf of(PlannedLadder ladder) {
    Part part = ladder.kind() == Kind.DENOMINATOR ? Part.DENOMINATOR
        : ladder.kind() == Kind.NUMERATOR ? Part.NUMERATOR : Part.POPULATION;
    return new LadderOf(ladder.ruleset(), ladder.owner(), part);
  }

  /** The ladders that the change is in, or that read a field it is in: if these decide as before, all do. */
  List<PlannedLadder> direct() {
    return direct;
  }

  /** Whether a test might come out otherwise. */
  boolean concerns(CheckedTest test) {
    return test.expectations().stream().anyMatch(this::concerns);
  }

  private boolean concerns(Expectation expectation) {
    return expectation.accept(new Expectation.Visitor<>() {
      @Override
      public Boolean decided(Expectation.Decided decided) {
        return all.contains(decided.ladder());
      }

      @Override
      public Boolean recorded(Expectation.Recorded recorded) {
        return fields.contains(recorded.field());
      }

      @Override
      public Boolean content(Expectation.Content content) {
        return fields.contains(content.field());
      }

      @Override
      public Boolean figure(Expectation.Figure figure) {
        return true;
      }

      @Override
      public Boolean open(Expectation.Open open) {
        return true;
      }

      @Override
      public Boolean count(Expectation.Count count) {
        return true;
      }
    });
  }
}
