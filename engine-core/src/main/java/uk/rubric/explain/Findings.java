package uk.rubric.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.explain.Asked.Element;
import uk.rubric.explain.Explanation.Decision;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.Side;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.source.Span;

/** The parts that made a rule's condition true or false, each with what its sides held. */
final class Findings implements Condition.Visitor<Void> {
  private static final Pattern COMPARES = Pattern.compile("[<>=]|\\b(from|to|after|before)\\b");

  private final Plan plan;
  private final Asked asked;
  private final Decisions decisions;
  private final Absence absence;
  private final List<Finding> found = new ArrayList<>();

  private Findings(Plan plan, Asked asked, Decisions decisions, Absence absence) {
    this.plan = plan;
    this.asked = asked;
    this.decisions = decisions;
    this.absence = absence;
  }

  static List<Finding> of(Plan plan, Asked asked, Decisions decisions, Absence absence, Condition condition) {
    return new Findings(plan, asked, decisions, absence).of(condition, asked);
  }

  private List<Finding> of(Condition condition, Asked of) {
    Findings findings = new Findings(plan, of, decisions, absence);
    condition.accept(findings);
    return findings.found.stream().distinct().toList();
  }

  /** As the file has it, on one line. */
  static String written(Span span) {
    return span.text().strip().replaceAll("\\s+", " ");
  }

  @Override
  public Void allOf(Condition.AllOf condition) {
    return asked.holds(condition)
        ? visit(condition.parts().stream()) : visit(first(condition.parts(), part -> !asked.holds(part)));
  }

  @Override
  public Void anyOf(Condition.AnyOf condition) {
    return asked.holds(condition)
        ? visit(first(condition.parts(), asked::holds)) : visit(condition.parts().stream());
  }

  private Void visit(Stream<Condition> parts) {
    parts.forEach(part -> part.accept(this));
    return null;
  }

  private static Stream<Condition> first(List<Condition> parts, Predicate<Condition> wanted) {
    return parts.stream().filter(wanted).limit(1);
  }

  @Override
  public Void atLeast(Condition.AtLeast condition) {
    long held = condition.parts().stream().filter(asked::holds).count();
    return addParts("at least " + condition.least() + " of " + condition.parts().size(), condition, hold(held),
        condition.parts().stream().map(this::whole).toList());
  }

  @Override
  public Void noneOf(Condition.NoneOf condition) {
    boolean held = asked.holds(condition);
    Stream<Condition> told = held ? condition.parts().stream() : first(condition.parts(), asked::holds);
    List<Finding> parts = told.map(this::whole).toList();
    return addParts("none of " + condition.parts().size(), condition,
        held ? hold(0) : parts.get(0).text() + " holds", parts);
  }

  private static String hold(long number) {
    return number == 0 ? "none holds" : number == 1 ? "1 holds" : number + " hold";
  }

  /** One of several conditions as one finding. */
  private Finding whole(Condition part) {
    List<Finding> findings = of(part, asked);
    if (findings.size() == 1) {
      return findings.get(0);
    }
    Set<Side> sides = new LinkedHashSet<>();
    findings.forEach(finding -> sides.addAll(finding.sides()));
    boolean nested = findings.stream().anyMatch(finding -> !finding.parts().isEmpty() || finding.outcome().isPresent());
    return new Finding(written(part.span()), asked.holds(part), Optional.empty(), Optional.empty(),
        nested ? List.of() : List.copyOf(sides), nested ? findings : List.of());
  }

  private Void addParts(String head, Condition condition, String outcome, List<Finding> parts) {
    found.add(new Finding(
        head, asked.holds(condition), Optional.of(outcome), Optional.empty(), List.of(), parts));
    return null;
  }

