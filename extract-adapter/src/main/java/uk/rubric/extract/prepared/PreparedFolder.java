package uk.rubric.extract.prepared;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import uk.rubric.run.CouldNotRun;

/** A prepared extract that is open. Thread-safe. */
public final class PreparedFolder implements Closeable {
  static final String MANIFEST = "prepared-extract.txt";
  static final String COPIES = "copies";
  static final String COLUMNS = "events.columns";
  private static final String EVENTS = "events.csv";

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

  /** What to say when a copy is not as it was written. */
  public CouldNotRun damagedCopy(String name) {
    return Damage.of(copy(name));
  }

  /**
   * Looks at all copies, to tell damage from what was wrong with the source.
   *
   * @throws CouldNotRun when one is not as it was written
   */
  public void requireCopies() {
    manifest.fingerprints().keySet().stream().filter(name -> !name.startsWith(EVENTS)).sorted().forEach(this::requireCopy);
  }

  /** @throws CouldNotRun when a copy is not as it was written */
  public void requireCopy(String name) {
    try {
      byte[] bytes = Files.readAllBytes(copy(name));
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      if (!"%s %d %s".formatted(name, bytes.length, sum).equals(manifest.fingerprints().get(name))) {
        throw damagedCopy(name);
      }
    } catch (IOException e) {
      throw damagedCopy(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void close() {
    columns.close();
  }
}
