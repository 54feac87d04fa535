package uk.rubric.generate;

/** One part of a life, such as a condition and its care. Stateless: what it needs to know stands in the life. */
@FunctionalInterface
interface Story {
  /** Adds to a life what this story has to tell, if anything. */
  void tell(Life life);
}
