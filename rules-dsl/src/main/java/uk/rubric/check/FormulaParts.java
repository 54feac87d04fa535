package uk.rubric.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.PopulationId;

/** All formulas within a formula or condition, itself included, in the order of the text. */
public final class FormulaParts implements Formula.Visitor<Void>, FigureCondition.Visitor<Void> {
  private final List<Formula> found = new ArrayList<>();
  private final Set<PopulationId> labelled = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();

  private FormulaParts() {}

  /** Of a formula. */
  public static FormulaParts of(Formula formula) {
    FormulaParts parts = new FormulaParts();
    formula.accept(parts);
    return parts;
  }

  /** Of a payment: its formula and its condition. */
  public static FormulaParts of(CheckedService.Pay pay) {
    FormulaParts parts = of(pay.formula());
    pay.when().ifPresent(condition -> condition.accept(parts));
    return parts;
  }

  /** The formulas. */
  public List<Formula> formulas() {
    return List.copyOf(found);
  }

  /** The classifications whose labels are asked for. */
  public Set<PopulationId> classifications() {
    return Set.copyOf(labelled);
  }

  /** The evidence that is asked for. */
  public Set<String> evidence() {
    return Set.copyOf(asked);
  }

  private Void leaf(Formula formula) {
    found.add(formula);
    return null;
  }

  private Void node(Formula formula, List<Formula> parts) {
    found.add(formula);
    parts.forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void constant(Formula.Constant formula) {
    return leaf(formula);
  }

  @Override
  public Void parameter(Formula.Parameter formula) {
    return leaf(formula);
  }

  @Override
  public Void measure(Formula.Measure formula) {
    return leaf(formula);
  }

  @Override
  public Void listSize(Formula.ListSize formula) {
    return leaf(formula);
  }

  @Override
  public Void sizeOf(Formula.SizeOf formula) {
    return leaf(formula);
  }

  @Override
  public Void pointsOf(Formula.PointsOf formula) {
    return leaf(formula);
  }

  @Override
  public Void achievementOf(Formula.AchievementOf formula) {
    return leaf(formula);
  }

  @Override
  public Void binary(Formula.Binary formula) {
    return node(formula, List.of(formula.left(), formula.right()));
  }

  @Override
  public Void payment(Formula.Payment formula) {
    return leaf(formula);
  }

  @Override
  public Void sizeOfClass(Formula.SizeOfClass formula) {
    return leaf(formula);
  }

  @Override
  public Void pointsOfIndicator(Formula.PointsOfIndicator formula) {
    return leaf(formula);
  }

  @Override
  public Void countOf(Formula.CountOf formula) {
    return leaf(formula);
  }

  @Override
  public Void slide(Formula.Slide formula) {
    return node(formula, List.of(formula.value(), formula.lower(), formula.upper()));
  }

  @Override
  public Void bestOf(Formula.BestOf formula) {
    return node(formula, formula.parts());
  }

  @Override
  public Void choice(Formula.Choice formula) {
    found.add(formula);
    formula.condition().accept(this);
    formula.whenTrue().accept(this);
    return formula.whenFalse().accept(this);
  }

  @Override
  public Void rounded(Formula.Rounded formula) {
    return node(formula, List.of(formula.value()));
  }

  /** The figure of the year before is not a part: it is read, not computed. */
  @Override
  public Void previous(Formula.Previous formula) {
    return leaf(formula);
  }

  @Override
  public Void evidence(Formula.Evidence formula) {
    asked.add(formula.name());
    return leaf(formula);
  }

  @Override
  public Void sumOver(Formula.SumOver formula) {
    found.add(formula);
    formula.cap().ifPresent(cap -> cap.most().accept(this));
    return formula.figure().accept(this);
  }

  @Override
  public Void shareOf(Formula.ShareOf formula) {
    found.add(formula);
    formula.weight().ifPresent(weight -> weight.accept(this));
    return formula.whole().accept(this);
  }

  @Override
  public Void day(Formula.Day formula) {
    return leaf(formula);
  }

  @Override
  public Void fixedDay(Formula.FixedDay formula) {
    return leaf(formula);
  }

  @Override
  public Void edge(Formula.Edge formula) {
    return leaf(formula);
  }

  @Override
  public Void shifted(Formula.Shifted formula) {
    return node(formula, List.of(formula.base()));
  }

  @Override
  public Void allOf(FigureCondition.AllOf condition) {
    condition.parts().forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void anyOf(FigureCondition.AnyOf condition) {
    condition.parts().forEach(part -> part.accept(this));
    return null;
  }

  @Override
  public Void comparison(FigureCondition.Comparison condition) {
    condition.left().accept(this);
    return condition.right().accept(this);
  }

  @Override
  public Void recorded(FigureCondition.Recorded condition) {
    return condition.figure().accept(this);
  }

  @Override
  public Void answer(FigureCondition.Answer condition) {
    asked.add(condition.evidence());
    return null;
  }

  @Override
  public Void label(FigureCondition.Label condition) {
    labelled.add(condition.classification());
    return null;
  }
}
