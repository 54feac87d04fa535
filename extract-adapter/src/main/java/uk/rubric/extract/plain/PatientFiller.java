package uk.rubric.extract.plain;

import uk.rubric.patient.PatientBatch;

/**
 * Makes a batch of the patients of some ranks, told their entries patient by patient in the order of ranks. For one
 * thread.
 */
final class PatientFiller implements PartSink {
  private final EventIndex index;
  private final CsvFile file;
  private final int endRank;
  private final BatchWriter batch;
  private int rank;

  PatientFiller(EventIndex index, People people, Registrations registrations, CsvFile file, EventIndex.Piece piece) {
    this.index = index;
    this.file = file;
    this.rank = piece.firstRank();
    this.endRank = piece.endRank();
    this.batch =
        new BatchWriter(people, registrations, (int) Math.min(1 << 16, (piece.end() - piece.start()) / 64));
  }

  @Override
  public void event(int person, int day, long code, Decimal value, String unit, EntryDetail detail, long line) {
    if (person != batch.open()) {
      skipTo(person);
    }
    batch.event(day, code, value, unit, detail, line);
  }

  private void skipTo(int person) {
    while (rank < endRank && index.person(rank) != person) {
      batch.open(index.person(rank++));
    }
    if (rank == endRank) {
      throw file.unreadable();
    }
    rank++;
    batch.open(person);
  }

  /** The batch, with those patients too who have no entry. */
  @Override
  public PatientBatch batch() {
    while (rank < endRank) {
      batch.open(index.person(rank++));
    }
    return batch.build();
  }
}
