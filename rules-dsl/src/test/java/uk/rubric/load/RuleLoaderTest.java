package uk.rubric.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.SourceText;

class RuleLoaderTest {
  private static final String COMMON = "ruleset COMMON version 1.0 { day PPED }";

  private final List<String> read = new ArrayList<>();

  private RuleLoader.Loaded load(Map<String, String> files, String given) {
    return RuleLoader.load(List.of(new SourceText(given, files.get(given))), path -> read(files, path));
  }

  private Optional<SourceText> read(Map<String, String> files, Path path) {
    String name = path.normalize().toString();
    read.add(name);
    return Optional.ofNullable(files.get(name)).map(text -> new SourceText(name, text));
  }

  @Test
  void readsWhatIsImportedOnceWhicheverWayItIsReached() {
    Map<String, String> files = Map.of(
        "rules/a.rubric", "import \"b.rubric\" import \"../common/c.rubric\" ruleset A version 1.0 { use COMMON }",
        "rules/b.rubric", "import \"../common/../common/c.rubric\" import \"a.rubric\" ruleset B version 1.0 {}",
        "common/c.rubric", COMMON);

    RuleLoader.Loaded loaded = load(files, "rules/a.rubric");

    assertThat(read).containsExactly("rules/b.rubric", "common/c.rubric");
    assertThat(loaded.sources()).extracting(SourceText::name)
        .containsExactly("rules/a.rubric", "rules/b.rubric", "common/c.rubric");
    assertThat(loaded.check().rules()).isPresent();
  }

  @Test
  void saysWhichImportLeadsNowhere() {
    RuleLoader.Loaded loaded = load(Map.of("a.rubric", "import \"gone.rubric\"\n" + COMMON), "a.rubric");

    assertThat(loaded.diagnostics()).singleElement().satisfies(d -> {
      assertThat(d.code()).isEqualTo(LoadDiagnostic.MISSING_IMPORT);
      assertThat(d.message()).contains("`gone.rubric`");
    });
    assertThat(loaded.check().rules()).isEmpty();
  }

  @Test
  void whatFollowsFromAnImportThatLeadsNowhereIsNotTold() {
    String ruleset = "import \"gone.rubric\" ruleset A version 2.0 amends A version 1.0 {}"
        + " ruleset B version 1.0 { use COMMON day ACHV_DAT field X_DAT = latest X_COD where date <= ACHV_DAT"
        + " register B_REG of EVERYBODY { 1: if X_DAT > PPED then select else reject } }"
        + " service S { period from 2021-04-01 to 2022-03-31 day ACHV_DAT = run date use B use GONE"
        + " measure M per practice = size of GONE_REG }"
        + " service T amends GONE_SERVICE {}"
        + " test \"x\" of GONE_REG in S { given LIST = 1 expect M = 1 }";
    String known = " ruleset C version 1.0 { day PPED field D_DAT = PPED + true }";

    assertThat(load(Map.of("a.rubric", ruleset), "a.rubric").check().diagnostics())
        .extracting(Diagnostic::code).containsExactly(LoadDiagnostic.MISSING_IMPORT);
    assertThat(load(Map.of("a.rubric", ruleset + known), "a.rubric").check().diagnostics())
        .as("what is wrong in itself is told").hasSize(2);
  }

  @Test
  void whoWantsTheRulesAloneHasNoTestCheckedAndNoneTaken() {
    Map<String, String> files = Map.of(
        "a.rubric", "import \"b.rubric\"\n" + COMMON + "\ntake tests from \"c.rubric\" of A into B moved 12 months"
            + "\ntest \"of nothing\" of GONE { patient { born 1960-05-01 } expect select }",
        "b.rubric", "ruleset B version 1.0 {}");

    RuleLoader.Loaded rules =
        RuleLoader.loadRules(List.of(new SourceText("a.rubric", files.get("a.rubric"))), path -> read(files, path));

    assertThat(read).containsExactly("b.rubric");
    assertThat(rules.check().diagnostics()).isEmpty();
    assertThat(rules.check().rules().orElseThrow().tests()).isEmpty();
    assertThat(load(files, "a.rubric").check().rules()).isEmpty();
  }

  @Test
  void aFileOfTestsAloneIsNotEmptyForWhoWantsTheRulesAlone() {
    String tests = "test \"of nothing\" of GONE { patient { born 1960-05-01 } expect select }";
    List<SourceText> given = List.of(new SourceText("a.rubric", COMMON), new SourceText("a.test.rubric", tests));

    assertThat(RuleLoader.loadRules(given, path -> Optional.empty()).check().diagnostics()).isEmpty();
  }

  @Test
  void whoWantsTheRulesAloneIsStillToldOfATestThatIsNone() {
    String broken = COMMON + "\ntest \"cut short\" of {";

    assertThat(RuleLoader.loadRules(List.of(new SourceText("a.rubric", broken)), path -> Optional.empty()).check()
        .diagnostics()).isNotEmpty();
  }

  @Test
  void takesAPathThatNoFileCanHaveForAMissingFile() {
    RuleLoader.Loaded loaded = load(Map.of("a.rubric", "import \"a\0b\"\n" + COMMON), "a.rubric");

    assertThat(loaded.diagnostics()).hasSize(1);
    assertThat(read).isEmpty();
  }
}
