package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.check.CheckResult;
import uk.rubric.check.Checker;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;

/** A figure is marked whatever way it comes by a placeholder, and only then. */
class RestsOnTest {
  private static final LocalDate END = LocalDate.of(2022, 3, 31);

  private static final String RULES = """
      ruleset DM "Diabetes mellitus" version 1.0 {
        day PPED "Payment Period End Date"
        day ACHV_DAT "Achievement Date"
        cluster DM_COD  = codes { 73211009 |Diabetes mellitus| }
        cluster FRC_COD = codes { 401191002 |Foot examination| } /*cluster*/
        cluster DEC_COD = codes { 183932001 |Declined| } /*dissent*/
        reason DMDEC = pca specific "Chose not to" /*reason*/
        field DM_DAT  = earliest DM_COD where date <= ACHV_DAT /*first*/
        field FRC_DAT = latest FRC_COD where date <= ACHV_DAT /*field*/
        field DEC_DAT = latest DEC_COD where date <= ACHV_DAT
        field ANY_DAT = latest of (FRC_DAT, DEC_DAT)
        block TAIL(WHEN) {
          1: if WHEN > PPED - 12 months then reject as DMDEC else select
        } /*block*/
        register DM_REG of everyone {
          1: if DM_DAT is recorded then select else reject
        } /*register*/
        register LATE_REG of everyone {
          1: if in DM_REG and DM_DAT > PPED - 12 months then select else reject
        }
        classify TIER of DM_REG {
          1: if ANY_DAT is recorded then give ONE else give NONE
        }
        indicator DM012 of DM_REG {
          denominator {
            1: if FRC_DAT > PPED - 12 months then select else next /*rule*/
            2 to 2: use TAIL(WHEN = DEC_DAT)
          }
          numerator {
            1: if FRC_DAT > PPED - 12 months then select else reject
          }
        } /*indicator*/
        indicator DM017 of DM_REG
      }
      service QOF "A service" {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use DM version 1.0
        parameter POUNDS = £100
        points DM { DM012: 4 from 50% to 90% }
        points REG { DM017: 6 }
        measure PREV per practice = size of LATE_REG / LIST
        measure TIERED per practice = size of (TIER = ONE)
        measure COUNTED per practice = numerator of DM012
        measure NOTHING per practice = LIST * 2
        pay DM per practice = points of DM * POUNDS rounded half up to £0.01 shared by points of DM
        pay REG per practice = points of REG * POUNDS rounded half up to £0.01 shared by points of REG
      }
      """;

  private static Plan plan(String place, String note) {
    assertThat(RULES).contains("/*" + place + "*/");
    String text = RULES.replace("/*" + place + "*/", note).replaceAll("/\\*[a-z]+\\*/", "");
    CheckResult result = Checker.checkSources(List.of(new SourceText("dm.rubric", text)));
    assertThat(result.diagnostics().stream().filter(d -> d.severity().name().equals("ERROR"))).isEmpty();
    return Planner.plan(result.rules().orElseThrow(), result.rules().orElseThrow().services().get(0), END,
        Mode.YEAR_END, new NoClusters());
  }

  /** All codes stand in the rules. */
  private record NoClusters() implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }

  private static String marked(RestsOn rests) {
    return String.join(" ", Stream.of(
        rests.register("DM_REG") ? "DM_REG" : "",
        rests.register("LATE_REG") ? "LATE_REG" : "",
        rests.measure("TIERED") ? "TIERED" : "",
        rests.measure("PREV") ? "PREV" : "",
        rests.counts("DM012") ? "DM012" : "",
        rests.measure("COUNTED") ? "COUNTED" : "",
        rests.points("DM012") ? "points" : "",
        rests.income("DM012") && rests.worth("DM012") ? "income" : "",
        rests.payment("DM") ? "DM" : "",
        rests.counts("DM017") ? "DM017" : "",
        rests.points("DM017") ? "points" : "",
        rests.payment("REG") ? "REG" : "",
        rests.total() ? "total" : "",
        rests.measure("NOTHING") ? "NOTHING" : "").filter(word -> !word.isEmpty()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "cluster,   TIERED DM012 COUNTED points income DM total",
    "field,     TIERED DM012 COUNTED points income DM total",
    "dissent,   TIERED DM012 COUNTED points income DM total",
    "rule,      DM012 COUNTED points income DM total",
    "block,     DM012 COUNTED points income DM total",
    "reason,    DM012 COUNTED points income DM total",
    "indicator, DM012 COUNTED points income DM total",
    "register,  DM_REG LATE_REG TIERED PREV DM012 COUNTED points income DM DM017 total",
    "first,     DM_REG LATE_REG TIERED PREV DM012 COUNTED points income DM DM017 total"
  })
  void isFollowedToEveryFigureThatComesFromIt(String place, String figures) {
    assertThat(marked(RestsOn.placeholder(plan(place, "placeholder \"not sourced\"")))).isEqualTo(figures);
  }

  @Test
  void otherNotesMarkNothing() {
    assertThat(marked(RestsOn.placeholder(plan("cluster", "assumed \"our reading\"")))).isEmpty();
    assertThat(marked(RestsOn.placeholder(plan("rule", "reconstructed \"from elsewhere\"")))).isEmpty();
  }

  @Test
  void whatIsReconstructedIsToldInAWord() {
    Plan plan = plan("rule", "reconstructed \"from elsewhere\"");
    assertThat(RestsOn.words(RestsOn.told(plan), rests -> rests.counts("DM012"))).containsExactly("reconstructed");
    assertThat(RestsOn.words(RestsOn.told(plan), rests -> rests.register("DM_REG"))).isEmpty();
  }
}
