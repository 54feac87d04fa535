/**
 * Questions of whole numbers and truths, put to a solver: {@link uk.rubric.analysis.solver.Solver}. The only package
 * that knows the library.
 */
package uk.rubric.analysis.solver;
