package uk.rubric.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void findsTheNearestName() {
    assertThat(Suggestion.closest("DMRS_COD", List.of("DM_COD", "DMRES_COD", "HYP_COD"))).contains("DMRES_COD");
  }

  @Test
  void takesASwapAsOneSlip() {
    assertThat(Suggestion.closest("fo", List.of("of", "to"))).contains("of");
  }

  @Test
  void suggestsNothingThatIsFarAway() {
    assertThat(Suggestion.closest("AST", List.of("CKD", "HYP"))).isEmpty();
    assertThat(Suggestion.closest("X", List.of("Y"))).isEmpty();
    assertThat(Suggestion.closest("FRUIT_COD", List.of("SERFRUC_COD"))).isEmpty();
  }

  @Test
  void allowsMoreSlipsInALongName() {
    assertThat(Suggestion.closest("BLODTSTDC_COD", List.of("BLDTESTDEC_COD"))).contains("BLDTESTDEC_COD");
  }

  @Test
  void doesNotDependOnTheOrderOfTheKnownNames() {
    assertThat(Suggestion.closest("DM_COX", List.of("DM_COB", "DM_COA"))).contains("DM_COA");
    assertThat(Suggestion.closest("DM_COX", List.of("DM_COA", "DM_COB"))).contains("DM_COA");
  }

  @Test
  void passesOverCase() {
    assertThat(Suggestion.closest("dm_reg", List.of("DM_REG"))).contains("DM_REG");
  }
}
