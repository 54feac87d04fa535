package uk.rubric.service;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.PatientSource.Part;

/**
 * What one thread of a run does: part after part, until none is left or some thread has failed. Whatever is thrown is
 * brought to the thread that asked for the run, and thrown there. For one thread.
 */
public final class Turns {
  private final PatientSource source;
  private final BooleanSupplier isStopped;
  private final Stop stop;

  /** What is done with a part. */
  public interface Work {
    /** @param ordinal the number of the part */
    void decide(long ordinal, PatientBatch batch);
  }

  /** Who is told of a failure. */
  interface Stop {
    void fail(long ordinal, Throwable cause);
  }

  /** Turns at a source, until some thread has failed. */
  public Turns(PatientSource source, Failure failure) {
    this(source, failure::isThere, failure::fail);
  }

  Turns(PatientSource source, Delivery delivery) {
    this(source, delivery::isStopped, delivery::fail);
  }

  private Turns(PatientSource source, BooleanSupplier isStopped, Stop stop) {
    this.source = source;
    this.isStopped = isStopped;
    this.stop = stop;
  }

  /** Takes turns; ends without throwing. */
  public void run(Work work) {
    for (Optional<Part> part = next(); part.isPresent(); part = next()) {
      decide(part.get(), work);
    }
  }

  private Optional<Part> next() {
    try {
      return isStopped.getAsBoolean() ? Optional.empty() : source.next();
    } catch (RuntimeException | Error cause) {
      stop.fail(Long.MAX_VALUE, cause);
      return Optional.empty();
    }
  }

  private void decide(Part part, Work work) {
    try {
      work.decide(part.ordinal(), part.read());
    } catch (RuntimeException | Error cause) {
      stop.fail(part.ordinal(), cause);
    }
  }
}
