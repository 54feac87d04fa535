package uk.rubric.extract.plain;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import uk.rubric.extract.Prepared;
import uk.rubric.extract.prepared.Manifest;
import uk.rubric.extract.prepared.PreparedWriter;
import uk.rubric.patient.PatientSource.Part;
import uk.rubric.run.Progress;

/** Prepares one folder: reads it once with all checks, and writes what every later run would read of it. */
final class Preparing {
  /** Before any entry: what depends on the achievement date is counted by runs. */
  private static final LocalDate NO_ACHIEVEMENT_DATE = LocalDate.EPOCH.minusYears(10_000);

  private final Path source;
  private final ExtractFolder folder;
  private final LocalDate today;
  private final Workers workers;
  private final Progress progress;
  private final Map<String, String> fingerprints = new HashMap<>();
  private final AtomicLong entries = new AtomicLong();
  private final AtomicLong oddRows = new AtomicLong();
  private long people;

  Preparing(Path source, LocalDate today, int threads, Progress progress) {
    this.source = source;
    this.folder = ExtractFolder.open(source, Set.of());
    this.today = today;
    this.workers = new Workers(threads);
    this.progress = progress;
  }

  Prepared write(Path out, Sizes sizes) {
    try (PreparedWriter writer = PreparedWriter.create(out)) {
      Opening opening =
          new Opening(folder, new AllEvents(folder.file(Layout.EVENTS).header()), today, NO_ACHIEVEMENT_DATE, progress);
      EventParts.Collected collected = (number, part) -> {
        entries.addAndGet(part.entries());
        oddRows.addAndGet(part.oddRows());
        writer.put(number, part, 2 * workers.threads());
        show(part.persons(), opening.people().size());
      };
      try (OpenExtract open = opening.open(collected, workers, sizes)) {
        pull(open, writer);
        copy(writer, open.fingerprints());
        opening.columns().ifPresent(writer::people);
        People known = opening.people();
        BitSet setAside = new BitSet();
        for (int person = 0; person < known.size(); person++) {
          setAside.set(person, known.isSetAside(person));
        }
        Manifest manifest = Manifest.of(
            today, source.toString(), fingerprints, open.sha256(), known.size(), entries.get(), oddRows.get(),
            open.hasEventRows(), open.setAside());
        writer.finish(manifest, setAside);
        return new Prepared(known.size(), entries.get(), open.setAside(), open.messages());
      }
    }
  }

  private synchronized void show(int more, int all) {
    people += more;
    progress.at("preparing", people, all);
  }

  private void pull(OpenExtract open, PreparedWriter writer) {
    workers.run(workers.threads(), () -> i -> {
      try {
        for (Optional<Part> part = open.next(); part.isPresent(); part = open.next()) {
          part.get().read();
        }
      } catch (RuntimeException | Error e) {
        writer.stop();
        throw e;
      }
    }, () -> {});
  }

  private void copy(PreparedWriter writer, Map<String, String> read) {
    for (Layout layout : Layout.values()) {
      folder.find(layout).filter(file -> layout != Layout.EVENTS).ifPresent(file -> copy(file, writer, read));
    }
    writer.copy(
        ExtractFolder.HEADER_OF_EVENTS, new ByteArrayInputStream(header(folder.file(Layout.EVENTS))));
    String events = folder.file(Layout.EVENTS).name();
    fingerprints.put(events, read.get(events).strip());
  }

  /** Copies a file, and sees that it is still the one that was read. */
  private void copy(CsvFile file, PreparedWriter writer, Map<String, String> read) {
    try (MeasuredInput in = new MeasuredInput(Files.newInputStream(file.path()))) {
      writer.copy(file.name(), in);
      String fingerprint = file.fingerprint(in);
      if (!fingerprint.equals(read.get(file.name()))) {
        throw file.unreadable();
      }
      fingerprints.put(file.name(), fingerprint.strip());
    } catch (IOException e) {
      throw file.unreadable();
    }
  }

  /** The lines up to the header, with their byte order mark. */
  private static byte[] header(CsvFile events) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    try (InputStream stored = Files.newInputStream(events.path()); InputStream in = events.text(stored)) {
      LineReader lines = new LineReader(in, 0, 1);
      while (lines.next() && lines.line() <= events.headerLine()) {
        header.write(lines.bytes(), lines.from(), lines.to() - lines.from());
        header.write('\n');
      }
      return header.toByteArray();
    } catch (IOException e) {
      throw events.unreadable(e);
    }
  }
}
