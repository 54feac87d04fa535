package uk.rubric.evaluate.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.drools.core.reteoo.LeftTupleSink;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSinkPropagator;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.core.reteoo.RuleTerminalNode;
import org.kie.api.KieBase;

/**
 * The alpha network of a KieBase, run as it stands: where it would hand a fact to the agenda, so that a rule fires later,
 * the rule's decision is taken on the spot. This suits rules that each look at one fact and change none, and Drools' own
 * DMN engine does the same with decision tables.
 *
 * <p>The one class that uses what Drools does not promise to keep: hence the version is pinned, and the tests hold this
 * way of running equal to sessions, which use the public interface alone.
 *
 * <p>Thread-safe; keeps nothing of a candidate.
 */
final class AlphaNetwork {
  private final ObjectSinkPropagator[] roots;

  /**
   * Takes a KieBase over: no session of it will decide anything.
   *
   * @param branches of which it was made
   */
  AlphaNetwork(KieBase rules, List<BranchRule> branches) {
    Map<String, BranchRule> byName = new HashMap<>();
    branches.forEach(branch -> byName.put(branch.name(), branch));
    List<ObjectTypeNode> nodes =
        ((InternalRuleBase) rules).getRete().getObjectTypeNodes().stream()
            .filter(node -> node.getObjectType().getClassName().equals(Candidate.class.getName()))
            .toList();
    nodes.forEach(node -> replaceSinks(node, byName));
    roots = nodes.stream().map(ObjectTypeNode::getObjectSinkPropagator).toArray(ObjectSinkPropagator[]::new);
  }

  private static void replaceSinks(ObjectSource source, Map<String, BranchRule> branches) {
    for (ObjectSink sink : source.getObjectSinkPropagator().getSinks().clone()) {
      if (sink instanceof LeftInputAdapterNode agenda) {
        source.removeObjectSink(sink);
        source.addObjectSink(new DecisionSink(agenda, branches));
      } else {
        replaceSinks((ObjectSource) sink, branches);
      }
    }
  }

  /** The handle by which one thread hands in one candidate, again and again. */
  Handle handle(Candidate candidate) {
    return new Handle(candidate);
  }

  /** For one thread. */
  final class Handle {
    private final InternalFactHandle fact;

    private Handle(Candidate candidate) {
      fact = InternalFactHandle.dummyFactHandleOf(candidate);
    }

    /** Lets the rules decide what they have to decide about the candidate as it is now. */
    void propagate() {
      for (ObjectSinkPropagator root : roots) {
        root.propagateAssertObject(fact, null, null);
      }
    }
  }

  /** Decides for all rules of one set of constraints. */
  private static final class DecisionSink extends LeftInputAdapterNode {
    private static final long serialVersionUID = 1L;

    private final int[] ladders;
    private final int[] codes;

    DecisionSink(LeftInputAdapterNode agenda, Map<String, BranchRule> branches) {
      LeftTupleSink[] rules = agenda.getSinkPropagator().getSinks();
      ladders = new int[rules.length];
      codes = new int[rules.length];
      hashcode = System.identityHashCode(this);
      for (int i = 0; i < rules.length; i++) {
        BranchRule branch = branches.get(((RuleTerminalNode) rules[i]).getRule().getName());
        ladders[i] = branch.ladder().index();
        codes[i] = branch.branch();
      }
    }

    @Override
    public void assertObject(InternalFactHandle fact, PropagationContext context, ReteEvaluator evaluator) {
      Candidate candidate = (Candidate) fact.getObject();
      for (int i = 0; i < ladders.length; i++) {
        candidate.decide(ladders[i], codes[i]);
      }
    }

    /** Each stands for itself, whatever node it stands in for. */
    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }
}
