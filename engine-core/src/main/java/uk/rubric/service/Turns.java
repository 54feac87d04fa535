package uk.rubric.service;

import java.util.Optional;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.PatientSource.Part;

/**
 * What one thread of a run does: part after part, until none is left or some part has failed. Whatever is thrown is brought
 * to the thread that asked for the run, and thrown there.
 */
final class Turns {
  private final PatientSource source;
  private final Delivery delivery;

  /** What is done with a part. */
  interface Work {
    void decide(long ordinal, PatientBatch batch);
  }

  Turns(PatientSource source, Delivery delivery) {
    this.source = source;
    this.delivery = delivery;
  }

  void run(Work work) {
    for (Optional<Part> part = next(); part.isPresent(); part = next()) {
      decide(part.get(), work);
    }
  }

  private Optional<Part> next() {
    try {
      return delivery.isStopped() ? Optional.empty() : source.next();
    } catch (RuntimeException | Error cause) {
      delivery.fail(Long.MAX_VALUE, cause);
      return Optional.empty();
    }
  }

  private void decide(Part part, Work work) {
    try {
      PatientBatch batch = part.read();
      work.decide(part.ordinal(), batch);
      delivery.progress(batch.records());
    } catch (RuntimeException | Error cause) {
      delivery.fail(part.ordinal(), cause);
    }
  }
}
