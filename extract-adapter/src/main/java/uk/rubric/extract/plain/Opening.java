package uk.rubric.extract.plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evidence.History;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.extract.prepared.PeopleColumns;
import uk.rubric.extract.prepared.PreparedFolder;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.Practice;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.Progress;
import uk.rubric.syntax.ServiceNode.Level;

/** Opens one folder: reads every file but the entries, and looks through those. */
final class Opening {
  private final ExtractFolder folder;
  private final int today;
  private final int achievementDay;
  private final Progress progress;
  private final Tally tally = new Tally();
  private final WantedEvents wanted;
  private final Optional<PreparedFolder> prepared;
  private final boolean isInColumns;
  private final People people;
  private final Registrations registrations;
  private final Practices practices = new Practices();
  private final Evidence evidence = new Evidence();
  private final PastFigures history = new PastFigures();
  private boolean isPlain;
  private final StringBuilder fingerprints = new StringBuilder();

  Opening(
      ExtractFolder folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, Progress progress) {
    this(folder, wanted, today, achievementDate, Optional.empty(), progress);
  }

  /** @param prepared the prepared extract that {@code folder} is of */
  Opening(
      ExtractFolder folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate,
      Optional<PreparedFolder> prepared, Progress progress) {
    this.folder = folder;
    this.wanted = wanted;
    this.prepared = prepared;
    boolean asksSex = wanted.details().contains(AskedDetail.SEX);
    Optional<PeopleColumns> columns = prepared.flatMap(all -> all.people(Math.toIntExact(today.toEpochDay())));
    this.isInColumns = columns.isPresent();
    this.people = columns
        .map(known -> new People(known, asksSex, prepared.get().manifest().oddRows() > 0))
        .orElseGet(() -> new People(asksSex));
    this.registrations =
        columns.map(known -> new Registrations(people, known)).orElseGet(() -> new Registrations(people));
    this.today = Math.toIntExact(today.toEpochDay());
    this.achievementDay = Math.toIntExact(achievementDate.toEpochDay());
    this.progress = progress;
  }

  /** Entries of {@code events.csv}, when all other files have been read. */
  OpenExtract open(Workers workers, Sizes sizes) {
    return open(() -> EventParts.open(
        folder.file(Layout.EVENTS), people, registrations, wanted, today, achievementDay, workers, sizes, progress));
  }

  /** The same, reading {@code events.csv} in one pass where it can be read so. */
  OpenExtract openInOnePass(Workers workers, Sizes sizes) {
    CsvFile events = folder.file(Layout.EVENTS);
    return OnePass.suits(events)
        ? open(() -> OnePass.open(events, people, registrations, wanted, today, achievementDay, workers, sizes))
        : open(workers, sizes);
  }

  /** Entries of a prepared extract, whose other files are those of {@code folder}. */
  OpenExtract openPrepared() {
    return open(() -> PreparedParts.open(
        prepared.orElseThrow(), folder.file(Layout.EVENTS), people, registrations, wanted, today, achievementDay));
  }

  /** Entries of {@code events.csv} that go to a writer, all of them. */
  OpenExtract open(EventParts.Collected collected, Workers workers, Sizes sizes) {
    return open(() -> EventParts.open(
        folder.file(Layout.EVENTS), people, registrations, collected, today, workers, sizes, progress));
  }

  /** The patients, when they have been read. */
  People people() {
    return people;
  }

  /** Patients and registrations, when they have been read and no run has anything left to decide of them. */
  Optional<PeopleColumns> columns() {
    boolean knowsSexes = isPlain && IntStream.range(0, people.size()).allMatch(person -> people.sexNumber(person) >= 0);
    return knowsSexes ? Optional.of(registrations.columns()) : Optional.empty();
  }

  private OpenExtract open(Supplier<Entries> newEntries) {
    if (isInColumns) {
      fingerprints.append(fingerprint(Layout.PATIENTS)).append(fingerprint(Layout.REGISTRATIONS));
    } else {
      readPatients();
      readRegistrations();
      isPlain = tally.isEmpty();
    }
    countRegisteredDead();
    countMisspelt();
    folder.find(Layout.PRACTICES).ifPresent(file -> {
      read(file, practices::add);
      practices.settle(file, tally);
      if (wanted.beside().filter(asked -> asked.levels().contains(Level.PCN)).isPresent()) {
        practices.countDivided(file, tally);
      }
    });
    countUnlisted();
    readBeside();
    List<Practice> all = practices.with(registrations.practices());
    OpenExtract.Beside beside = new OpenExtract.Beside(evidence.answers(), new History(history.entries()));
    List<Diagnostic> notices = new ArrayList<>(unregistered().stream().toList());
    wanted.beside().ifPresent(asked -> notices.addAll(unasked(beside, new UnaskedRows(asked, all, tally))));
    Entries events = newEntries.get();
    return new OpenExtract(folder, all, tally, notices, events, beside, fingerprints.toString());
  }

  private List<Diagnostic> unasked(OpenExtract.Beside beside, UnaskedRows rows) {
    folder.find(Layout.EVIDENCE).ifPresent(file -> rows.look(beside.answers(), evidence, file));
    folder.find(Layout.HISTORY).ifPresent(file -> rows.look(beside.history(), history, file));
    return rows.notices();
  }

  private void read(CsvFile file, Consumer<Row> use) {
    fingerprints.append(file.read(today, tally, progress, use));
  }

  /** What money rests on beside the records. */
  private void readBeside() {
    folder.find(Layout.EVIDENCE).ifPresent(file -> {
      read(file, evidence::add);
      evidence.settle(file, tally);
    });
    folder.find(Layout.HISTORY).ifPresent(file -> {
      read(file, history::add);
      history.settle(file, tally);
    });
  }

  private void readPatients() {
    CsvFile file = folder.file(Layout.PATIENTS);
    read(file, people::add);
    people.settle(file, tally);
  }

  private void readRegistrations() {
    read(folder.file(Layout.REGISTRATIONS), registrations::add);
    registrations.settle();
  }

  /** As the source had it. */
  private String fingerprint(Layout layout) {
    return prepared.orElseThrow().manifest().fingerprints().get(folder.file(layout).name()) + "\n";
  }

  private void countRegisteredDead() {
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
