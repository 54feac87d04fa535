package uk.rubric.generate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;

/**
 * The codes that stories record: those of the clusters that they name, the four blood pressure codes, and ids of no
 * cluster for all other care. Immutable.
 */
final class Vocabulary {
  /** The clusters that stories name: those of diabetes version 46.0. */
  static final List<String> CLUSTERS =
      List.of(
          "ACE_COD", "ACEDEC_COD", "AII_COD", "AIIDEC_COD", "AMPL_COD", "AMPR_COD", "BLDTESTDEC_COD", "BP_COD",
          "BPDEC_COD", "CHD_COD", "CHOLMAX_COD", "CKD_COD", "CKD1AND2_COD", "CKDRES_COD", "CVDASS2_COD", "DM_COD",
          "DMINVITE_COD", "DMMAX_COD", "DMPCADEC_COD", "DMPCAPU_COD", "DMRES_COD", "DMTYPE2_COD", "DSEP_COD",
          "DSEPDEC_COD", "DSEPPU_COD", "DSEPSU_COD", "FEDEC_COD", "FEPU_COD", "FHYP_COD", "FRC_COD", "HSTRK_COD",
          "HTMAX_COD", "IFCCHBAM_COD", "MAL_COD", "MILDFRAIL_COD", "MODFRAIL_COD", "NPTDEC_COD", "NPTPU_COD",
          "PAD_COD", "PRT_COD", "SERFRUC_COD", "SEVFRAIL_COD", "STAT_COD", "STATINDEC_COD", "STRK_COD", "TIA_COD",
          "TXACE_COD", "TXAII_COD", "TXSTAT_COD", "XACE_COD", "XAII_COD", "XSTAT_COD");

  /** Stands for the codes of a systolic pressure, which no published cluster singles out. */
  static final String SYSTOLIC = "SYS_COD";

  /** Stands for the codes of a diastolic pressure. */
  static final String DIASTOLIC = "DIA_COD";

  private final Map<String, long[]> codes = new TreeMap<>();

  private Vocabulary() {
    codes.put(SYSTOLIC, new long[] {72313002L, 271649006L});
    codes.put(DIASTOLIC, new long[] {1091811000000102L, 271650006L});
  }

  /**
   * Reads what the stories need.
   *
   * @throws CouldNotRun when a cluster is missing, empty or cannot be read
   */
  static Vocabulary of(CodeClusters clusters) {
    Map<String, CodeCluster> found = new TreeMap<>();
    CLUSTERS.forEach(name -> found.put(name, find(clusters, name)));
    Vocabulary vocabulary = new Vocabulary();
    found.forEach((name, cluster) -> vocabulary.codes.put(name, ownCodes(cluster, found)));
    return vocabulary;
  }

  /** Of these codes; blood pressure is as it is everywhere. */
  static Vocabulary of(Map<String, long[]> codes) {
    Vocabulary vocabulary = new Vocabulary();
    codes.forEach((name, all) -> vocabulary.codes.put(name, all.clone()));
    return vocabulary;
  }

  boolean knows(String cluster) {
    return codes.containsKey(cluster);
  }

  private static CodeCluster find(CodeClusters clusters, String name) {
    CodeCluster found = clusters.find(name).orElseThrow(() -> missing(clusters, name));
    if (found.codes().size() == 0) {
      throw new CouldNotRun(problem(clusters, RunDiagnostic.EMPTY_CLUSTER, "no codes in cluster `" + name + "`"));
    }
    return found;
  }

  private static CouldNotRun missing(CodeClusters clusters, String name) {
    return new CouldNotRun(problem(clusters, RunDiagnostic.MISSING_CLUSTER, "no cluster `" + name + "`"));
  }

  private static Diagnostic problem(CodeClusters clusters, RunDiagnostic code, String message) {
    return Diagnostic.at(Place.of(clusters.origin()), code, message)
        .withHelp("give the clusters of diabetes, such as `examples/clusters`");
  }

  /** The codes of one cluster alone, so that a story means just what it says; all of them when each is shared. */
  private static long[] ownCodes(CodeCluster cluster, Map<String, CodeCluster> all) {
    LongPredicate shared =
        code -> all.values().stream().anyMatch(other -> other != cluster && other.codes().contains(code));
    long[] own = cluster.codes().codes().filter(code -> !shared.test(code)).toArray();
    return own.length > 0 ? own : cluster.codes().codes().toArray();
  }

  /** The codes that record {@code cluster}, rising. */
  long[] codes(String cluster) {
    long[] found = codes.get(cluster);
    if (found == null) {
      throw new IllegalArgumentException("no story names " + cluster);
    }
    return found.clone();
  }

  long one(String cluster, Chance chance) {
    return chance.one(codes.get(cluster));
  }

  /** A synthetic id of no cluster; {@code item} from 0 to 99,999. */
  static long unrelated(int item) {
    return SyntheticIds.of(900_000 + item).value();
  }
}
