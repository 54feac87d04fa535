package uk.rubric.extract.plain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.extract.prepared.PreparedFolder;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.CouldNotRun;

/** Patients in parts, each with the entries that a prepared extract has of them. Thread-safe. */
final class PreparedParts implements Entries {
  private final PreparedFolder folder;
  private final CsvFile events;
  private final Registrations registrations;
  private final Supplier<PreparedPart> newPart;
  private final Queue<PreparedPart> idle = new ConcurrentLinkedQueue<>();
  private final Tally tally = new Tally();
  private int claimed;
  private int read;

  private PreparedParts(
      PreparedFolder folder, CsvFile events, Registrations registrations, Supplier<PreparedPart> newPart) {
    this.folder = folder;
    this.events = events;
    this.registrations = registrations;
    this.newPart = newPart;
  }

  /**
   * Opens the entries for one run.
   *
   * @throws CouldNotRun when the extract was prepared on another day and that makes a difference
   */
  static PreparedParts open(
      PreparedFolder folder, CsvFile events, People people, Registrations registrations, WantedEvents wanted, int today,
      int achievementDay) {
    requireSetAside(folder, people);
    PreparedPart.Reading reading =
        new PreparedPart.Reading(events, people, registrations, wanted, today, achievementDay);
    return new PreparedParts(folder, events, registrations, () -> new PreparedPart(reading));
  }

  /** Rows of a patient who was set aside may lie in any part: such a patient cannot be taken in again. */
  private static void requireSetAside(PreparedFolder folder, People people) {
    BitSet setAside = folder.setAside();
    if (folder.manifest().patients() != people.size() || setAside.length() > people.size()) {
      throw folder.damaged();
    }
    if (setAside.stream().anyMatch(person -> !people.isSetAside(person))) {
      throw new CouldNotRun(ExtractDiagnostic.PREPARED_TOO_EARLY.at(Place.of(folder.path().toString())));
    }
  }

  @Override
  public synchronized Optional<Part> next() {
    return claimed == folder.parts() ? Optional.empty() : Optional.of(part(claimed++));
  }

  private Part part(int number) {
    return new Part() {
      @Override
      public long ordinal() {
        return number;
      }

      @Override
      public PatientBatch read() {
        PreparedPart idlePart = idle.poll();
        PreparedPart part = idlePart == null ? newPart.get() : idlePart;
        Tally own = new Tally();
        PatientBatch batch = part.read(folder.part(number), own);
        idle.add(part);
        done(own);
        return batch;
      }
    };
  }

  private synchronized void done(Tally own) {
    tally.add(own);
    read++;
  }

  @Override
  public OptionalLong records() {
    return OptionalLong.of(registrations.records());
  }

  @Override
  public String fingerprint() {
    return folder.manifest().fingerprints().get(eventsFile()) + "\n";
  }

  /** Its name in the source. */
  private String eventsFile() {
    return Arrays.stream(Packing.values()).map(packing -> packing.name(Layout.EVENTS))
        .filter(folder.manifest().fingerprints()::containsKey).findFirst().orElseThrow(folder::damaged);
  }

  @Override
  public boolean hasRows() {
    return folder.manifest().anyRow();
  }

  @Override
  public boolean isSortedOutsideMemory() {
    return false;
  }

  @Override
  public synchronized Tally tally() {
    if (read < folder.parts()) {
      throw new IllegalStateException("parts are left to read");
    }
    Tally whole = new Tally();
    whole.add(tally);
    events.countIfEmpty(folder.manifest().anyRow(), whole);
    return whole;
  }

  @Override
  public void close() {
    folder.close();
  }
}
