package uk.rubric.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.source.SourceText;
import uk.rubric.testing.RuleTests.By;

/** Tests come out as the rules decide, and a failure tells why. */
class RuleTestsTest {
  private static final String RULES =
      """
      ruleset R version 1.0 {
        day PPED "end"
        day ACHV_DAT "achievement"
        cluster A_COD = refset 999004691000230108 version 304
        cluster B_COD = codes { 72313002 }
        cluster V_COD = codes { 271649006 }
        field AGE = age at PPED
        field A_DAT = latest A_COD where date <= ACHV_DAT
        field B_DAT = latest B_COD where date <= ACHV_DAT
        field V = highest value of V_COD on A_DAT in mmHg
        reason WHY = exclusion "why"
        register A_REG of everyone {
          1: if A_DAT is recorded then select else reject
        }
        indicator A001 of A_REG {
          denominator {
            1: if AGE < 17 years then reject as WHY else select
          }
          numerator {
            1: if V <= 140 then select else reject
          }
        }
      }
      """;

  /** With what decides entries and answers questions. */
  private static final String WIDE = RULES.replaceFirst("}\\s*$",
      """
        field X_DAT[] = all entries of B_COD where date <= ACHV_DAT
        field DONE = whether B_DAT is recorded
        indicator X001 of each X_DAT[] in A_REG {
          denominator { 1: select }
          numerator { 1: if X_DAT > PPED - 1 month then select else reject }
        }
      }
      """);

  private static final String SERVICE =
      """
      service S {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use R version 1.0
        measure SHARE per practice = size of A_REG / LIST
        pay FEE per practice = achievement of A001 * £10 rounded half up to £0.01
      }
      """;

  private static TestRun run(String... texts) {
    return run(By.BOTH, texts);
  }

  private static TestRun run(By by, String... texts) {
    CheckResult result = Checker.checkSources(List.of(new SourceText("r.rubric", String.join("", texts))));
    assertThat(result.diagnostics()).isEmpty();
    CheckedRules rules = result.rules().orElseThrow();
    return RuleTests.run(rules, rules.tests(), by);
  }

  private static List<String> failures(String... texts) {
    return failures(run(texts));
  }

  private static List<String> failures(TestRun run) {
    return run.results().stream().flatMap(r -> r.failures().stream())
        .map(f -> f.expected() + " | " + f.actual()).toList();
  }

  private static String patient(String entries) {
    return "patient { born 1960-05-01 registered from 2010-01-01 " + entries + " }";
  }

  @Test
  void passesWhatTheRulesDecide() {
    assertThat(failures(RULES, SERVICE, "test \"all\" of A001 in S { "
        + patient("PPED - 1 year + 1 day: A_COD + V_COD 140 mmHg")
        + " expect A_REG select by rule 1, denominator select, numerator select by rule 1, AGE = 61 years,"
        + " A_DAT = PPED - 1 year + 1 day, V = 140, B_DAT is not recorded, size of A_REG = 1,"
        + " denominator of A001 = 1, numerator of A001 = 1, FEE = £10.00, SHARE = 1 }")).isEmpty();
  }

  @Test
  void anEntryLiesInTheClustersItNamesAndNoOther() {
    assertThat(failures(RULES, SERVICE, "test \"b alone\" of A001 in S { " + patient("2021-06-01: B_COD")
        + " expect denominator not in population, B_DAT is recorded, A_DAT is not recorded }")).isEmpty();
  }

  @Test
  void tellsWhatWasExpectedWhatCameOutAndWhy() {
    TestRun run = run(RULES, SERVICE, "test \"high\" of A001 in S { "
        + patient("2021-06-01: A_COD + V_COD 150 mmHg") + " expect numerator select by rule 1 }");

    assertThat(run.passed()).isFalse();
    assertThat(TestReport.text(run)).isEqualTo(
        """
        FAILED A001, high
          r.rubric:32:125
            expected  numerator of A001: select by rule 1
            was       reject by rule 1
              rule 1 is false: V <= 140
                V is 150 mmHg

        1 test: 0 passed, 1 failed
        """);
  }

  @Test
  void saysWhoDidNotLetALadderBeAsked() {
    TestRun run = run(RULES, SERVICE,
        "test \"nobody\" of A001 in S { " + patient("") + " expect numerator select }");

    assertThat(run.results().get(0).failures().get(0).actual()).isEqualTo("not in population");
    assertThat(run.results().get(0).failures().get(0).why())
        .contains("A_REG rejects by rule 1", "rule 1 is false: A_DAT is recorded", "  A_DAT is not recorded");
  }

  @Test
  void everyPatientAndEveryEntryMustComeOutSo() {
    assertThat(failures(RULES, SERVICE, "test \"two\" of A001 in S { "
        + "patient \"Ada\" { born 1960-05-01 2021-06-01: A_COD } patient \"Ben\" { born 2010-05-01 2021-06-01: A_COD }"
        + " expect denominator select }")).containsExactly("Ben: denominator of A001: select | reject as WHY by rule 1");
    assertThat(failures(run(By.REFERENCE, WIDE, SERVICE, "test \"entries\" of X001 in S { "
        + patient("2021-06-01: A_COD + B_COD PPED: B_COD")
        + " expect denominator select, numerator select, DONE is yes }")))
        .containsExactly("numerator of X001: select | reject by rule 1 for X_DAT[] 2021-06-01");
  }

