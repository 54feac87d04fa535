package uk.rubric.extract.plain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.Progress;

/** Opens one folder: reads every file but the entries, and looks through those. */
final class Opening {
  private final ExtractFolder folder;
  private final int today;
  private final int achievementDay;
  private final Progress progress;
  private final Tally tally = new Tally();
  private final WantedEvents wanted;
  private final People people;
  private final Registrations registrations;
  private final Practices practices = new Practices();
  private final Evidence evidence = new Evidence();
  private final PastFigures history = new PastFigures();
  private final StringBuilder fingerprints = new StringBuilder();

  Opening(
      ExtractFolder folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, Progress progress) {
    this.folder = folder;
    this.wanted = wanted;
    this.people = new People(wanted.details().contains(AskedDetail.SEX));
    this.registrations = new Registrations(people);
    this.today = Math.toIntExact(today.toEpochDay());
    this.achievementDay = Math.toIntExact(achievementDate.toEpochDay());
    this.progress = progress;
  }

  OpenExtract open(Workers workers, Sizes sizes) {
    countMisspelt();
    readPatients();
    readRegistrations();
    folder.find(Layout.PRACTICES).ifPresent(file -> {
      fingerprints.append(file.read(today, tally, progress, practices::add));
      practices.settle(file, tally);
    });
    countUnlisted();
    readBeside();
    EventParts events = EventParts.open(
        folder.file(Layout.EVENTS), people, registrations, wanted, today, achievementDay, workers, sizes, progress);
    fingerprints.append(events.fingerprint());
    return new OpenExtract(
        folder, practices.with(registrations.practices()), tally, unregistered(), events,
        new OpenExtract.Beside(evidence.answers(), history.history()), fingerprints.toString());
  }

  /** What money rests on beside the records. */
  private void readBeside() {
    folder.find(Layout.EVIDENCE).ifPresent(file -> {
      fingerprints.append(file.read(today, tally, progress, evidence::add));
      evidence.settle(file, tally);
    });
    folder.find(Layout.HISTORY).ifPresent(file -> {
      fingerprints.append(file.read(today, tally, progress, history::add));
      history.settle(file, tally);
    });
  }

  private void readPatients() {
    CsvFile file = folder.file(Layout.PATIENTS);
    fingerprints.append(file.read(today, tally, progress, people::add));
    people.settle(file, tally);
  }

  private void readRegistrations() {
    fingerprints.append(folder.file(Layout.REGISTRATIONS).read(today, tally, progress, registrations::add));
    registrations.settle();
    CsvFile file = folder.file(Layout.PATIENTS);
    String column = Column.DATE_OF_DEATH.header();
    registrations.findRegisteredDead(achievementDay, person -> tally.count(
        ExtractDiagnostic.REGISTERED_AFTER_DEATH, file.layout().file(), file.place(people.line(person), column)));
  }

  private void countMisspelt() {
    for (Layout layout : Layout.values()) {
      folder.find(layout).ifPresent(
          file -> tally.countShown(ExtractDiagnostic.UNKNOWN_COLUMN, layout.file(), file.header().misspelt()));
    }
  }

  private Optional<Diagnostic> unregistered() {
    long count = IntStream.range(0, people.size())
        .filter(person -> !people.isSetAside(person) && !registrations.has(person))
        .count();
    String message = count + (count == 1 ? " patient has" : " patients have")
        + " no registration and so no place in a practice's record";
    return count == 0
        ? Optional.empty()
        : Optional.of(Diagnostic.at(
            folder.file(Layout.PATIENTS).place(0, ""), ExtractDiagnostic.NO_REGISTRATION, message));
  }

  private void countUnlisted() {
    folder.find(Layout.PRACTICES).ifPresent(file -> registrations.practices().stream()
        .filter(code -> !practices.isListed(code))
        .forEach(code -> tally.count(
            ExtractDiagnostic.UNLISTED_PRACTICE,
            file.layout().file(),
            folder.file(Layout.REGISTRATIONS)
                .place(registrations.firstLine(code), Column.PRACTICE_CODE.header()))));
  }
}
