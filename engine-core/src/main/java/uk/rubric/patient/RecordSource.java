package uk.rubric.patient;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A list of records, so many at a time. */
final class RecordSource implements PatientSource {
  /** Few enough that a small extract is work for several threads. */
  private static final int PART = 1_000;

  private final List<PatientRecord> records;
  private final AtomicLong claimed = new AtomicLong();

  RecordSource(List<PatientRecord> records) {
    this.records = records;
  }

  @Override
  public Optional<Part> next() {
    long ordinal = claimed.getAndIncrement();
    return ordinal * PART < records.size() ? Optional.of(new Slice(ordinal)) : Optional.empty();
  }

  @Override
  public OptionalLong records() {
    return OptionalLong.of(records.size());
  }

  private final class Slice implements Part {
    private final long ordinal;

    Slice(long ordinal) {
      this.ordinal = ordinal;
    }

    @Override
    public long ordinal() {
      return ordinal;
    }

    @Override
    public PatientBatch read() {
      int from = Math.toIntExact(ordinal * PART);
      return PatientBatch.of(records.subList(from, Math.min(from + PART, records.size())));
    }
  }
}
