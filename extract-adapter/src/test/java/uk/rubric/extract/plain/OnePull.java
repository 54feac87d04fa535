package uk.rubric.extract.plain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.extract.Extract;
import uk.rubric.extract.PatientExtract;
import uk.rubric.extract.RowsApart;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Practice;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;

/** An extract opened in one pass, all of whose parts have been read by several threads, in whatever order. */
final class OnePull implements PatientExtract {
  private final PatientExtract open;
  private final Iterator<Part> parts;

  private OnePull(PatientExtract open, List<Part> parts) {
    this.open = open;
    this.parts = parts.iterator();
  }

  /** Nothing when the rows of some patient do not stand together. */
  static Optional<Extract> of(Path folder, int threads, Sizes sizes) {
    try (PatientExtract open = PlainExtract.openInOnePass(
        folder, TinyExtract.WANTED, TinyExtract.TODAY, TinyExtract.ACHIEVEMENT_DATE, threads, sizes, Progress.NONE)) {
      return Optional.of(Extract.of(new OnePull(open, pull(open, threads))));
    } catch (RowsApart e) {
      return Optional.empty();
    }
  }

  private static List<Part> pull(PatientExtract open, int threads) {
    List<Part> read = Collections.synchronizedList(new ArrayList<>());
    new Workers(threads).run(threads, () -> i -> {
      for (Optional<Part> part = open.next(); part.isPresent(); part = open.next()) {
        read.add(new Read(part.get().ordinal(), part.get().read()));
      }
    }, () -> {});
    read.sort(Comparator.comparingLong(Part::ordinal));
    return read;
  }

  private record Read(long ordinal, PatientBatch read) implements Part {}

  /** The same, as if nobody knew where entries stand. */
  static Extract withoutLines(Extract extract) {
    List<PatientRecord> records = extract.records().stream()
        .map(r -> new PatientRecord(r.practice(), r.patientId(), r.born(), r.died(), r.sex(), r.registrations(),
            r.events().stream().map(e -> new Event(e.date(), e.code(), e.value(), e.unit(), e.detail(), 0)).toList()))
        .toList();
    return new Extract(
        extract.practices(), records, extract.setAside(), extract.messages(), extract.sha256());
  }

  @Override
  public Optional<Part> next() {
    return parts.hasNext() ? Optional.of(parts.next()) : Optional.empty();
  }

  @Override
  public OptionalLong records() {
    return open.records();
  }

  @Override
  public List<Practice> practices() {
    return open.practices();
  }

  @Override
  public Answers answers() {
    return open.answers();
  }

  @Override
  public History history() {
    return open.history();
  }

  @Override
  public String sha256() {
    return open.sha256();
  }

  @Override
  public SetAside setAside() {
    return open.setAside();
  }

  @Override
  public List<Diagnostic> messages() {
    return open.messages();
  }

  @Override
  public void close() {
    open.close();
  }
}
