package uk.rubric.extract.prepared;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/**
 * Writes a prepared extract: to a temporary folder beside its place, which only its owner may read, moved there by
 * {@link #finish}. So whoever looks sees all of it or nothing. Parts may come from several threads.
 */
public final class PreparedWriter implements Closeable {
  private static final String OWNER_ALONE = "rw-------";

  private final Path out;
  private final Path folder;
  private final OutputStream columns;
  private final Map<Long, StoredPart> waiting = new HashMap<>();
  private final ByteSink index = new ByteSink();
  private final Map<String, Integer> copies = new HashMap<>();
  private int peopleLength;
  private int peopleSum;
  private long due;
  private long written;
  private boolean isStopped;

  private PreparedWriter(Path out, Path folder) throws IOException {
    this.out = out;
    this.folder = folder;
    this.columns = newFile(folder.resolve(PreparedFolder.COLUMNS));
    Files.createDirectory(folder.resolve(PreparedFolder.COPIES));
  }

  /**
   * Begins a prepared extract.
   *
   * @param out the folder to make; one that is there must be empty
   * @throws CouldNotRun when there is something already, or it cannot be written
   */
  public static PreparedWriter create(Path out) {
    try {
      if (Files.exists(out) && !isEmptyFolder(out)) {
        throw new CouldNotRun(
            Diagnostic.at(Place.of(out.toString()), RunDiagnostic.NOT_WRITTEN, "there is something already")
                .withHelp("name another folder, or take away what is in this one"));
      }
      Path parent = out.toAbsolutePath().normalize().getParent();
      Files.createDirectories(parent);
      return new PreparedWriter(out, Files.createTempDirectory(parent, ".rubric-prepare"));
    } catch (IOException e) {
      throw notWritten(out);
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.findAny().isEmpty();
    }
  }

  private static CouldNotRun notWritten(Path out) {
    return new CouldNotRun(
        Diagnostic.at(
                Place.of(out.toString()), RunDiagnostic.NOT_WRITTEN, "the folder `" + out + "` could not be written")
            .withHelp("check that the folder above it exists, may be written to and has room"));
  }

  private static OutputStream newFile(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes = posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ALONE))}
        : new FileAttribute<?>[0];
    Files.createFile(file, attributes);
    return Files.newOutputStream(file);
  }

  /** Copies a file of the source, byte by byte; {@code in} is read to its end. */
  public void copy(String name, InputStream in) {
    try (OutputStream file = newFile(folder.resolve(PreparedFolder.COPIES).resolve(name));
        CheckedOutputStream copy = new CheckedOutputStream(file, new CRC32C())) {
      in.transferTo(copy);
      copies.put(name, (int) copy.getChecksum().getValue());
    } catch (IOException e) {
      throw notWritten(out);
    }
  }

  /** Patients and registrations, when no run has anything left to decide of them. */
  public void people(PeopleColumns columns) {
    byte[] bytes = columns.toBytes();
    try (OutputStream file = newFile(folder.resolve(PreparedFolder.PEOPLE))) {
      file.write(bytes);
    } catch (IOException e) {
      throw notWritten(out);
    }
    peopleLength = bytes.length;
    peopleSum = Sum.of(bytes, 0, bytes.length);
  }

  /**
   * Takes a part; waits when far too many wait for those before them.
   *
   * @param ordinal from 0, each once
   * @param most how many may wait, at least as many as threads bring parts
   */
  public void put(long ordinal, PartWriter part, int most) {
    StoredPart stored = part.toPart();
    synchronized (this) {
      while (ordinal != due && waiting.size() >= most && !isStopped) {
        await();
      }
      waiting.put(ordinal, stored);
      for (StoredPart next = waiting.remove(due); next != null; next = waiting.remove(due)) {
        write(next);
        due++;
      }
      notifyAll();
    }
  }

  /** Lets nobody wait for parts that will not come. */
  public synchronized void stop() {
    isStopped = true;
    notifyAll();
  }

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void write(StoredPart part) {
    try {
      columns.write(part.head());
      columns.write(part.body());
    } catch (IOException e) {
      throw notWritten(out);
    }
    index.number(part.head().length).signed(Sum.of(part.head(), 0, part.head().length)).number(part.body().length);
    written += (long) part.head().length + part.body().length;
  }

  /** How many bytes of columns there are. */
  public synchronized long written() {
    return written;
  }

  /**
   * Writes the manifest, and moves all to its place.
   *
   * @param said all but what has been written
   * @param setAside patients who were set aside, by number
   */
  public synchronized void finish(Manifest said, BitSet setAside) {
    try {
      byte[] last = index(setAside);
      columns.write(last);
      columns.close();
      Manifest manifest = said.with(copies, new Manifest.Columns(
          written, last.length, Sum.of(last, 0, last.length), peopleLength, peopleSum));
      try (OutputStream file = newFile(folder.resolve(PreparedFolder.MANIFEST))) {
        file.write(manifest.text().getBytes(StandardCharsets.UTF_8));
      }
      if (Files.isDirectory(out)) {
        Files.delete(out);
      }
      Files.move(folder, out, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw notWritten(out);
    }
  }

  private byte[] index(BitSet setAside) {
    ByteSink all = new ByteSink().number(setAside.cardinality());
    int last = -1;
    for (int person = setAside.nextSetBit(0); person >= 0; person = setAside.nextSetBit(person + 1)) {
      all.number(person - last - 1L);
      last = person;
    }
    byte[] places = index.toBytes();
    return all.number(due).raw(places, 0, places.length).toBytes();
  }

  /** Takes away what was not finished. */
  @Override
  public void close() {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      columns.close();
      List<Path> all;
      try (Stream<Path> found = Files.walk(folder)) {
        all = found.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw notWritten(out);
    }
  }
}
