package uk.rubric.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.SctId;

class VocabularyTest {
  private final SyntheticClusters clusters = new SyntheticClusters();

  @Test
  void aStoryRecordsWhatItsClusterAloneMeans() {
    Vocabulary vocabulary = Vocabulary.of(clusters);
    assertThat(vocabulary.codes("STRK_COD")).hasSize(3).doesNotContain(vocabulary.codes("HSTRK_COD"));
    assertThat(vocabulary.codes("DM_COD")).hasSize(4).doesNotContain(vocabulary.codes("DMTYPE2_COD")[0]);
  }

  @Test
  void aClusterThatIsHeldByAnotherKeepsAllItsCodes() {
    assertThat(Vocabulary.of(clusters).codes("DMTYPE2_COD")).hasSize(4);
  }

  @Test
  void clustersOfOneSharedCodeWillDo() {
    long only = SyntheticIds.of(123_456).value();
    Vocabulary vocabulary = Vocabulary.of(new OneCode(only));
    assertThat(vocabulary.codes("DM_COD")).containsExactly(only);
  }

  @Test
  void unrelatedCodesAreValidAndOfNoCluster() {
    assertThat(IntStream.range(0, 600).mapToObj(Vocabulary::unrelated))
        .allMatch(code -> SctId.isValid(code.toString()))
        .noneMatch(code -> clusters.names().stream()
            .anyMatch(name -> clusters.find(name).orElseThrow().codes().contains(code)));
  }

  @Property(tries = 200)
  void diceStayInTheirRange(
      @ForAll long seed, @ForAll @IntRange(max = 5_000) int low, @ForAll @IntRange(max = 99) int more) {
    Chance chance = Chance.of(seed, low);
    assertThat(chance.between(low, low + more)).isBetween(low, low + more);
    assertThat(chance.around(low, more)).isBetween(low - more, low + more);
    assertThat(chance.weighted(new int[] {0, 1 + more, 0, 5})).isIn(1, 3);
  }

  /** Every cluster has the same code. */
  private record OneCode(long code) implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      CodeSet codes = new CodeSet(new long[] {code}, new String[] {""});
      return Optional.of(new CodeCluster(name, codes, Optional.empty(), origin()));
    }

    @Override
    public String origin() {
      return "one code";
    }
  }
}
