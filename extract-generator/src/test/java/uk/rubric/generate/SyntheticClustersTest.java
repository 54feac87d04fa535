package uk.rubric.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.terminology.CodeSet;

class SyntheticClustersTest {
  private final SyntheticClusters clusters = new SyntheticClusters();

  private CodeSet codes(String name) {
    return clusters.find(name).orElseThrow().codes();
  }

  @Test
  void holdsTheClustersThatStoriesName() {
    assertThat(clusters.names()).containsAll(Vocabulary.CLUSTERS);
  }

  @Test
  void onlyTheBloodPressureCodesAreReal() {
    Set<Long> real = new TreeSet<>();
    for (String name : clusters.names()) {
      codes(name).codes().filter(code -> !codes(name).term(code).endsWith(" (synthetic)")).forEach(real::add);
    }
    assertThat(real).containsExactly(72313002L, 271649006L, 271650006L, 1091811000000102L);
  }

  @Test
  void syntheticIdsAreOfTheirNamespace() {
    for (String name : clusters.names()) {
      assertThat(codes(name).codes().filter(code -> codes(name).term(code).endsWith(" (synthetic)")).boxed())
          .allSatisfy(code -> assertThat(code.toString()).matches("\\d{6}1000999" + "10\\d"));
    }
  }

  @Test
  void aCodeIsOfTwoClustersOnlyWhereOneHoldsTheOther() {
    for (String one : clusters.names()) {
      for (String other : clusters.names()) {
        if (one.compareTo(other) < 0) {
          boolean shares = codes(one).codes().anyMatch(codes(other)::contains);
          assertThat(shares).as("%s and %s", one, other).isEqualTo(isHeld(one, other));
        }
      }
    }
    assertThat(codes("DMTYPE2_COD").codes().allMatch(codes("DM_COD")::contains)).isTrue();
    assertThat(codes("HSTRK_COD").codes().allMatch(codes("STRK_COD")::contains)).isTrue();
  }

  private boolean isHeld(String one, String other) {
    boolean first = codes(one).codes().allMatch(codes(other)::contains);
    return first || codes(other).codes().allMatch(codes(one)::contains);
  }

  @Test
  void writesOneFileACluster(@TempDir Path folder) throws IOException {
    clusters.write(folder);
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".csv", "")).collect(Collectors.toSet()))
          .isEqualTo(clusters.names());
    }
    assertThat(Files.readAllLines(folder.resolve("DMRES_COD.csv")))
        .hasSize(1 + codes("DMRES_COD").size())
        .startsWith("code,term")
        .allMatch(line -> Arrays.asList(line.split(",", 2)).size() == 2);
  }
}
