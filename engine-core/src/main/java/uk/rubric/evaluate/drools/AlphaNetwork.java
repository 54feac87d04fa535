package uk.rubric.evaluate.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.RuleTerminalNode;
import org.kie.api.KieBase;

/**
 * The alpha network of a KieBase, run as it stands, node for node: where it would hand a fact to the agenda, so that a
 * rule fires later, the rule's decision is taken on the spot. This suits rules that each look at one fact and change
 * none, and Drools' own DMN engine does the same with decision tables. Nodes that Drools indexes by the step are found by
 * it, as Drools finds them.
 *
 * <p>The one class that uses what Drools does not promise to keep: hence the version is pinned, and the tests hold this
 * way of running equal to sessions, which use the public interface alone.
 *
 * <p>Thread-safe; keeps nothing of a candidate, and changes nothing of the KieBase.
 */
final class AlphaNetwork {
  private static final NetworkNode[] NOTHING = {};

  private final NetworkNode[] always;
  // By step the nodes that are for it alone.
  private final NetworkNode[][] bySteps;

  /**
   * @param steps how many there are
   * @param branches of which the KieBase was made
   */
  AlphaNetwork(KieBase rules, int steps, List<BranchRule> branches) {
    Map<String, BranchRule> byName = new HashMap<>();
    branches.forEach(branch -> byName.put(branch.name(), branch));
    List<NetworkNode> unindexed = new ArrayList<>();
    Map<Object, List<NetworkNode>> indexed = new HashMap<>();
    for (ObjectTypeNode source : ((InternalRuleBase) rules).getRete().getObjectTypeNodes()) {
      if (source.getObjectType().getClassName().equals(Candidate.class.getName())) {
        for (AlphaNode node : nodes(source)) {
          Object step = indexedBy(node);
          List<NetworkNode> where = step == null ? unindexed : indexed.computeIfAbsent(step, s -> new ArrayList<>());
          where.add(new NetworkNode(node, byName));
        }
      }
    }
    always = unindexed.toArray(NOTHING);
    bySteps = new NetworkNode[steps][];
    for (int step = 0; step < steps; step++) {
      bySteps[step] = indexed.getOrDefault(step, List.of()).toArray(NOTHING);
    }
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

  /** The handle by which one thread hands in one candidate, again and again. */
  Handle handle(Candidate candidate) {
    return new Handle(candidate);
  }

  /** For one thread. */
  final class Handle {
    private final Candidate candidate;
    private final InternalFactHandle fact;

    private Handle(Candidate candidate) {
      this.candidate = candidate;
      fact = InternalFactHandle.dummyFactHandleOf(candidate);
    }

    /** Lets the rules decide what they have to decide about the candidate as it is now. */
    void propagate() {
      for (NetworkNode node : bySteps[candidate.step()]) {
        node.enter(fact, candidate);
      }
      NetworkNode.ask(always, fact, candidate);
    }
  }

  /** A constraint, and what lies behind it. */
  private static final class NetworkNode {
    private final AlphaNodeFieldConstraint constraint;
    private final NetworkNode[] behind;
    // What the rules decide that end here.
    private final int[] ladders;
    private final int[] codes;

    NetworkNode(AlphaNode node, Map<String, BranchRule> branches) {
      constraint = node.getConstraint();
      behind = nodes(node).stream().map(next -> new NetworkNode(next, branches)).toArray(NetworkNode[]::new);
      List<BranchRule> ends = ends(node, branches);
      ladders = ends.stream().mapToInt(branch -> branch.ladder().index()).toArray();
      codes = ends.stream().mapToInt(BranchRule::branch).toArray();
    }

    private static List<BranchRule> ends(AlphaNode node, Map<String, BranchRule> branches) {
      List<BranchRule> ends = new ArrayList<>();
      for (ObjectSink sink : node.getObjectSinkPropagator().getSinks()) {
        if (sink instanceof LeftInputAdapterNode agenda) {
          for (LeftTupleSink rule : agenda.getSinkPropagator().getSinks()) {
            ends.add(branches.get(((RuleTerminalNode) rule).getRule().getName()));
          }
        }
      }
      return ends;
    }

    static void ask(NetworkNode[] nodes, InternalFactHandle fact, Candidate candidate) {
      for (NetworkNode node : nodes) {
        if (node.constraint.isAllowed(fact, null)) {
          node.enter(fact, candidate);
        }
      }
    }

    void enter(InternalFactHandle fact, Candidate candidate) {
      for (int i = 0; i < ladders.length; i++) {
        candidate.decide(ladders[i], codes[i]);
      }
      ask(behind, fact, candidate);
    }
  }
}
