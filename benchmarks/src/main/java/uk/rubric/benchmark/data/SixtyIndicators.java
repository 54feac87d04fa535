package uk.rubric.benchmark.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sixty registers and indicators made of the six pieces: nine copies more, each a rule set of its own with clusters of
 * its own, whose codes are among those that the six pieces do not look at. So the same extract serves, and more of it
 * is looked at.
 */
public final class SixtyIndicators {
  private static final int COPIES = 10;
  private static final String NAMES =
      "\\b(DM_REG|HYP_REG|HYP_TO_79|EITHER_65|GMS|DM020|HYP008|CHOL|FLU|SIX|"
      + String.join("|", SyntheticCodes.CLUSTERS)
          + ")\\b";

  private SixtyIndicators() {}

  /** @param arguments the folder of the six pieces, and the one to be written */
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Writes one rule file and its clusters. */
  public static void write(Path six, Path folder) throws IOException {
    String text = Files.readString(six.resolve("six-pieces.rubric"));
    int service = text.indexOf("\nservice ");
    String ruleset = text.substring(0, service);
    String uses = IntStream.range(0, COPIES).mapToObj(k -> named("SIX", k) + " version 1.0")
        .collect(Collectors.joining(", "));
    Files.createDirectories(folder.resolve("clusters"));
    List<String> parts = new ArrayList<>();
    for (int copy = 0; copy < COPIES; copy++) {
      int k = copy;
      parts.add(ruleset.replaceAll(NAMES, k == 0 ? "$1" : "$1_" + k));
      writeClusters(six, folder, copy);
    }
    parts.add(text.substring(service).replace("SIX version 1.0", uses));
    Files.writeString(folder.resolve("sixty.rubric"), String.join("\n", parts));
  }

  private static String named(String name, int copy) {
    return copy == 0 ? name : name + "_" + copy;
  }

  private static void writeClusters(Path six, Path folder, int copy) throws IOException {
    for (int cluster = 0; cluster < SyntheticCodes.CLUSTERS.size(); cluster++) {
      String name = SyntheticCodes.CLUSTERS.get(cluster);
      Path file = folder.resolve("clusters").resolve(named(name, copy) + ".csv");
      Files.writeString(file, copy == 0 ? text(six.resolve("clusters").resolve(name + ".csv")) : codes(copy, cluster));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Neither the most usual codes nor the rarest. */
  private static String codes(int copy, int cluster) {
    int first = 40 + ((copy - 1) * SyntheticCodes.CLUSTERS.size() + cluster) * SyntheticCodes.CODES_A_CLUSTER;
    return IntStream.range(first, first + SyntheticCodes.CODES_A_CLUSTER)
        .mapToObj(number -> SyntheticCodes.other(number) + ",Other (invented)\n")
        .collect(Collectors.joining("", "code,term\n", ""));
  }
}
