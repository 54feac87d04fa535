package uk.rubric.extract.plain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.extract.Extract;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.extract.plain.Patients.Patient;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.Progress;

/** One reading of one folder, file after file, and the records that come of it. */
final class Reading {
  private final ExtractFolder folder;
  private final LocalDate achievementDate;
  private final Progress progress;
  private final Tally tally = new Tally();
  private final Cells cells;
  private final Patients patients = new Patients();
  private final Registrations registrations = new Registrations(patients);
  private final Practices practices = new Practices();
  private final Events events;

  Reading(
      ExtractFolder folder, WantedEvents wanted, LocalDate today, LocalDate achievementDate, Progress progress) {
    this.folder = folder;
    this.achievementDate = achievementDate;
    this.progress = progress;
    this.cells = new Cells(today, tally);
    this.events = new Events(patients, wanted, achievementDate, tally);
  }

  Extract read() {
    countMisspelt();
    String sha256 = sha256(readFiles());
    List<PatientRecord> records = records();
    countUnlisted();
    List<Diagnostic> messages = new ArrayList<>(folder.messages());
    unregistered().ifPresent(messages::add);
    messages.addAll(tally.messages());
    return new Extract(practices.with(registrations.practices()), records, tally.setAside(), messages, sha256);
  }

  private String readFiles() {
    StringBuilder read = new StringBuilder();
    read.append(folder.file(Layout.PATIENTS).read(cells, progress, patients::add));
    patients.settle(folder.file(Layout.PATIENTS), tally);
    read.append(folder.file(Layout.REGISTRATIONS).read(cells, progress, registrations::add));
    folder.find(Layout.PRACTICES).ifPresent(file -> {
      read.append(file.read(cells, progress, practices::add));
      practices.settle(file, tally);
    });
    read.append(folder.file(Layout.EVENTS).read(cells, progress, events::add));
    events.settle();
    return read.toString();
  }

  private void countMisspelt() {
    for (Layout layout : Layout.values()) {
      folder.find(layout).ifPresent(
          file -> tally.countShown(ExtractDiagnostic.UNKNOWN_COLUMN, file.name(), file.header().misspelt()));
    }
  }

  private static String sha256(String files) {
    return HexFormat.of().formatHex(MeasuredInput.sha256().digest(files.getBytes(StandardCharsets.UTF_8)));
  }

  private List<PatientRecord> records() {
    List<PatientRecord> records = new ArrayList<>();
    for (String practice : registrations.practices()) {
      registrations.at(practice).forEach((id, own) -> records.add(record(practice, id, own)));
    }
    return records;
  }

  private PatientRecord record(String practice, String id, List<Registration> own) {
    Patient patient = patients.get(id);
    PatientRecord patientRecord = new PatientRecord(
        practice, id, patient.born(), patient.died(), Registrations.sorted(own), events.of(id));
    boolean dead = patient.died().isPresent() && !patient.died().get().isAfter(achievementDate);
    if (dead && patientRecord.isRegisteredOn(achievementDate)) {
      CsvFile file = folder.file(Layout.PATIENTS);
      tally.count(
          ExtractDiagnostic.REGISTERED_AFTER_DEATH,
          file.name(),
          file.place(patients.line(id), Column.DATE_OF_DEATH.header()));
    }
    return patientRecord;
  }

  private Optional<Diagnostic> unregistered() {
    Set<String> registered = registrations.patientIds();
    long count = patients.ids().filter(id -> !registered.contains(id)).count();
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
            file.name(),
            folder.file(Layout.REGISTRATIONS)
                .place(registrations.firstLine(code), Column.PRACTICE_CODE.header()))));
  }
}
