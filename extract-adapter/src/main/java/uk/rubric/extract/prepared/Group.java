package uk.rubric.extract.prepared;

/**
 * Where the entries of one code lie in a part: their columns, and apart from these what few rules ask of entries.
 *
 * @param count how many there are
 * @param start of the columns, seen from the start of the part's body
 * @param sum over the columns
 * @param detailStart of the details
 * @param detailLength 0 when no entry has any
 */
record Group(
    long code, int count, int start, int length, int sum, int detailStart, int detailLength, int detailSum) {
  /** The same when details begin behind so many bytes of columns. */
  Group withDetailsBehind(int columns) {
    return new Group(code, count, start, length, sum, columns + detailStart, detailLength, detailSum);
  }
}
