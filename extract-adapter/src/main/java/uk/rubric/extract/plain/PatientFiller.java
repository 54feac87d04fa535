package uk.rubric.extract.plain;

import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientBatchBuilder;

/**
 * Makes a batch of the patients of some ranks, told their entries patient by patient in the order of ranks. A patient
 * without a registration is in no practice's record and is left out. For one thread.
 */
final class PatientFiller implements PartSink {
  private final EventIndex index;
  private final People people;
  private final Registrations registrations;
  private final CsvFile file;
  private final int endRank;
  private final PatientBatchBuilder builder;
  private int rank;
  private int open = People.UNKNOWN;
  private int openInBatch;

  PatientFiller(EventIndex index, People people, Registrations registrations, CsvFile file, EventIndex.Piece piece) {
    this.index = index;
    this.people = people;
    this.registrations = registrations;
    this.file = file;
    this.rank = piece.firstRank();
    this.endRank = piece.endRank();
    this.builder = new PatientBatchBuilder((int) Math.min(1 << 16, (piece.end() - piece.start()) / 64));
  }

  @Override
  public void event(int person, int day, long code, Decimal value, String unit, EntryDetail detail, long line) {
    if (person != open) {
      skipTo(person);
    }
    if (!registrations.has(person)) {
      return;
    }
    int unitNumber = unit == null ? PatientBatch.NO_UNIT : builder.unit(unit);
    if (value.isPresent() && !value.isLarge()) {
      builder.event(day, code, value.unscaled(), value.scale(), unitNumber, line);
    } else {
      builder.event(day, code, value.isPresent() ? value.large() : null, unitNumber, line);
    }
    detail.addTo(builder);
  }

  private void skipTo(int person) {
    close();
    while (rank < endRank && index.person(rank) != person) {
      open(index.person(rank++));
      close();
    }
    if (rank == endRank) {
      throw file.unreadable();
    }
    rank++;
    open(person);
  }

  private void open(int person) {
    open = person;
    if (!people.isSetAside(person) && registrations.has(person)) {
      openInBatch = builder.person(people.id(person), people.born(person), people.died(person));
      people.sex(person).ifPresent(builder::sex);
    }
  }

  private void close() {
    if (open != People.UNKNOWN && !people.isSetAside(open)) {
      registrations.addTo(builder, open, openInBatch);
    }
  }

  /** The batch, with those patients too who have no entry. */
  @Override
  public PatientBatch batch() {
    close();
    while (rank < endRank) {
      open(index.person(rank++));
      close();
    }
    return builder.build();
  }
}
