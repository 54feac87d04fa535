package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.util.function.Consumer;
import uk.rubric.extract.prepared.PartWriter;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientBatchBuilder;

/**
 * Collects the entries of the patients of some ranks, told patient by patient in the order of ranks, to be prepared.
 * For one thread.
 */
final class PreparedFiller implements PartSink {
  private final EventIndex index;
  private final People people;
  private final CsvFile file;
  private final int endRank;
  private final Consumer<PartWriter> collected;
  private final PartWriter writer = new PartWriter();
  private int rank;
  private int open = People.UNKNOWN;

  PreparedFiller(
      EventIndex index, People people, CsvFile file, EventIndex.Piece piece, Consumer<PartWriter> collected) {
    this.index = index;
    this.people = people;
    this.file = file;
    this.rank = piece.firstRank();
    this.endRank = piece.endRank();
    this.collected = collected;
  }

  @Override
  public void event(int person, int day, long code, Decimal value, String unit, EntryDetail detail, long line) {
    while (person != open) {
      if (rank == endRank) {
        throw file.unreadable();
      }
      openNext();
    }
    BigDecimal large = value.isPresent() && value.isLarge() ? value.large() : null;
    boolean small = value.isPresent() && large == null;
    int scale = small ? value.scale() : large != null ? PatientBatch.LARGE : PatientBatch.NO_VALUE;
    writer.entry(day, code, small ? value.unscaled() : 0, scale, large, unit, detail.storedIfAny(), line);
  }

  private void openNext() {
    open = index.person(rank++);
    if (!people.isSetAside(open)) {
      writer.person(open);
    }
  }

  @Override
  public void odd(int person, byte[] bytes, int from, int to, long line) {
    writer.odd(bytes, from, to, line);
  }

  /** Nobody: the part goes to whoever collects it. */
  @Override
  public PatientBatch batch() {
    while (rank < endRank) {
      openNext();
    }
    collected.accept(writer);
    return new PatientBatchBuilder(1).build();
  }
}
