package uk.rubric.extract.plain;

import java.util.Arrays;
import uk.rubric.patient.PatientBatch;

/** Makes a batch of the patients who are named one after another, wherever they stand. For one thread. */
final class GroupFiller implements PartSink {
  private final BatchWriter batch;
  private int[] named = new int[1 << 8];
  private int count;

  GroupFiller(People people, Registrations registrations, int events) {
    batch = new BatchWriter(people, registrations, events);
  }

  @Override
  public void patient(int person) {
    if (count == named.length) {
      named = Arrays.copyOf(named, 2 * count);
    }
    named[count++] = person;
    batch.open(person);
  }

  /** Entries keep no line: while earlier parts are being read, nobody knows how many stand before this one. */
  @Override
  public void event(int person, int day, long code, Decimal value, String unit, EntryDetail detail, long line) {
    batch.event(day, code, value, unit, detail, 0);
  }

  /** Who were named; one who was named twice stands there twice. */
  int[] named() {
    return Arrays.copyOf(named, count);
  }

  @Override
  public PatientBatch batch() {
    return batch.build();
  }
}
