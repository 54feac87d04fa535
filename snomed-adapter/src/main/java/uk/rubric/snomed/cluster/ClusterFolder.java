package uk.rubric.snomed.cluster;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;

/**
 * Code clusters in a folder, one {@code NAME.csv} each. A file is read when its cluster is first asked for, and once;
 * its name counts in upper and lower case, also where the file system would not mind. Thread-safe.
 */
public final class ClusterFolder implements CodeClusters {
  /** A name that is a name of a file too, and stays inside the folder. */
  private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*", Pattern.UNICODE_CHARACTER_CLASS);

  private final Path folder;
  private final String origin;
  private final Cache<String, Optional<CodeCluster>> found = Caffeine.newBuilder().build();

  private ClusterFolder(Path folder, String origin) {
    this.folder = folder;
    this.origin = origin;
  }

  /**
   * The clusters of a folder, none of them read yet.
   *
   * @param folder where it is
   * @param origin the folder as the caller gave it, for messages and the manifest
   * @throws CouldNotRun when there is no such folder
   */
  public static ClusterFolder open(Path folder, String origin) {
    if (!Files.isDirectory(folder)) {
      String message = "no folder of code clusters at `" + origin + "`";
      throw new CouldNotRun(Diagnostic.at(Place.of(origin), RunDiagnostic.MISSING_CLUSTER_FOLDER, message)
          .withHelp("name a folder that has one `NAME.csv` with the columns `code,term` for each code cluster"));
    }
    return new ClusterFolder(folder, origin);
  }

  /**
   * {@inheritDoc}
   *
   * @throws CouldNotRun when the file is there and a line of it cannot be read; names the lines
   */
  @Override
  public Optional<CodeCluster> find(String name) {
    return found.get(name, this::read);
  }

  @Override
  public String origin() {
    return origin;
  }

  private Optional<CodeCluster> read(String name) {
    String fileName = name + ".csv";
    if (!NAME.matcher(name).matches() || !isThere(fileName)) {
      return Optional.empty();
    }
    String shown = Path.of(origin).resolve(fileName).toString();
    return Optional.of(
        new CodeCluster(name, new ClusterFile(folder.resolve(fileName), shown).read(), Optional.empty(), shown));
  }

  private boolean isThere(String fileName) {
    Path file = folder.resolve(fileName);
    try {
      return Files.isRegularFile(file)
          && file.toRealPath(LinkOption.NOFOLLOW_LINKS).getFileName().toString().equals(fileName);
    } catch (IOException e) {
      throw new CouldNotRun(ClusterFile.unreadable(Path.of(origin).resolve(fileName).toString()));
    }
  }
}
