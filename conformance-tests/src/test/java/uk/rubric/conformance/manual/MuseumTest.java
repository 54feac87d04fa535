package uk.rubric.conformance.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.rubric.conformance.ConformanceCase;
import uk.rubric.conformance.ConformanceCases;

/** Every failure of the past has its case, and every case says what happened and where that is published. */
class MuseumTest {
  private static final Path CASES = Path.of("cases");
  private static final Path PAGE = Path.of("../docs/museum.md");
  private static final List<String> INCIDENTS = List.of(
      "cpi-wrong-january", "missing-31-march", "newly-registered", "tatt-is-not-depression",
      "concussion-is-not-dementia", "two-suppliers-two-answers", "two-invites-hide-patient", "zero-until-october",
      "manual-indicators-block-all", "shared-system-closing-practice", "rules-land-late", "rounding-lincs",
      "rounding-ardens-2021", "exact-ardens-2020", "iif-2024-25");

  @BeforeAll
  static void write() throws IOException {
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.writeString(PAGE, Museum.page(CASES));
    }
  }

  private static Stream<ConformanceCase> incidents() {
    return ConformanceCases.in(CASES).stream().filter(each -> each.heading().chapter().equals("incidents"));
  }

  @Test
  void everyIncidentHasItsCase() {
    assertThat(incidents().map(ConformanceCase::id)).containsAll(INCIDENTS);
  }

  @Test
  void everyCaseSaysWhatHappenedAndWhere() {
    assertThat(incidents()).allSatisfy(each ->
        assertThat(each.heading().origin()).hasValueSatisfying(origin -> assertThat(origin.happened()).isPresent()));
  }

  @Test
  void everyPublishedExampleSaysWhere() {
    assertThat(ConformanceCases.in(CASES))
        .filteredOn(each -> each.id().startsWith("worked-example-"))
        .hasSizeGreaterThan(5)
        .allSatisfy(each -> assertThat(each.heading().origin()).isPresent());
  }

  @Test
  void pageIsAsCasesGive() {
    assertThat(PAGE).as("-Dgolden.update=true writes it").hasContent(Museum.page(CASES));
  }
}
