package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ConditionNode.Connective;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Text;

/** Checks a condition on figures and evidence; empty after a report. */
final class FigureConditionChecker implements ConditionNode.Visitor<Optional<FigureCondition>> {
  private final FormulaChecker formulas;
  private final Problems problems;

  FigureConditionChecker(FormulaChecker formulas) {
    this.formulas = formulas;
    this.problems = formulas.problems();
  }

  @Override
  public Optional<FigureCondition> junction(ConditionNode.Junction node) {
    List<FigureCondition> parts = new ArrayList<>();
    node.parts().forEach(part -> part.accept(this).ifPresent(parts::add));
    Connective first = node.connectives().get(0);
    Optional<Connective> other = node.connectives().stream().filter(c -> c.and() != first.and()).findFirst();
    other.ifPresent(o -> problems.add(ConditionChecker.mixed(first, o)));
    if (other.isPresent() || parts.size() < node.parts().size()) {
      return Optional.empty();
    }
    return Optional.of(first.and() ? new FigureCondition.AllOf(parts) : new FigureCondition.AnyOf(parts));
  }

  @Override
  public Optional<FigureCondition> comparison(ConditionNode.Comparison node) {
    Optional<PopulationId> classification = classification(node.left());
    if (classification.isPresent()) {
      return label(node, classification.get());
    }
    Optional<Formula> left = node.left().accept(formulas);
    Optional<Formula> right = node.right().accept(formulas);
    return left.flatMap(l -> right.flatMap(r -> formulas.compare(l, node.comparator(), r, node.span())));
  }

  private Optional<PopulationId> classification(ExpressionNode side) {
    return side instanceof ExpressionNode.Reference r && r.on().isEmpty()
        ? formulas.figures().used().classification(r.name().text()) : Optional.empty();
  }

  private Optional<FigureCondition> label(ConditionNode.Comparison node, PopulationId classification) {
    boolean equality = node.comparator() == Comparator.EQUAL || node.comparator() == Comparator.NOT_EQUAL;
    Optional<Text> label = labelOf(node.right());
    if (!equality || label.isEmpty()) {
      return refuse(node.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(node.left().span().text()) + " gives a label, which is compared with a label by `=` or `<>`",
          "write one of its labels behind the sign");
    }
    if (!formulas.ofPatient()) {
      return refuse(node.span(), RuleDiagnostic.FIGURE_LEVEL,
          "each patient has a label, and this figure is not `per patient`",
          "ask for the number of patients: " + quote("size of (" + node.span().text() + ")"));
    }
    Name name = ((ExpressionNode.Reference) node.left()).name();
    Text text = label.get();
    return formulas.figures().used().classification(name, text, problems)
        .map(id -> new FigureCondition.Label(id, text.text(), node.comparator() == Comparator.EQUAL));
  }

  private static Optional<Text> labelOf(ExpressionNode side) {
    return side instanceof ExpressionNode.Label quoted ? Optional.of(quoted.text())
        : side instanceof ExpressionNode.Reference named
            ? Optional.of(new Text(named.name().text(), named.span())) : Optional.empty();
  }

  private Optional<FigureCondition> refuse(Span span, RuleDiagnostic code, String message, String help) {
    problems.add(Diagnostic.at(span, code, message).withHelp(help));
    return Optional.empty();
  }

  @Override
  public Optional<FigureCondition> within(ConditionNode.Within node) {
    Optional<Formula> subject = node.subject().accept(formulas);
    List<FigureCondition> bounds = new ArrayList<>();
    node.low().ifPresent(low -> bound(
        subject, node.lowIncluded() ? Comparator.AT_LEAST : Comparator.MORE, low, bounds));
    node.high().ifPresent(high -> bound(
        subject, node.highIncluded() ? Comparator.AT_MOST : Comparator.LESS, high, bounds));
    long wanted = node.low().stream().count() + node.high().stream().count();
    if (bounds.size() < wanted) {
      return Optional.empty();
    }
    return Optional.of(bounds.size() == 1 ? bounds.get(0) : new FigureCondition.AllOf(bounds));
  }

