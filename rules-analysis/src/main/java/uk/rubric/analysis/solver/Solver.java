package uk.rubric.analysis.solver;

import de.uni_freiburg.informatik.ultimate.logic.ApplicationTerm;
import de.uni_freiburg.informatik.ultimate.logic.ConstantTerm;
import de.uni_freiburg.informatik.ultimate.logic.Logics;
import de.uni_freiburg.informatik.ultimate.logic.Model;
import de.uni_freiburg.informatik.ultimate.logic.Rational;
import de.uni_freiburg.informatik.ultimate.logic.Script;
import de.uni_freiburg.informatik.ultimate.logic.Sort;
import de.uni_freiburg.informatik.ultimate.logic.Term;
import de.uni_freiburg.informatik.ultimate.logic.Theory;
import de.uni_freiburg.informatik.ultimate.smtinterpol.DefaultLogger;
import de.uni_freiburg.informatik.ultimate.smtinterpol.LogProxy;
import de.uni_freiburg.informatik.ultimate.smtinterpol.smtlib2.SMTInterpol;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import uk.rubric.syntax.Comparator;

/**
 * Propositions over whole numbers that differ by constants, and whether they can be true together. What is stated
 * stays; a question is put aside when it is answered. The effort for a question is counted in steps, not in time: the
 * same questions have the same answers on any machine. Not thread-safe.
 */
public final class Solver {
  private final SMTInterpol script;
  private final Theory theory;
  private final Sort wholes;
  private final List<Term> unknowns = new ArrayList<>();
  private final long effort;
  private long steps;
  private int truths;
  private Model model;

  /** @param effort the steps after which a question is given up */
  public Solver(long effort) {
    this.effort = effort;
    LogProxy log = new DefaultLogger();
    log.setLoglevel(LogProxy.LOGLEVEL_OFF);
    script = new SMTInterpol(log, () -> ++steps > this.effort);
    script.setOption(":produce-models", true);
    script.setLogic(Logics.QF_LIA);
    theory = script.getTheory();
    wholes = theory.getNumericSort();
  }

  public Whole newWhole() {
    String name = "n" + unknowns.size();
    script.declareFun(name, Script.EMPTY_SORT_ARRAY, wholes);
    unknowns.add(script.term(name));
    return new Whole(unknowns.size() - 1, 0);
  }

  public Proposition newTruth() {
    String name = "t" + truths++;
    script.declareFun(name, Script.EMPTY_SORT_ARRAY, theory.getBooleanSort());
    return new Proposition(script.term(name));
  }

  public Proposition truth(boolean known) {
    return new Proposition(known ? theory.mTrue : theory.mFalse);
  }

  public Proposition not(Proposition proposition) {
    return new Proposition(theory.not(proposition.term()));
  }

  public Proposition all(Collection<Proposition> parts) {
    return new Proposition(theory.and(terms(parts)));
  }

  public Proposition all(Proposition... parts) {
    return all(List.of(parts));
  }

  public Proposition any(Collection<Proposition> parts) {
    return new Proposition(theory.or(terms(parts)));
  }

  public Proposition any(Proposition... parts) {
    return any(List.of(parts));
  }

  public Proposition implies(Proposition condition, Proposition consequence) {
    return any(not(condition), consequence);
  }

  public Proposition same(Proposition one, Proposition other) {
    return all(implies(one, other), implies(other, one));
  }

  public Proposition compare(Whole left, Comparator comparator, Whole right) {
    return switch (comparator) {
      case EQUAL -> equal(left, right);
      case NOT_EQUAL -> not(equal(left, right));
      case LESS -> atMost(left.plus(1), right);
      case AT_MOST -> atMost(left, right);
      case MORE -> atMost(right.plus(1), left);
      case AT_LEAST -> atMost(right, left);
    };
  }

  public Proposition atMost(Whole left, Whole right) {
    if (left.unknown() == right.unknown()) {
      return truth(left.offset() <= right.offset());
    }
    return new Proposition(script.term("<=", difference(left, right), number(right.offset() - left.offset())));
  }

  public Proposition equal(Whole left, Whole right) {
    if (left.unknown() == right.unknown()) {
      return truth(left.offset() == right.offset());
    }
    return all(atMost(left, right), atMost(right, left));
  }

  private Term difference(Whole left, Whole right) {
    if (left.unknown() == Whole.NONE) {
      return script.term("-", unknowns.get(right.unknown()));
    }
    Term first = unknowns.get(left.unknown());
    return right.unknown() == Whole.NONE ? first : script.term("-", first, unknowns.get(right.unknown()));
  }

  private Term number(long number) {
    return Rational.valueOf(number, 1).toTerm(wholes);
  }

  private static Term[] terms(Collection<Proposition> parts) {
    return parts.stream().map(Proposition::term).toArray(Term[]::new);
  }

  /** States what is true from now on, in every question; not to be called while a question is open. */
  public void state(Proposition proposition) {
    script.assertTerm(proposition.term());
  }

  /** Opens a question: what is assumed holds until {@link #close}. */
  public void open(Proposition assumed) {
    script.push(1);
    script.assertTerm(assumed.term());
  }

  /** Narrows the question that is open. */
  public void assume(Proposition proposition) {
    script.assertTerm(proposition.term());
  }

  /** Whether all that is stated and assumed can be true together. */
  public Answer ask() {
    steps = 0;
    return switch (script.checkSat()) {
      case SAT -> {
        model = script.getModel();
        yield Answer.SATISFIABLE;
      }
      case UNSAT -> Answer.UNSATISFIABLE;
      case UNKNOWN -> Answer.UNKNOWN;
    };
  }

  public void close() {
    model = null;
    script.pop(1);
  }

  /** The truth of a proposition in the answer to the question that is open. */
  public boolean holds(Proposition proposition) {
    return model.evaluate(proposition.term()) == theory.mTrue;
  }

  /** The number in the answer to the question that is open. */
  public long value(Whole whole) {
    return whole.unknown() == Whole.NONE
        ? whole.offset()
        : Math.addExact(integer(model.evaluate(unknowns.get(whole.unknown()))), whole.offset());
  }

  private static long integer(Term term) {
    if (term instanceof ConstantTerm constant) {
      Object value = constant.getValue();
      BigInteger whole = value instanceof Rational rational ? rational.numerator() : (BigInteger) value;
      return whole.longValueExact();
    }
    // A negative number is written as the negation of a positive one.
    return -integer(((ApplicationTerm) term).getParameters()[0]);
  }
}
