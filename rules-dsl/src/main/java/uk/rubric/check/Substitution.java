package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.Map;
import java.util.function.Function;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Rewriting;

/**
 * Copies a formula with expressions in place of some names, and with something else in place of each use of a block.
 * Where a bare name is asked for, as behind {@code achievement of}, the expression must be one.
 */
final class Substitution extends Rewriting {
  private final Map<String, ExpressionNode> arguments;
  private final Function<ExpressionNode.Call, ExpressionNode> calls;
  private final Problems problems;
  private boolean failed;

  Substitution(
      Map<String, ExpressionNode> arguments, Function<ExpressionNode.Call, ExpressionNode> calls, Problems problems) {
    this.arguments = arguments;
    this.calls = calls;
    this.problems = problems;
  }

  /** Whether some argument did not fit, which was reported. */
  boolean failed() {
    return failed;
  }

  @Override
  protected Name name(Name name) {
    ExpressionNode argument = arguments.get(name.text());
    if (argument == null) {
      return name;
    }
    if (argument instanceof ExpressionNode.Reference named && named.on().isEmpty() && !named.name().array()) {
      return named.name();
    }
    failed = true;
    problems.add(Diagnostic.at(argument.span(), RuleDiagnostic.BLOCK_ARGUMENTS,
            quote(argument.span().text()) + " is no name, and the block asks for one here")
        .withLabel(name.span(), "needed as a name here")
        .withHelp("give the name of an indicator, a register or a figure"));
    return name;
  }

  @Override
  public ExpressionNode reference(ExpressionNode.Reference node) {
    ExpressionNode argument = node.on().isEmpty() ? arguments.get(node.name().text()) : null;
    return argument != null ? argument : node;
  }

  @Override
  public ExpressionNode call(ExpressionNode.Call node) {
    return calls.apply((ExpressionNode.Call) super.call(node));
  }
}
