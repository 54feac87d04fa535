package uk.rubric.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.rubric.result.ServiceResult;

/**
 * The result hash: by which two results are seen to say the same, whatever they were made from.
 *
 * <p>It is the SHA-256 of the canonical result: the stable result of {@link JsonReport} without {@code manifest},
 * {@code setAside} and {@code warnings}, which is what was set aside or counted on the way, in the canonical form of
 * JSON (RFC 8785): members sorted by name, no white space, UTF-8. It covers the name of the evaluator and the notes,
 * since they say what the figures rest on. So anybody can compute it from the result:
 * {@code jq -cjS 'del(.manifest, .setAside, .warnings)' result.json | sha256sum}.
 *
 * <p>Thread-safe.
 */
public final class ResultHash {
  private static final List<String> LEFT_OUT = List.of("manifest", "setAside", "warnings");

  private static final JsonMapper CANONICAL = JsonMapper.builder()
      .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
      .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
      .build();

  private ResultHash() {}

  /** Of a result, as 64 lower-case hexadecimal digits. */
  public static String of(ServiceResult result) {
    ObjectNode tree = (ObjectNode) CANONICAL.readTree(new JsonReport().bytes(result));
    tree.remove(LEFT_OUT);
    return sha256(CANONICAL.writeValueAsBytes(tree));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
