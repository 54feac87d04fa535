package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.rubric.result.Manifest;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;
import uk.rubric.result.SetAside;

class ResultHashTest {
  private static final ServiceResult FULL = SmallResult.full();

  private static ServiceResult with(
      String engine, List<PracticeResult> practices, SetAside setAside, Manifest manifest) {
    return new ServiceResult(FULL.plan(), engine, practices, setAside, manifest);
  }

  @Test
  void isTheSha256OfTheCanonicalResult() throws NoSuchAlgorithmException {
    String canonical =
        "{\"asAt\":\"2022-03-31\",\"engine\":\"drools\",\"format\":\"rubric-results/1\",\"mode\":\"year-end\","
            + "\"notes\":[],\"parameters\":[{\"file\":\"service.rubric\",\"id\":\"POINT_VALUE\",\"line\":1,\"value\":\"201.16\"},"
            + "{\"file\":\"service.rubric\",\"id\":\"AVERAGE_LIST\",\"line\":1,\"value\":\"9085\"},"
            + "{\"file\":\"service.rubric\",\"id\":\"PREV_DM\",\"line\":1,\"value\":\"0.073\"}],"
            + "\"practices\":[],\"service\":\"QOF_2021_22\",\"status\":\"official\"}";
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
    assertThat(ResultHash.of(SmallResult.empty())).isEqualTo(HexFormat.of().formatHex(sha256));
  }

  /** {@code jq -cjS 'del(.manifest, .setAside, .warnings)' full.json | sha256sum} */
  @Test
  void isWhatOthersComputeFromTheResult() {
    assertThat(ResultHash.of(FULL)).isEqualTo("36d348d54458c46cf643971f460870d5069e5ce8ef91a3e8dcac97c108ec6a3d");
  }

  @Test
  void doesNotDependOnManifestOrWhatWasSetAside() {
    Manifest other = new Manifest("9.9.9", "a".repeat(64), "b".repeat(64), "304", "elsewhere", "c".repeat(64));
    assertThat(ResultHash.of(with(FULL.engine(), FULL.practices(), SetAside.NOTHING, other)))
        .isEqualTo(ResultHash.of(FULL));
  }

  @Test
  void dependsOnEveryFigureAndOnWhatItRestsOn() {
    PracticeResult first = FULL.practices().get(0);
    PracticeResult unnamed = new PracticeResult(first.counts(), Optional.empty(), first.income());
    PracticeResult unpaid = new PracticeResult(first.counts(), first.name(), Optional.empty());
    assertThat(List.of(
            FULL,
            with("reference", FULL.practices(), FULL.setAside(), FULL.manifest()),
            with(FULL.engine(), List.of(first), FULL.setAside(), FULL.manifest()),
            with(FULL.engine(), List.of(unnamed), FULL.setAside(), FULL.manifest()),
            with(FULL.engine(), List.of(unpaid), FULL.setAside(), FULL.manifest()),
            SmallResult.odd()))
        .extracting(ResultHash::of)
        .doesNotHaveDuplicates();
  }
}
