package uk.rubric.extract.plain;

/**
 * How an extract is cut for reading. No result depends on it; small ones let tests cut small extracts.
 *
 * @param range bytes of {@code events.csv} that one thread looks through at a time
 * @param piece bytes of it that are a part at most: enough to make the cost of a part small
 * @param bucketRows entries that are sorted in memory at once
 */
record Sizes(long range, long piece, long bucketRows) {
  static final Sizes USUAL = new Sizes(1 << 23, 1 << 20, 1 << 18);

  /** Parts of a prepared extract: codes recur more often in a large one, and it takes the less room. */
  static final Sizes PREPARED = new Sizes(1 << 23, 1 << 23, 1 << 18);

  /** How long a piece of a file of so many bytes is: a small extract is work for several threads too. */
  long piece(long fileSize, Workers workers) {
    return Math.min(piece, Math.max(piece / 16, fileSize / (4L * workers.threads())));
  }
}
