package uk.rubric.evaluate.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.base.rule.IndexableConstraint;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.RuleTerminalNode;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.modelcompiler.constraints.LambdaConstraint;
import org.kie.api.KieBase;

/**
 * The alpha network of a KieBase, run as it stands, node for node: where it would hand a fact to the agenda, so that a
 * rule fires later, the rule's decision is taken on the spot. This suits rules that each look at one fact and change
 * none, and Drools' own DMN engine does the same with decision tables. Nodes that Drools indexes by the step are found
 * by it, as Drools finds them.
 *
 * <p>The network is written down once, so that each node knows which comes next when it lets a candidate through, and
 * which when it does not. What a node asks is the predicate that its constraint holds, without the calls that Drools
 * has around it; of two nodes side by side that ask the opposite of each other, one is asked.
 *
 * <p>The one class that uses what Drools does not promise to keep: hence the version is pinned, and the tests hold this
 * way of running equal to sessions, which use the public interface alone.
 *
 * <p>Thread-safe; keeps nothing of a candidate, and changes nothing of the KieBase.
 */
final class AlphaNetwork {
  // By step the first node that is asked, or nothing.
  private final Node[] starts;

  /**
   * @param steps how many there are
   * @param branches of which the KieBase was made
   */
  AlphaNetwork(KieBase rules, int steps, List<BranchRule> branches) {
    List<AlphaNode> always = new ArrayList<>();
    Map<Object, List<AlphaNode>> bySteps = new HashMap<>();
    for (AlphaNode node : nodes(rules)) {
      Object step = indexedBy(node);
      (step == null ? always : bySteps.computeIfAbsent(step, s -> new ArrayList<>())).add(node);
    }
    Map<String, BranchRule> byName = new HashMap<>();
    branches.forEach(branch -> byName.put(branch.name(), branch));
    starts = new Node[steps];
    for (int step = 0; step < steps; step++) {
      Node next = first(always, null, byName);
      for (AlphaNode indexed : bySteps.getOrDefault(step, List.of())) {
        next = behind(indexed, next, byName);
      }
      starts[step] = next;
    }
  }

  private static List<AlphaNode> nodes(KieBase rules) {
    List<AlphaNode> nodes = new ArrayList<>();
    for (ObjectTypeNode source : ((InternalRuleBase) rules).getRete().getObjectTypeNodes()) {
      if (source.getObjectType().getClassName().equals(Candidate.class.getName())) {
        nodes.addAll(nodes(source));
      }
    }
    return nodes;
  }

  private static List<AlphaNode> nodes(ObjectSource source) {
    List<AlphaNode> nodes = new ArrayList<>();
    for (ObjectSink sink : source.getObjectSinkPropagator().getSinks()) {
      if (sink instanceof AlphaNode node) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** The step that passes a node, when it is such a node; steps are all that is indexed. */
  private static Object indexedBy(AlphaNode node) {
    return node.getConstraint() instanceof IndexableConstraint constraint && constraint.getField() != null
        ? constraint.getField().getValue()
        : null;
  }

  /** The first of nodes side by side, after all of which comes {@code next}. */
  private static Node first(List<AlphaNode> nodes, Node next, Map<String, BranchRule> byName) {
    Node first = next;
    List<AlphaNode> left = new ArrayList<>(nodes);
    while (!left.isEmpty()) {
      AlphaNode node = left.remove(left.size() - 1);
      Constraint.Test test = test(node);
      Optional<AlphaNode> opposite = left.stream().filter(other -> test(other).isOpposite(test)).findFirst();
      Node otherwise = first;
      if (opposite.isPresent()) {
        left.remove(opposite.get());
        otherwise = behind(opposite.get(), first, byName);
      }
      first = new Node(test, behind(node, first, byName), otherwise, 0, 0);
    }
    return first;
  }

  /** What a node lets through to: rules that end there, and further nodes. */
  private static Node behind(AlphaNode node, Node next, Map<String, BranchRule> byName) {
    Node first = first(nodes(node), next, byName);
    for (ObjectSink sink : node.getObjectSinkPropagator().getSinks()) {
      if (sink instanceof LeftInputAdapterNode agenda) {
        for (LeftTupleSink rule : agenda.getSinkPropagator().getSinks()) {
          BranchRule branch = byName.get(((RuleTerminalNode) rule).getRule().getName());
          first = new Node(null, first, null, branch.ladder().index(), branch.branch());
        }
      }
    }
    return first;
  }

  private static Constraint.Test test(AlphaNode node) {
    Object predicate = ((LambdaConstraint) node.getConstraint()).getEvaluator().getConstraint().getPredicate1();
    return (Constraint.Test) ((IntrospectableLambda) predicate).getLambda();
  }

  /** Lets the rules decide what they have to decide about a candidate that is asked a step. */
  void ask(int step, Candidate candidate) {
    Node node = starts[step];
    while (node != null) {
      if (node.test == null) {
        candidate.decide(node.ladder, node.branch);
        node = node.then;
      } else {
        node = node.test.test(candidate) ? node.then : node.otherwise;
      }
    }
  }

  /**
   * A test, or without one a decision.
   *
   * @param then what comes after a decision, or when the test holds
   * @param otherwise what comes when it does not
   */
  private record Node(Constraint.Test test, Node then, Node otherwise, int ladder, int branch) {}
}
