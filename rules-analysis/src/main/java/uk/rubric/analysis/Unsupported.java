package uk.rubric.analysis;

/** Something of the language that cannot be put to the solver: the question stays undecided. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unsupported(String why) {
    super(why, null, false, false);
  }
}
