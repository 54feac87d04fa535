package uk.rubric.analysis.solver;

/** What the solver says to a question. */
public enum Answer {
  /** There are such numbers and truths; the solver holds them. */
  SATISFIABLE,
  /** Proved: there are none. */
  UNSATISFIABLE,
  /** Not found out within the effort allowed. */
  UNKNOWN
}