  @Test
  void rulesWithoutAServiceHaveTheFinancialYearOfTheDay() {
    assertThat(failures(RULES, "test \"before April\" of A001 at 2022-03-31 { " + patient("PPED: A_COD")
        + " expect A_DAT = 2022-03-31 } test \"after\" of A001 at 2022-04-01 { " + patient("ACHV_DAT: A_COD")
        + " expect A_DAT = PPED - 12 months + 1 day }")).isEmpty();
  }

  @Test
  void moneyIsExact() {
    String given = "given denominator of A001 = 3 given numerator of A001 = 1 ";
    assertThat(failures(RULES, SERVICE, "test \"third\" of A001 in S { " + given + "expect FEE = £3.33 }")).isEmpty();
    assertThat(failures(RULES, SERVICE, "test \"third\" of A001 in S { " + given + "expect FEE = £3.34 }"))
        .containsExactly("FEE = £3.34 | 3.33");
    assertThat(failures(RULES, SERVICE,
        "test \"share\" of A001 in S { given LIST = 3 given size of A_REG = 2 expect SHARE = 0.667 }")).isEmpty();
  }

  @Test
  void whatAFigureDependsOnMustBeGiven() {
    TestRun run = run(RULES, SERVICE, "test \"x\" of FEE in S { given LIST = 3 expect FEE = £0.00 }");

    assertThat(run.results().get(0).failures().get(0).why())
        .containsExactly("write `given denominator of A001 = …`", "write `given numerator of A001 = …`");
  }

  private static final String LABELLED = RULES.replaceFirst("}\\s*$",
      """
        classify LEVEL of A_REG {
          1: if V > 140 then give FOUR else give ONE
        }
      }
      """);

  private static final String QUARTERS =
      """
      service S {
        period from 2021-04-01 to 2022-03-31 by quarter
        day PPED = end of period
        day ACHV_DAT = run date
        use R version 1.0
        evidence AUDIT = yes no per practice
        evidence CLAIMED = date per practice per quarter
        evidence BEDS = number per pcn
        measure MONITORED per practice = size of A_REG
        measure PRICE per patient per quarter = if LEVEL = FOUR then £10 else £1
        pay ON_ACCOUNT per practice per quarter = £100 * previous of MONITORED / 4 rounded half up to £0.01
        pay PRICED per practice per quarter = sum of PRICE over patients capped at 5 patients keeping highest
          rounded half up to £0.01 when CLAIMED to end of quarter + 28 days
        pay AUDITED per practice = £50 * MONITORED rounded half up to £0.01 when AUDIT is yes
        pay HOMES per pcn = £2 * BEDS rounded half up to £0.01
      }
      """;

  private static List<String> quarterly(String body) {
    return failures(LABELLED, QUARTERS, "test \"x\" of ON_ACCOUNT in S { " + body + " }");
  }

  private static final String LEFT_OUT = """
      service S {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use R version 1.0
        measure WHOLE per practice = denominator of A001 + pcas of A001
        pay FEE per practice = WHOLE * £10 + exclusions of A001 * £1 rounded half up to £0.01
      }
      """;

  private static List<String> leftOut(String body) {
    String rules = RULES.replace("reason WHY = exclusion \"why\"",
        "reason WHY = exclusion \"why\"\n  reason NOT = pca specific \"not\"")
        .replace("then reject as WHY else select",
            "then reject as WHY else next\n      2: if B_DAT is recorded then reject as NOT else select");
    return failures(rules, LEFT_OUT, "test \"x\" of FEE in S { " + body + " }");
  }

  @Test
  void thoseLeftOutOfADenominatorMustBeGivenWhereAFigureReadsThem() {
    assertThat(leftOut("given denominator of A001 = 100 given pcas of A001 = 12 given exclusions of A001 = 3"
        + " expect WHOLE = 112, FEE = £1123.00")).isEmpty();
    assertThat(leftOut("given denominator of A001 = 100 given exclusions of A001 = 3 expect FEE = £1003.00"))
        .containsExactly("FEE = £1003.00 | it depends on what the test does not give");
  }

  @Test
  void thoseLeftOutOfADenominatorAreCountedByKind() {
    String child = "patient { born 2010-05-01 registered from 2010-06-01 2021-06-01: A_COD } ";
    assertThat(leftOut(patient("2021-06-01: A_COD + B_COD") + patient("2021-06-01: A_COD") + child
        + " expect pcas of A001 = 1, exclusions of A001 = 1, denominator of A001 = 1, FEE = £21.00")).isEmpty();
    assertThat(leftOut(patient("2021-06-01: A_COD + B_COD") + " expect pcas of A001 = 0, exclusions of A001 = 1"))
        .containsExactly("pcas of A001 = 0 | 1", "exclusions of A001 = 1 | 0");
  }

