package uk.rubric.analysis.solver;

import de.uni_freiburg.informatik.ultimate.logic.Term;

/** Something that is true or false of the unknowns of one {@link Solver}. Immutable. */
public final class Proposition {
  private final Term term;

  Proposition(Term term) {
    this.term = term;
  }

  Term term() {
    return term;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Proposition that && term.equals(that.term);
  }

  @Override
  public int hashCode() {
    return term.hashCode();
  }

  @Override
  public String toString() {
    return term.toString();
  }
}
