package uk.rubric.extract.plain;

/** Takes the entries that rules want, from one thread. */
interface EventSink {
  /**
   * Told when rows begin to name another patient than the rows before that named one, whether rules want any of them or
   * not.
   *
   * @param person a number of {@link People}
   */
  default void patient(int person) {}

  /**
   * @param person a number of {@link People}
   * @param value to be read now: it is filled anew for the next entry
   * @param unit as it is spelled, the same object for the same spelling; null for none
   * @param detail to be read now too
   * @param line of the file, from 1
   */
  void event(int person, int day, long code, Decimal value, String unit, EntryDetail detail, long line);

  /**
   * Told of a row that was refused, after it was counted.
   *
   * @param person the one it names, or a negative number when that is nobody whose entries are used
   * @param bytes among which it stands, from {@code from} up to {@code to}, to be read now
   */
  default void odd(int person, byte[] bytes, int from, int to, long line) {}
}
