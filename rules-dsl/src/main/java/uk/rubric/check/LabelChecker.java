package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.List;
import java.util.Optional;
import uk.rubric.check.Typed.Kind;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Text;

/** Checks questions on labels: of a classification, a sex or an episode. */
final class LabelChecker {
  private final Problems problems;

  LabelChecker(Problems problems) {
    this.problems = problems;
  }

  /** {@code TIER = TWO}, {@code TIER <> TWO}. */
  Optional<Condition> comparison(Typed left, ConditionNode.Comparison node) {
    if (node.comparator() != Comparator.EQUAL && node.comparator() != Comparator.NOT_EQUAL) {
      problems.add(Diagnostic.at(node.span(), RuleDiagnostic.TYPE_MISMATCH, "labels have no order")
          .withHelp("use `=`, `<>` or `is one of (…)`"));
      return Optional.empty();
    }
    return label(node.right()).flatMap(label -> known(label, left)).map(label ->
        new Condition.OneOf(
            left.operand(), List.of(label), node.comparator() == Comparator.EQUAL, node.span()));
  }

  /** A label as written: a name, or a text in quotes. */
  private Optional<Text> label(ExpressionNode right) {
    if (right instanceof ExpressionNode.Label label) {
      return Optional.of(label.text());
    }
    if (right instanceof ExpressionNode.Reference name && name.on().isEmpty() && !name.name().array()) {
      return Optional.of(new Text(name.name().text(), name.span()));
    }
    problems.add(Diagnostic.at(right.span(), RuleDiagnostic.TYPE_MISMATCH,
            quote(right.span().text()) + " is no label")
        .withHelp("compare a label with one of those that can be given"));
    return Optional.empty();
  }

  private Optional<String> known(Text label, Typed subject) {
    if (subject.labels().contains(label.text())) {
      return Optional.of(label.text());
    }
    problems.add(Diagnostic.at(label.span(), RuleDiagnostic.UNKNOWN_LABEL,
            quote(subject.span().text()) + " never is " + quote(label.text()))
        .withHelp(Suggestion.closest(label.text(), subject.labels())
            .map(l -> "did you mean " + quote(l) + "?")
            .orElse("it is one of " + String.join(", ", subject.labels().stream().map(Problems::quote).toList()))));
    return Optional.empty();
  }

  /** {@code TIER is one of (ONE, TWO)}. */
  Optional<Condition> oneOf(Typed subject, ConditionNode.OneOf node) {
    if (subject.kind() != Kind.LABEL) {
      return refuse(node.span(), quote(subject.span().text()) + " is " + subject.words() + ", not a label");
    }
    List<String> labels = node.labels().stream().flatMap(l -> known(l, subject).stream()).toList();
    return labels.size() == node.labels().size()
        ? Optional.of(new Condition.OneOf(subject.operand(), labels, node.in(), node.span()))
        : Optional.empty();
  }

  private Optional<Condition> refuse(Span span, String message) {
    problems.add(Diagnostic.at(span, RuleDiagnostic.TYPE_MISMATCH, message)
        .withHelp("`is one of` asks a classification, a sex or an episode"));
    return Optional.empty();
  }
}
