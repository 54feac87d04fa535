package uk.rubric.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.rubric.analysis.Finding.Witness;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.source.SourceText;

class AnalysisTest {
  private static final String RULE_2 =
      "2: if IFCCHBA_VAL <= 58 and IFCCHBA_DAT > PPED - 12 months then select else next";

  @Test
  void everyBranchOfThePublishedRulesHasAPatientButOne() {
    Subject subject = Diabetes.subject(Diabetes.rules());
    Analysis analysis = Analysis.of(subject);
    List<String> impossible = new ArrayList<>();
    for (PlannedLadder ladder : subject.plan().ladders()) {
      for (int rule = 0; rule < ladder.ladder().rules().size(); rule++) {
        for (boolean holds : new boolean[] {true, false}) {
          Finding finding = analysis.decideInPeriod(new Question.Takes(0, ladder.index(), rule, holds));
          assertThat(finding).isNotInstanceOf(Finding.Undecided.class);
          if (finding.isImpossible()) {
            impossible.add(ladder.owner() + " " + ladder.ladder().rules().get(rule).number() + " " + holds);
          }
        }
      }
    }
    assertThat(impossible).containsExactly("DM014 12 true");
  }

  @Test
  void aPatientHasNoEntryThatCouldBeLeftOut() {
    Subject subject = Diabetes.subject(Diabetes.rules());
    PlannedLadder ladder = Diabetes.ladder(subject, "DM020", Kind.DENOMINATOR);

    Witness witness = (Witness) Analysis.of(subject).find(new Question.Takes(0, ladder.index(), 1, true));

    assertThat(witness.patient().entries()).extracting(entry -> entry.cluster().name())
        .containsExactlyInAnyOrder("DM_COD", "IFCCHBAM_COD");
    assertThat(witness.patient().line()).startsWith("born 1972-05-01, registered from 2010-01-01, ");
  }

  @Test
  void aRuleThatIsReachedAfterThePeriodAloneIsUnreachableWithinIt() {
    CheckedRules rules = Diabetes.rules();
    Subject late = Subject.of(rules, rules.services().get(0), rules.services().get(0).periodEnd().plusYears(1));
    PlannedLadder ladder = Diabetes.ladder(late, "DM014", Kind.DENOMINATOR);

    assertThat(Analysis.of(late).find(new Question.Takes(0, ladder.index(), 11, true)).isPossible()).isTrue();
  }

  @Test
  void aRightRefactoringIsProvedEqual() {
    CheckedRules changed = Diabetes.with(
        RULE_2, RULE_2.replace("IFCCHBA_VAL <= 58 and IFCCHBA_DAT > PPED - 12 months",
            "IFCCHBA_DAT is recorded and IFCCHBA_DAT > PPED - 12 months and IFCCHBA_VAL <= 58"));

    assertThat(compare(changed, "DM020")).isInstanceOf(Finding.Impossible.class);
  }

  @Test
  void aChangeThatForgetsWhatIsNotRecordedIsFound() {
    CheckedRules changed = Diabetes.with(
        "1: if FRC_DAT > PPED - 12 months then select else next\n 2: if AMPR_DAT is recorded and AMPL_DAT is recorded"
            + " then reject as AMPR3_DAT else next",
        "1: if AMPL_DAT is recorded and AMPR_DAT is recorded and FRC_DAT <= PPED - 12 months"
            + " then reject as AMPR3_DAT else next\n"
            + "      2: if FRC_DAT > PPED - 12 months then select else next");

    Finding finding = compare(changed, "DM012");

    assertThat(((Witness) finding).patient().entries()).extracting(entry -> entry.cluster().name())
        .containsExactlyInAnyOrder("DM_COD", "AMPL_COD", "AMPR_COD");
  }

  @Test
  void aWrongRefactoringHasASmallestPatient() {
    Finding finding = compare(Diabetes.with(RULE_2, RULE_2.replace("IFCCHBA_VAL <= 58", "IFCCHBA_VAL < 58")), "DM020");

    Witness witness = (Witness) finding;
    assertThat(witness.patient().entries()).extracting(entry -> entry.cluster().name())
        .containsExactlyInAnyOrder("DM_COD", "IFCCHBAM_COD");
    assertThat(witness.patient().line()).contains("IFCCHBAM_COD 58");
  }

  private static Finding compare(CheckedRules changed, String indicator) {
    Subject old = Diabetes.subject(Diabetes.rules());
    Subject fresh = Diabetes.subject(changed);
    return Analysis.of(old, fresh).find(new Question.Differ(
        Diabetes.ladder(old, indicator, Kind.DENOMINATOR), Diabetes.ladder(fresh, indicator, Kind.DENOMINATOR)));
  }

  @Test
  void patientsOfOneAnalysisAnswerTheNext() {
    Subject subject = Diabetes.subject(Diabetes.rules());
    PlannedLadder ladder = Diabetes.ladder(subject, "DM020", Kind.DENOMINATOR);
    Question question = new Question.Takes(0, ladder.index(), 4, true);
    Analysis first = Analysis.of(subject);
    Witness found = (Witness) first.decide(question);

    Witness again = (Witness) Analysis.of(subject).trying(first.patients()).decide(question);

    assertThat(first.patients()).containsExactly(found.patient());
    assertThat(again.patient()).isEqualTo(found.patient());
  }

  private static final String HALF_PUT =
      """
      ruleset X version 1 {
        day ACHV_DAT
        cluster A_COD = codes { 73211009 }
        cluster B_COD = codes { 75367002 }
        field A_DAT[] = all A_COD where some B_COD of same entry has (value > 1)
        register R of everyone {
          1: if some A_DAT[] has (A_DAT > ACHV_DAT - 1 month) then select else reject
        }
      }
      service S {
        period from 2025-04-01 to 2026-03-31
        day ACHV_DAT = run date
        use X version 1
      }
      """;

  /** The first time stated a part of it, and the second took that part for the whole. */
  @Test
  void whatCannotBePutStaysSoWhenItIsAskedAgain() {
    CheckedRules rules = Checker.checkSources(List.of(new SourceText("x.rubric", HALF_PUT))).rules().orElseThrow();
    Analysis analysis = Analysis.of(Subject.of(rules, rules.services().get(0), rules.services().get(0).periodEnd()));

    Finding first = analysis.decide(new Question.Takes(0, 0, 0, true));

    assertThat(first).isEqualTo(new Finding.Undecided("a linked entry is not put to the solver yet"));
    assertThat(analysis.decide(new Question.Takes(0, 0, 0, true))).isEqualTo(first);
  }
}