  @Test
  void paymentsHangOnWhatIsGiven() {
    assertThat(quarterly("given previous of MONITORED = 14 given size of A_REG = 3 given AUDIT is yes given BEDS = 40.5"
        + " expect ON_ACCOUNT in 2021-05-01 = £350.00, AUDITED = £150.00, HOMES = £81.00, MONITORED = 3")).isEmpty();
    assertThat(quarterly("given size of A_REG = 3 given AUDIT is no expect AUDITED = £0.00")).isEmpty();
    assertThat(quarterly("given size of A_REG = 3 given AUDIT is unknown"
        + " expect AUDITED is pending, ON_ACCOUNT in 2021-06-30 is pending, HOMES is pending")).isEmpty();
    assertThat(quarterly("given size of A_REG = 3 expect AUDITED = £0.00, AUDITED is not yet")).containsExactly(
        "AUDITED = £0.00 | it is pending: AUDIT", "AUDITED is not yet | it is pending: AUDIT");
  }

  @Test
  void whatIsGivenHoldsForEachPartThatHasNoneOfItsOwn() {
    assertThat(quarterly("given size of (LEVEL = FOUR) = 2 given size of (LEVEL = ONE) = 1"
        + " given size of (LEVEL = FOUR) in 2021-09-30 = 7 given CLAIMED = 2021-07-28 given CLAIMED in 2021-09-30 is unknown"
        + " given CLAIMED in 2021-12-31 = 2022-01-29"
        + " expect PRICED in 2021-06-30 = £21.00, PRICED in 2021-09-30 is pending, PRICED in 2021-12-31 = £0.00")).isEmpty();
    assertThat(quarterly("given size of (LEVEL = FOUR) = 7 given size of (LEVEL = ONE) = 1 given CLAIMED = 2021-06-30"
        + " expect PRICED in 2021-06-30 = £50.00, PRICED in 2022-03-31 = £49.00"))
        .containsExactly("PRICED in 2022-03-31 = £49.00 | 50");
    assertThat(quarterly("given size of (LEVEL = FOUR) = 7 given CLAIMED = 2021-06-30 expect PRICED in 2021-06-30 = £50.00"))
        .as("one label is not given, but four take up the cap").isEmpty();
    assertThat(quarterly("given size of (LEVEL = FOUR) = 2 given CLAIMED = 2021-06-30 expect PRICED in 2021-06-30 = £50.00"))
        .containsExactly("PRICED in 2021-06-30 = £50.00 | it depends on what the test does not give");
  }

  @Test
  void aPartThatHasNotEndedIsNotYetDue() {
    assertThat(failures(LABELLED, QUARTERS, "test \"x\" of ON_ACCOUNT in S at 2021-06-30 {"
        + " given previous of MONITORED = 14 expect ON_ACCOUNT in 2021-06-30 = £350.00,"
        + " ON_ACCOUNT in 2021-09-30 is not yet }")).isEmpty();
  }

  @Test
  void patientsAreCountedAsAtTheEndOfEachPart() {
    assertThat(quarterly(patient("2021-08-01: A_COD + V_COD 150 mmHg") + " given CLAIMED = 2021-06-30"
        + " expect PRICED in 2021-06-30 = £0.00, PRICED in 2021-09-30 = £10.00, PRICED in 2022-03-31 = £10.00")).isEmpty();
  }

  @Test
  void writesXmlThatNamesEachPlace() {
    String xml = JunitXml.of(run(RULES, SERVICE, "test \"a < b & c\" of A001 in S { " + patient("")
        + " expect numerator select }"));

    assertThat(xml).contains("tests=\"1\" failures=\"1\"", "name=\"a &lt; b &amp; c\" file=\"r.rubric\" line=\"32\"",
        "message=\"expected numerator of A001: select, was not in population\"");
  }

  private static final String NEXT_YEAR = """
      service NEXT amends S { period from 2022-04-01 to 2023-03-31 }
      take tests of S into NEXT moved 12 months
      """;

  @Test
  void aTakenTestNamesItsPlaceAndWhoTakesIt() {
    TestRun run = run(RULES, SERVICE + NEXT_YEAR, "test \"a day\" of A_REG in S { "
        + patient("2021-06-01: A_COD") + " expect A_DAT = 2022-06-01 }");

    assertThat(run.results()).extracting(result -> result.test().service().name()).containsExactly("S", "NEXT");
    assertThat(run.results().get(1).failures()).singleElement()
        .satisfies(f -> assertThat(f.actual()).contains("2022-06-01"));
    assertThat(TestReport.text(run)).contains("  taken by ", " into NEXT, moved 12 months\n",
        "2 tests, 1 of them taken: 0 passed");
    assertThat(JunitXml.of(run)).contains("name=\"a day\"", "name=\"a day (taken, moved 12 months)\"");
    assertThat(TestReport.diagnostics(run).get(1).labels()).singleElement()
        .satisfies(label -> assertThat(label.text()).isEqualTo("taken here, moved 12 months"));
  }
}
