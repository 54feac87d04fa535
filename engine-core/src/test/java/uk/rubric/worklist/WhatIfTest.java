package uk.rubric.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.worklist.Example.diagnosed;
import static uk.rubric.worklist.Example.event;
import static uk.rubric.worklist.Example.patient;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Mode;
import uk.rubric.report.WorklistTable;
import uk.rubric.worklist.Worklist.Change;
import uk.rubric.worklist.Worklist.PracticeWhatIf;
import uk.rubric.worklist.Worklist.PracticeWork;

class WhatIfTest {
  private static Worklist list(List<PatientRecord> records, WhatIf... whatIfs) {
    Choice choice = new Choice(
        Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty(), List.of(whatIfs));
    return Example.list(
        new WorklistRun(Example.plan(Example.END, Mode.YEAR_END), DroolsEvaluator::new, 1, choice), records);
  }

  /** Achieves every indicator of the example. */
  private static PatientRecord achiever(String id) {
    return patient(id, diagnosed("2021-10-05"), diagnosed("2022-03-20"), event("2021-10-15", Example.REFERRAL, null),
        event("2022-03-01", Example.TEST, "25"), event("2022-03-01", Example.SYSTOLIC, "120"),
        event("2022-03-01", Example.DIASTOLIC, "70"));
  }

  private static PatientRecord other(String id) {
    return patient(id, diagnosed("2015-01-01"));
  }

  private static List<PatientRecord> present() {
    List<PatientRecord> records = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      records.add(i < 4 ? achiever("P" + i) : other("P" + i));
    }
    return records;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void isWhatPatientsAddedToTheExtractWouldBe(int achievers) {
    List<PatientRecord> more = present();
    for (int i = 0; i < 5; i++) {
      more.add(i < achievers ? achiever("Q" + i) : other("Q" + i));
    }
    BigDecimal percent = BigDecimal.valueOf(achievers * 20L);
    Worklist asked = list(present(), new WhatIf("DX_REG", 5, percent));
    PracticeWhatIf answer = asked.whatIfs().get(0).practices().get(0);
    PracticeWork added = list(more).practices().get(0);
    assertThat(answer.incomeAfter()).isEqualTo(added.incomeAtEnd());
    assertThat(answer.incomeBefore()).isEqualTo(asked.practices().get(0).incomeAtEnd());
    assertThat(answer.before()).isEqualTo(9);
    assertThat(answer.after()).isEqualTo(14);
    assertThat(answer.payments()).extracting(Change::name).containsExactly("CARE");
  }

  @Test
  void roundsPartsOfAPatientDown() {
    assertThat(WhatIf.parse("DX_REG +7 achieved 60%").orElseThrow().achieved()).isEqualTo(4);
    assertThat(WhatIf.parse(" DX_REG  +10 achieved 33.4 % ").orElseThrow().achieved()).isEqualTo(3);
    assertThat(WhatIf.parse("DX_REG +3 achieved 100%").orElseThrow().achieved()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DX_REG", "DX_REG 10 achieved 60%", "DX_REG +0 achieved 60%", "DX_REG +10 achieved 101%",
      "DX_REG +10 achieved -1%", "DX_REG +10000000 achieved 1%", "DX_REG +1 achieved 1e2%", "DX_REG +10"})
  void takesNothingElse(String text) {
    assertThat(WhatIf.parse(text)).isEmpty();
  }

  @Test
  void isPrintedBesideThePresent() {
    String table = WorklistTable.of(list(present(), new WhatIf("DX_REG", 5, new BigDecimal("60"))));
    assertThat(table).contains("What if DX_REG had 5 more, of whom 3 achieve", "points of CONTROL", "payment CARE",
        "total income £");
  }
}
