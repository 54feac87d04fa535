package uk.rubric.extract.plain;

/** Takes the entries that rules want, from one thread. */
interface EventSink {
  /**
   * @param person a number of {@link People}
   * @param value to be read now: it is filled anew for the next entry
   * @param unit as it is spelled, the same object for the same spelling; null for none
   * @param detail to be read now too
   * @param line of the file, from 1
   */
  void event(int person, int day, long code, Decimal value, String unit, EntryDetail detail, long line);
}
