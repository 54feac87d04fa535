package uk.rubric.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import uk.rubric.generate.GuidedStories.GuidedStory;

class GuidedStoriesTest {
  private final GuidedStories guided = new GuidedStories();

  @Property(tries = 100)
  void eachIsToldOnceWhenThereAreEnoughPatients(@ForAll @IntRange(min = 100, max = 20_000) int patients) {
    assertThat(IntStream.range(0, patients).mapToObj(i -> guided.of(i, patients)).flatMap(java.util.Optional::stream))
        .containsExactlyElementsOf(guided.stories());
  }

  @Property(tries = 50)
  void fewPatientsHearFewOfThem(@ForAll @IntRange(min = 1, max = 60) int patients) {
    assertThat(IntStream.range(0, patients).mapToObj(i -> guided.of(i, patients)).flatMap(java.util.Optional::stream))
        .isSubsetOf(guided.stories())
        .doesNotHaveDuplicates();
  }

  @Test
  void eachHasANameOfItsOwnAndABranchToReach() {
    assertThat(guided.stories().stream().map(GuidedStory::name)).doesNotHaveDuplicates();
    assertThat(guided.stories()).allSatisfy(story -> assertThat(story.branches()).isNotEmpty());
  }
}
