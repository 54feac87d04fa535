package uk.rubric.benchmark.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.rubric.benchmark.data.SyntheticCodes;

/** The codes of the clusters, by the number of the cluster. No state. */
final class Clusters {
  static final int DM = 0;
  static final int DMRES = 1;
  static final int HYP = 2;
  static final int HYPRES = 3;
  static final int BP = 4;
  static final int IFCCHBAM = 5;
  static final int CHOL2 = 6;
  static final int DMPCAPU = 7;
  static final int DMPCADEC = 8;
  static final int DMINVITE = 9;
  static final int BPDEC = 10;
  static final int FLU = 11;

  /** The number of a code that no cluster has. */
  static final int NONE = -1;

  private Clusters() {}

  static List<String> names() {
    return SyntheticCodes.CLUSTERS;
  }

  /** Reads a folder of clusters: code to cluster. */
  static Map<Long, Integer> read(Path folder) throws IOException {
    Map<Long, Integer> codes = new HashMap<>();
    for (int cluster = 0; cluster < names().size(); cluster++) {
      List<String> lines = Files.readAllLines(folder.resolve(names().get(cluster) + ".csv"));
      for (String line : lines.subList(1, lines.size())) {
        codes.put(Long.valueOf(line.substring(0, line.indexOf(','))), cluster);
      }
    }
    return codes;
  }
}
