package uk.rubric.evaluate.drools;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;

import java.util.List;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Branches to a KieBase, built from the model itself: no rule text, and no compiler at run time. */
final class RuleBase {
  private static final String PACKAGE = "rubric";

  private RuleBase() {}

  static KieBase of(List<BranchRule> branches) {
    ModelImpl model = new ModelImpl();
    branches.forEach(branch -> model.addRule(rule(branch)));
    return KieBaseBuilder.createKieBaseFromModel(model);
  }

  private static Rule rule(BranchRule branch) {
    Variable<Candidate> candidate = declarationOf(Candidate.class, "candidate");
    PatternDef<Candidate> pattern = pattern(candidate);
    branch.constraints().forEach(constraint -> add(constraint, pattern));
    int ladder = branch.ladder().index();
    int code = branch.branch();
    return PatternDSL.rule(PACKAGE, branch.name()).build(
        pattern, on(candidate).execute(fact -> fact.decide(ladder, code)));
  }

  private static void add(Constraint constraint, PatternDef<Candidate> pattern) {
    if (constraint.step().isPresent()) {
      // Ladders of one step are found by a hash instead of one test for each step.
      pattern.expr(constraint.text(), constraint.predicate(), alphaIndexedBy(
          Integer.class, Index.ConstraintType.EQUAL, 0, Candidate::step, constraint.step().getAsInt()));
    } else {
      pattern.expr(constraint.text(), constraint.predicate());
    }
  }
}
