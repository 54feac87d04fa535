package uk.rubric.extract.prepared;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import uk.rubric.run.CouldNotRun;

/** A prepared extract that is open. Thread-safe. */
public final class PreparedFolder implements Closeable {
  static final String MANIFEST = "prepared-extract.txt";
  static final String COPIES = "copies";
  static final String COLUMNS = "events.columns";
  static final String PEOPLE = "people.columns";

  /** A part in the file of columns: its head, then its body. */
  record PartPlace(long start, int headLength, int headSum, long bodyLength) {}

  private final Path path;
  private final Manifest manifest;
  private final StoredBytes columns;
  private final List<PartPlace> parts = new ArrayList<>();
  private final BitSet setAside = new BitSet();

  private PreparedFolder(Path path, Manifest manifest, StoredBytes columns) {
    this.path = path;
    this.manifest = manifest;
    this.columns = columns;
  }

  /** Whether a folder holds a prepared extract, whatever its state. */
  public static boolean isAt(Path folder) {
    return Files.exists(folder.resolve(MANIFEST)) || Files.exists(folder.resolve(COLUMNS));
  }

  /**
   * Opens a folder.
   *
   * @throws CouldNotRun when it is of another version or damaged
   */
  public static PreparedFolder open(Path path) {
    Path file = path.resolve(MANIFEST);
    Manifest manifest;
    try {
      manifest = Manifest.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw Damage.of(file);
    }
    StoredBytes columns = new StoredBytes(path.resolve(COLUMNS));
    PreparedFolder folder = new PreparedFolder(path, manifest, columns);
    try {
      folder.requireCopies();
      folder.readIndex();
      return folder;
    } catch (CouldNotRun e) {
      columns.close();
      throw e;
    }
  }

  private void readIndex() {
    Manifest.Columns index = manifest.columns();
    if (columns.size() != index.indexStart() + index.indexLength()) {
      throw columns.damaged();
    }
    byte[] bytes = columns.read(index.indexStart(), index.indexLength(), index.indexSum());
    columns.decode(() -> readIndex(new ByteSource(bytes, 0, bytes.length)));
  }

  private void readIndex(ByteSource source) {
    long person = -1;
    for (int i = source.count(); i > 0; i--) {
      person += 1 + source.number();
      setAside.set(Math.toIntExact(person));
    }
    long start = 0;
    for (int i = source.count(); i > 0; i--) {
      PartPlace part = new PartPlace(start, source.count(), (int) source.signed(), source.number());
      start += part.headLength() + part.bodyLength();
      parts.add(part);
    }
    if (!source.isAtEnd() || start != manifest.columns().indexStart()) {
      throw new ArithmeticException("the parts do not fill the file");
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  /** The copy of a file of the source. */
  public Path copy(String name) {
    return path.resolve(COPIES).resolve(name);
  }

  /** Patients who were set aside when the extract was prepared, by number. */
  public BitSet setAside() {
    return (BitSet) setAside.clone();
  }

  public int parts() {
    return parts.size();
  }

  /**
   * Opens a part: its head is read and checked.
   *
   * @throws CouldNotRun when it is damaged
   */
  public PartReader part(int number) {
    PartPlace part = parts.get(number);
    byte[] head = columns.read(part.start(), part.headLength(), part.headSum());
    return new PartReader(columns, head, part.start() + part.headLength());
  }

  /** The folder, as the caller named it. */
  public Path path() {
    return path;
  }

  /** What to say when the folder does not fit together. */
  public CouldNotRun damaged() {
    return Damage.of(path.resolve(MANIFEST));
  }

  private void requireCopies() {
    manifest.copies().forEach((name, sum) -> {
      try {
        byte[] bytes = Files.readAllBytes(copy(name));
        if (Sum.of(bytes, 0, bytes.length) != sum) {
          throw Damage.of(copy(name));
        }
      } catch (IOException e) {
        throw Damage.of(copy(name));
      }
    });
  }

  /**
   * Patients and registrations as columns; nothing when the copies are to be read, since some row of theirs depends on
   * what is asked or on the day.
   *
   * @param today the day of the command
   */
  public Optional<PeopleColumns> people(int today) {
    int length = manifest.columns().peopleLength();
    if (length == 0) {
      return Optional.empty();
    }
    PeopleColumns[] made = new PeopleColumns[1];
    try (StoredBytes file = new StoredBytes(path.resolve(PEOPLE))) {
      if (file.size() != length) {
        throw file.damaged();
      }
      byte[] bytes = file.read(0, length, manifest.columns().peopleSum());
      file.decode(() -> made[0] = PeopleColumns.of(bytes));
    }
    return Optional.of(made[0]).filter(columns -> columns.latestDay() <= today);
  }

  @Override
  public void close() {
    columns.close();
  }
}