  @Override
  public Void some(Condition.Some condition) {
    FieldId array = condition.entry().array();
    List<Element> elements = Element.of(asked.view().content(array));
    Optional<Element> satisfying = elements.stream()
        .filter(element -> asked.lookingAt(condition.entry(), element).holds(condition.has())).findFirst();
    return satisfying.isPresent()
        ? addParts("some " + array, condition, words(array, satisfying.get()), of(condition, satisfying.get()))
        : addParts("some " + array, condition, none(array, elements.size()), elements.stream()
            .map(element -> new Finding(words(array, element), false, Optional.empty(), Optional.empty(), List.of(),
                of(condition, element)))
            .distinct().toList());
  }

  private List<Finding> of(Condition.Some condition, Element element) {
    return of(condition.has(), asked.lookingAt(condition.entry(), element));
  }

  private String words(FieldId array, Element element) {
    return element.seen().equals(element.day())
        ? element.day().toString()
        : Contents.of(element.seen(), plan.field(array).unit()) + " on " + element.day();
  }

  private String none(FieldId array, int size) {
    return size > 0
        ? "none of " + size
        : "there is none" + absence.of(array).map(words -> ": " + words).orElse("");
  }

  /** Within a {@code where} alone, of which the rules that are explained have none. */
  @Override
  public Void sameEntry(Condition.SameEntry condition) {
    return add(condition);
  }

  @Override
  public Void member(Condition.Member condition) {
    return addDecision(condition, condition.population());
  }

  @Override
  public Void oneOf(Condition.OneOf condition) {
    return condition.subject() instanceof Operand.Classification classification
        ? addDecision(condition, classification.id())
        : add(condition, condition.subject());
  }

  /** The last ladder on the way that was asked decided. */
  private Void addDecision(Condition condition, PopulationId population) {
    List<PlannedLadder> way = decisions.towards(population);
    PlannedLadder last = way.get(way.size() - 1);
    int branch = decisions.branch(last);
    Rule rule = last.rule(branch);
    boolean isOwn = last.index() == plan.ladder(population).index();
    String outcome = last.owner() + (isOwn ? "" : ", on which " + population + " stands,") + " "
        + Actions.says(last.action(branch)) + " by rule " + rule.number();
    found.add(new Finding(written(condition.span()), asked.holds(condition), Optional.of(outcome),
        Optional.of(new Decision(last.kind(), last.ruleset(), last.owner(), rule.number())), List.of(), List.of()));
    return null;
  }

  /** With why it is yes or no. */
  @Override
  public Void answer(Condition.Answer condition) {
    FieldDefinition.Whether whether =
        (FieldDefinition.Whether) plan.field(condition.subject().id()).definition();
    found.add(new Finding(written(condition.span()), asked.holds(condition), Optional.empty(), Optional.empty(),
        sides(condition.subject()), of(whether.condition(), asked)));
    return null;
  }

  /** One side that is not recorded makes the comparison false whatever the other is. */
  @Override
  public Void comparison(Condition.Comparison condition) {
    if (asked.value(condition.left()).isEmpty()) {
      return add(text(condition), condition, condition.left());
    }
    return asked.value(condition.right()).isPresent()
        ? add(text(condition), condition, condition.left(), condition.right())
        : add(text(condition), condition, condition.right());
  }

  /** Where it is one bound of a span of two, the text is that bound alone, which says nothing. */
  private static String text(Condition.Comparison condition) {
    String written = written(condition.span());
    return COMPARES.matcher(written).find()
        ? written
        : Operands.name(condition.left()) + " " + condition.comparator().sign() + " " + written;
  }

  @Override
  public Void presence(Condition.Presence condition) {
    return add(condition, condition.subject());
  }

  private Void add(Condition condition, Operand... operands) {
    return add(written(condition.span()), condition, operands);
  }

  private Void add(String text, Condition condition, Operand... operands) {
    found.add(new Finding(text, asked.holds(condition), Optional.empty(), Optional.empty(),
        sides(operands), List.of()));
    return null;
  }

  private List<Side> sides(Operand... operands) {
    Set<Side> sides = new LinkedHashSet<>();
    Stream.of(operands).forEach(operand -> sides.addAll(operand.accept(new Sides(plan, asked, absence))));
    return List.copyOf(sides);
  }
}
