package uk.rubric.benchmark.data;

import java.util.List;
import java.util.stream.IntStream;
import uk.rubric.value.SctId;

/**
 * Codes that are valid identifiers and belong to nobody: their item numbers lie far above any that has been given out.
 * Short ones, as most codes of real records are. No state.
 */
public final class SyntheticCodes {
  /** The code clusters of the six pieces of work, in the order in which everything here numbers them. */
  public static final List<String> CLUSTERS = List.of(
      "DM_COD", "DMRES_COD", "HYP_COD", "HYPRES_COD", "BP_COD", "IFCCHBAM_COD", "CHOL2_COD", "DMPCAPU_COD",
      "DMPCADEC_COD", "DMINVITE_COD", "BPDEC_COD", "FLU_COD");

  /** How many codes a cluster has. */
  public static final int CODES_A_CLUSTER = 3;

  /** How many codes there are that no cluster of the six pieces has. */
  public static final int OTHER_CODES = 2_000;

  private static final int FIRST_OF_CLUSTERS = 9_000_001;
  private static final int FIRST_OF_OTHERS = 9_100_001;

  private SyntheticCodes() {}

  /** The codes of the cluster with that number. */
  public static List<Long> ofCluster(int cluster) {
    return IntStream.range(0, CODES_A_CLUSTER)
        .mapToObj(i -> code(FIRST_OF_CLUSTERS + 10 * cluster + i))
        .toList();
  }

  /** One of the codes that no cluster of the six pieces has. */
  public static long other(int number) {
    return code(FIRST_OF_OTHERS + number);
  }

  private static long code(int item) {
    String digits = item + "00";
    return Long.parseLong(digits + SctId.checkDigit(digits));
  }
}