  private void bound(
      Optional<Formula> subject, Comparator sign, ExpressionNode bound, List<FigureCondition> bounds) {
    Optional<Formula> checked = bound.accept(formulas);
    subject.flatMap(s -> checked.flatMap(b -> formulas.compare(s, sign, b, bound.span()))).ifPresent(bounds::add);
  }

  @Override
  public Optional<FigureCondition> presence(ConditionNode.Presence node) {
    Optional<CheckedService.Evidence> evidence = evidence(node.subject());
    Optional<Formula> figure = evidence.isPresent()
        ? Optional.of(new Formula.Evidence(evidence.get().name(), Formula.Kind.NUMBER))
        : node.subject().accept(formulas);
    if (figure.isPresent()
        && !(figure.get() instanceof Formula.Evidence) && !(figure.get() instanceof Formula.Previous)) {
      return refuse(node.subject().span(), RuleDiagnostic.CONSTANT_CONDITION,
          quote(node.subject().span().text()) + " is always recorded",
          "ask this of an evidence or of `previous of` a figure, or leave it out");
    }
    return figure.map(f -> new FigureCondition.Recorded(f, node.recorded()));
  }

  private Optional<CheckedService.Evidence> evidence(ExpressionNode subject) {
    return subject instanceof ExpressionNode.Reference r
        ? formulas.figures().evidence(r.name(), formulas.site()) : Optional.empty();
  }

  @Override
  public Optional<FigureCondition> answer(ConditionNode.Answer node) {
    Optional<CheckedService.Evidence> evidence = evidence(node.subject());
    boolean asked = evidence.isPresent() && evidence.get().kind() == uk.rubric.syntax.ServiceNode.AnswerKind.YES_NO;
    if (!asked) {
      boolean broken = node.subject() instanceof ExpressionNode.Reference r
          && (problems.isBroken(r.name()) || formulas.figures().isEvidence(r.name().text()) && evidence.isEmpty());
      return broken ? Optional.empty() : refuse(node.span(), RuleDiagnostic.NO_EVIDENCE,
          quote(node.subject().span().text()) + " is not an evidence that is yes or no",
          "write " + quote("evidence " + node.subject().span().text() + " = yes no per practice")
              + " in the service, or compare a figure");
    }
    return Optional.of(node.answer() == ConditionNode.AnswerKind.UNKNOWN
        ? new FigureCondition.Recorded(new Formula.Evidence(evidence.get().name(), Formula.Kind.NUMBER), false)
        : new FigureCondition.Answer(evidence.get().name(), node.answer() == ConditionNode.AnswerKind.YES));
  }

  @Override
  public Optional<FigureCondition> quantified(ConditionNode.Quantified node) {
    List<FigureCondition> parts = new ArrayList<>();
    node.parts().forEach(part -> part.accept(this).ifPresent(parts::add));
    boolean all = node.quantity() == ConditionNode.Quantity.ALL;
    if (!all && node.quantity() != ConditionNode.Quantity.ANY) {
      return ofPatients(node.span());
    }
    if (parts.size() < node.parts().size()) {
      return Optional.empty();
    }
    return Optional.of(all ? new FigureCondition.AllOf(parts) : new FigureCondition.AnyOf(parts));
  }

  private Optional<FigureCondition> ofPatients(Span span) {
    return refuse(span, RuleDiagnostic.NOT_IN_FORMULAS,
        quote(span.text()) + " belongs to conditions on patients, and a formula is on a practice",
        "compare figures, or ask an evidence; join conditions with `and`, `or`, `all of` and `any of`");
  }

  @Override
  public Optional<FigureCondition> some(ConditionNode.Some node) {
    return ofPatients(node.span());
  }

  @Override
  public Optional<FigureCondition> sameEntry(ConditionNode.SameEntry node) {
    return ofPatients(node.span());
  }

  @Override
  public Optional<FigureCondition> member(ConditionNode.Member node) {
    return ofPatients(node.span());
  }

  @Override
  public Optional<FigureCondition> oneOf(ConditionNode.OneOf node) {
    return ofPatients(node.span());
  }
}
