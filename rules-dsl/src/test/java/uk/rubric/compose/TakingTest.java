package uk.rubric.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.Patient;
import uk.rubric.check.CheckedTest.Stay;
import uk.rubric.check.RuleDiagnostic;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;

/** Tests that a year takes over from the year before. */
class TakingTest {
  private static final String RULES = """
      ruleset A version 1.0 {
        day PPED
        day ACHV_DAT
        cluster A_COD = refset 9991001000230109 version 1
        field A_DAT = latest A_COD where date <= ACHV_DAT
        register A_REG of everyone { 1: if A_DAT > PPED - 12 months then select else reject }
        register B_REG of everyone { 1: if A_DAT is recorded then select else reject }
      }
      service S_2022 {
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use A version 1.0
      }
      """;
  private static final String NEXT = """
      import "../y22/rules.rubric"
      service S_2023 amends S_2022 { period from 2022-04-01 to 2023-03-31 }
      """;
  private static final String THEN = """
      import "../y23/rules.rubric"
      service S_2024 amends S_2023 { period from 2023-04-01 to 2024-03-31 }
      """;
  private static final String TESTS = """
      import "rules.rubric"
      test "a day" of A_REG at 2022-03-31 {
        patient {
          born 1960-02-29
          died 2022-03-30
          registered from 2010-01-31 to 2022-02-27 + 1 day
          2021-05-31: A_COD entered 2021-06-01
          PPED - 1 month: A_COD
        }
        expect select, A_DAT = 2022-02-28
      }
      test "nobody" of B_REG { patient { born 1960-05-01 } expect reject }
      """;
  private static final Map<String, String> YEARS = Map.of(
      "y22/rules.rubric", RULES, "y23/rules.rubric", NEXT, "y24/rules.rubric", THEN, "y22/a.test.rubric", TESTS,
      "y23/a.test.rubric", "import \"rules.rubric\" take tests from \"../y22/a.test.rubric\" of S_2022 into S_2023"
          + " moved 12 months except \"nobody\" of B_REG");

  private static CheckResult check(Map<String, String> files, String given, String text) {
    return RuleLoader.load(List.of(new SourceText(given, text)), path -> {
      String name = path.normalize().toString();
      return Optional.ofNullable(files.get(name)).map(found -> new SourceText(name, found));
    }).check();
  }

  private static List<CheckedTest> tests(CheckResult result, String service) {
    assertThat(result.diagnostics()).isEmpty();
    return result.rules().orElseThrow().tests().stream().filter(test -> test.service().name().equals(service)).toList();
  }

  @Test
  void movesEveryDayThatIsWrittenAndLeavesThoseOfTheService() {
    CheckedTest test = tests(check(YEARS, "y23/a.test.rubric", YEARS.get("y23/a.test.rubric")), "S_2023").get(0);
    Patient patient = test.patients().get(0);

    assertThat(test.day()).isEqualTo("2023-03-31");
    assertThat(patient.born()).isEqualTo("1961-02-28");
    assertThat(patient.died()).contains(LocalDate.parse("2023-03-30"));
    assertThat(patient.stays())
        .containsExactly(new Stay(LocalDate.parse("2011-01-31"), Optional.of(LocalDate.parse("2023-02-28"))));
    assertThat(patient.entries()).extracting(CheckedTest.Entry::day)
        .containsExactly(LocalDate.parse("2022-05-31"), LocalDate.parse("2023-02-28"));
    assertThat(patient.entries().get(0).entered()).contains(LocalDate.parse("2022-06-01"));
    assertThat(test.expectations().get(1)).isInstanceOfSatisfying(Expectation.Content.class,
        content -> assertThat(content.content()).isEqualTo(LocalDate.parse("2023-02-28")));
  }

  @Test
  void knowWhereTheyWereWrittenAndWhoTakesThem() {
    CheckedTest test = tests(check(YEARS, "y23/a.test.rubric", YEARS.get("y23/a.test.rubric")), "S_2023").get(0);

    assertThat(test.span().toString()).isEqualTo("y22/a.test.rubric:2:1");
    assertThat(test.home().name()).isEqualTo("y23/a.test.rubric");
    assertThat(test.fullTitle()).isEqualTo("a day (taken, moved 12 months)");
  }

