package uk.rubric.extract.plain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.PatientExtract;
import uk.rubric.extract.Tally;
import uk.rubric.patient.Practice;
import uk.rubric.result.SetAside;

/** A plain extract that is open: patients, registrations and practices have been read, entries are read in parts. */
final class OpenExtract implements PatientExtract {
  private final ExtractFolder folder;
  private final List<Practice> practices;
  private final Tally tally;
  private final List<Diagnostic> notices;
  private final Entries events;
  private final Beside beside;
  private final String fingerprints;
  private String fingerprintOfEvents;

  /** @param fingerprints of all files but {@code events.csv} */
  OpenExtract(
      ExtractFolder folder,
      List<Practice> practices,
      Tally tally,
      List<Diagnostic> notices,
      Entries events,
      Beside beside,
      String fingerprints) {
    this.folder = folder;
    this.practices = practices;
    this.tally = tally;
    this.notices = List.copyOf(notices);
    this.events = events;
    this.beside = beside;
    this.fingerprints = fingerprints;
  }

  /** Whether {@code events.csv} has a row below its header; to be asked when all parts have been read. */
  boolean hasEventRows() {
    return events.hasRows();
  }

  /** Of each file, by its name: name, length and hash. */
  Map<String, String> fingerprints() {
    return allFingerprints().lines().collect(Collectors.toMap(line -> line.substring(0, line.indexOf(' ')), line -> line
        + "\n"));
  }

  private synchronized String allFingerprints() {
    if (fingerprintOfEvents == null) {
      fingerprintOfEvents = events.fingerprint();
    }
    return fingerprints + fingerprintOfEvents;
  }

  /** What the extract tells beside its records. */
  record Beside(Answers answers, History history) {}

  @Override
  public Answers answers() {
    return beside.answers();
  }

  @Override
  public History history() {
    return beside.history();
  }

  @Override
  public Optional<Part> next() {
    return events.next();
  }

  @Override
  public OptionalLong records() {
    return events.records();
  }

  @Override
  public List<Practice> practices() {
    return practices;
  }

  @Override
  public String sha256() {
    return HexFormat.of()
        .formatHex(MeasuredInput.sha256().digest(allFingerprints().getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public SetAside setAside() {
    return whole().setAside();
  }

  @Override
  public List<Diagnostic> messages() {
    List<Diagnostic> messages = new ArrayList<>(folder.messages());
    if (events.isSortedOutsideMemory()) {
      messages.add(ExtractDiagnostic.NOT_GROUPED.at(folder.file(Layout.EVENTS).place(0, "")));
    }
    messages.addAll(notices);
    messages.addAll(whole().messages());
    return messages;
  }

  private Tally whole() {
    Tally whole = new Tally();
    whole.add(tally);
    whole.add(events.tally());
    return whole;
  }

  @Override
  public void close() {
    try {
      events.close();
    } catch (IOException e) {
      // Everything has been read by now, or the run has failed for another reason.
      return;
    }
  }
}
