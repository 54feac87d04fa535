package uk.rubric.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import uk.rubric.plan.Plan;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;

/** SHA-256 sums of what a result was made from, as lower-case hexadecimal digits. */
public final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Of the texts of rule files, whatever folder they are in. */
  public static String ofRules(List<SourceText> sources) {
    Fingerprint fingerprint = new Fingerprint();
    sources.stream().map(SourceText::text).sorted().forEach(fingerprint::add);
    return fingerprint.hex();
  }

  /** Of the codes of a plan's clusters; terms do not count. */
  public static String ofClusters(Plan plan) {
    Fingerprint fingerprint = new Fingerprint();
    plan.clusters().entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().ruleset() + "." + e.getKey().name()))
        .forEach(e -> fingerprint.add(e.getKey().ruleset(), e.getValue()));
    return fingerprint.hex();
  }

  /** The one version of a plan's code clusters, or {@code unknown} when one of them states none or they differ. */
  public static String clusterVersion(Plan plan) {
    List<String> versions =
        plan.clusters().values().stream().map(c -> c.version().orElse("unknown")).distinct().toList();
    return versions.size() == 1 ? versions.get(0) : "unknown";
  }

  private void add(String ruleset, CodeCluster cluster) {
    add(ruleset + "." + cluster.name());
    cluster.codes().codes().forEach(code -> add(Long.toString(code)));
  }

  // The length goes first, so that no two different lists run together into one text.
  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