  @Test
  void theYearAfterTakesThemFromTheYearThatTookThem() {
    String next = "import \"rules.rubric\" take tests from \"../y23/a.test.rubric\" of S_2023 into S_2024 moved 12 months";
    CheckResult result = check(YEARS, "y24/a.test.rubric", next);

    assertThat(tests(result, "S_2024")).singleElement().satisfies(test -> {
      assertThat(test.day()).isEqualTo("2024-03-31");
      assertThat(test.patients().get(0).born()).isEqualTo("1962-02-28");
      assertThat(test.taken().orElseThrow().months()).isEqualTo(24);
      assertThat(test.home().name()).isEqualTo("y24/a.test.rubric");
    });
    assertThat(tests(result, "S_2023")).hasSize(1);
    assertThat(tests(result, "S_2022")).as("its file does not say the service, and the statement does").hasSize(2);
  }

  @Test
  void staysWithoutAMove() {
    String local = "import \"../y22/rules.rubric\" service L amends S_2022 {}"
        + " take tests from \"../y22/a.test.rubric\" of S_2022 into L";

    assertThat(tests(check(YEARS, "local/a.test.rubric", local), "L")).hasSize(2)
        .allSatisfy(test -> assertThat(test.taken().orElseThrow().words()).isEqualTo("taken"))
        .first().satisfies(test -> assertThat(test.day()).isEqualTo("2022-03-31"));
  }

  @Test
  void anOwnTestAndATakenOneMayNotHaveOneName() {
    String both = YEARS.get("y23/a.test.rubric")
        + " test \"a day\" of A_REG in S_2023 { patient { born 1960-05-01 } expect reject }"
        + " test \"nobody\" of B_REG in S_2023 { patient { born 1960-05-01 } expect reject }";

    assertThat(check(YEARS, "y23/a.test.rubric", both).diagnostics()).singleElement().satisfies(d -> {
      assertThat(d.code()).isEqualTo(RuleDiagnostic.DUPLICATE_NAME);
      assertThat(d.labels()).anySatisfy(label -> assertThat(label.span().text()).startsWith("take tests"));
    });
  }

  @Test
  void whatATakenTestMissesIsSaidWithTheStatementThatTakesIt() {
    String other = "import \"../y22/rules.rubric\" ruleset A version 2.0 amends A version 1.0 {"
        + " retire B_REG retire A_COD add cluster B_COD = refset 9991011000230106 version 1"
        + " replace field A_DAT = latest B_COD }"
        + " service S_2023 amends S_2022 { period from 2022-04-01 to 2023-03-31 replace use A version 2.0 }"
        + " take tests from \"../y22/a.test.rubric\" of S_2022 into S_2023 moved 12 months";
    List<Diagnostic> found = check(YEARS, "y23/a.test.rubric", other).diagnostics();

    assertThat(found).extracting(d -> d.code().id()).containsExactly("unknown-subject", "unknown-cluster",
        "unknown-cluster");
    assertThat(found.get(0).help()).hasValueSatisfying(help -> assertThat(help).contains("`except B_REG`"));
    assertThat(found.get(1).help())
        .hasValueSatisfying(help -> assertThat(help).contains("`except \"a day\" of A_REG`"));
    assertThat(found.get(1).labels()).hasSize(1);
  }

  @Test
  void filesThatTakeFromEachOtherAreToldOnce() {
    Map<String, String> circle = Map.of("y22/rules.rubric", RULES, "y23/rules.rubric", NEXT,
        "b.rubric", "take tests from \"a.rubric\" of S_2023 into S_2022 moved 12 months");
    String text = "import \"y22/rules.rubric\" import \"y23/rules.rubric\""
        + " take tests from \"b.rubric\" of S_2022 into S_2023 moved 12 months";

    assertThat(check(circle, "a.rubric", text).diagnostics()).singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo(ComposeDiagnostic.TAKES_ITSELF));
  }

  @Test
  void nothingIsMissedInAFileThatCouldNotBeRead() {
    Map<String, String> broken = Map.of("y22/rules.rubric", RULES, "y23/rules.rubric", NEXT,
        "y22/a.test.rubric", "test \"a day\" of A_REG { patent { born 1960-05-01 } expect select }");

    assertThat(check(broken, "y23/a.test.rubric", YEARS.get("y23/a.test.rubric")).diagnostics())
        .isNotEmpty().allSatisfy(d -> assertThat(d.code().id()).isEqualTo("unexpected-input"));
  }
}
