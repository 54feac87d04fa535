package uk.rubric.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;

class TableImportTest {
  private static ImportResult imported(String... more) {
    List<SourceText> files = new ArrayList<>(Tables.hayFever());
    files.addAll(Tables.of("hayfever", more));
    return TableImport.of(files, Tables.HAY);
  }

  /** Without the layout. */
  private static String plain(ImportResult result) {
    return result.rules().orElseThrow().replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
  }

  private static void isGolden(String golden, ImportResult result) {
    Golden.compareWords(Tables.file(golden),
        result.rules().orElse("") + (result.diagnostics().isEmpty() ? "" : "\n" + Tables.shown(result.diagnostics())));
  }

  @Test
  void csvFilesBecomeARuleFile() {
    isGolden("hayfever/csv.expected", imported());
  }

  @Test
  void aDocumentBecomesARuleFile() {
    isGolden("hayfever/document.expected",
        TableImport.of(Tables.of("hayfever", "hayfever.md"), ImportOptions.NONE));
  }

  @Test
  void reasonsAreMatchedWithRulesAndMarked() {
    isGolden("hayfever/reasons.expected", imported("reasons.csv"));
  }

  @Test
  void reasonsWithTheirRulesAreTakenAsTheyStand() {
    String rules = plain(imported("reasons-by-rule.csv"));

    assertThat(rules)
        .contains("reason HAYDEC = pca general \"Patient chose not to receive hay fever care.\" reason ")
        .contains("reject as REG_HAY", "reject as NOTSEV")
        .doesNotContain("reconstructed \"");
  }

  @Test
  void codesOfAFieldReplaceTheCluster() {
    assertThat(plain(imported("codes.csv")))
        .contains("cluster PEF2_COD \"The peak flow of each day.\" = codes { 112345008 |Peak flow| }")
        .contains("field PEF_VAL[] = lowest value of PEF2_COD on each PEFALL_DAT[] in l/min")
        .contains("field PEF_VAL = lowest value of PEF2_COD on PEF_DAT in l/min");
  }

  @Test
  void whatIsWrittenChecks() {
    for (String[] more : new String[][] {{}, {"reasons.csv"}, {"reasons-by-rule.csv"}, {"codes.csv"}}) {
      SourceText text = new SourceText("hay.rubric", imported(more).rules().orElseThrow());
      assertThat(Checker.checkSources(List.of(text)).rules()).isPresent();
    }
  }

  @Test
  void oneTableInTwoFilesCountsOnce() {
    List<SourceText> twice = new ArrayList<>(Tables.hayFever());
    twice.add(new SourceText("again.csv", Tables.text("hayfever/rules.csv")));

    assertThat(bodyOf(TableImport.of(twice, Tables.HAY))).isEqualTo(bodyOf(imported()));
  }

  private static String bodyOf(ImportResult result) {
    return result.rules().orElseThrow().replaceFirst("source \".*\"", "");
  }

  @Test
  void twoFilesThatDifferAreRefusedWithBothPlaces() {
    List<SourceText> twice = new ArrayList<>(Tables.hayFever());
    twice.add(new SourceText("again.csv",
        Tables.text("hayfever/rules.csv").replace("(PPED – 3 months)", "(PPED – 4 months)")));
    ImportResult result = TableImport.of(twice, Tables.HAY);

    assertThat(result.rules()).isEmpty();
    assertThat(result.diagnostics()).singleElement().satisfies(found -> {
      assertThat(found.code()).isEqualTo(ImportDiagnostic.CONFLICTING_ROWS);
      assertThat(found.place()).isEqualTo(new Place.InFile("again.csv", 8, "condition"));
      assertThat(found.message()).contains("rules.csv:8", "PPED - 3 months", "PPED - 4 months");
    });
  }

  @Test
  void everyUnreadableCellIsReportedInItsPlace() {
    ImportResult result =
        TableImport.of(Tables.of("unreadable", "rules.csv", "fields.csv", "clusters.csv"), Tables.HAY);

    assertThat(result.rules()).isEmpty();
    Golden.compare(Tables.file("unreadable/expected.txt"), Tables.shown(result.diagnostics()));
  }

  @Test
  void whatTheCheckerRefusesIsShownAtItsCell() {
    List<SourceText> files = new ArrayList<>(Tables.hayFever());
    files.set(0, new SourceText("rules.csv",
        Tables.text("hayfever/rules.csv").replace("If SEVLAT_DAT = ANYLAT_DAT", "If SEVLAT_DAT = PEF_VAL")));

    assertThat(TableImport.of(files, Tables.HAY).diagnostics()).anySatisfy(found -> {
      assertThat(found.code().id()).isEqualTo("type-mismatch");
      assertThat(found.place()).isEqualTo(new Place.InFile("rules.csv", 10, "condition"));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules.csv", "fields.csv", "clusters.csv"})
  void aTableThatIsMissingIsNamed(String missing) {
    List<SourceText> files = Tables.hayFever().stream().filter(file -> !file.name().equals(missing)).toList();
    ImportResult result = TableImport.of(files, Tables.HAY);

    assertThat(result.rules()).isEmpty();
    assertThat(result.diagnostics()).extracting(found -> found.code().id())
        .containsAnyOf("missing-table", "unknown-in-tables");
  }

  @Test
  void withoutANameThereIsNoRuleSet() {
    ImportResult result = TableImport.of(Tables.hayFever(), ImportOptions.NONE);

    assertThat(result.rules()).isEmpty();
    assertThat(result.diagnostics()).hasSize(2).extracting(Diagnostic::code)
        .containsOnly(ImportDiagnostic.UNNAMED_RULESET);
  }

  @Test
  void aColumnThatIsMisspeltIsNoOtherTable() {
    ImportResult result = TableImport.of(
        List.of(new SourceText("t.csv", Tables.text("hayfever/clusters.csv").replace("refset", "refsett"))),
        Tables.HAY);

    assertThat(result.diagnostics()).anySatisfy(found -> {
      assertThat(found.code()).isEqualTo(ImportDiagnostic.UNKNOWN_TABLE);
      assertThat(found.help()).hasValueSatisfying(help -> assertThat(help).contains("`snomed ct`"));
    });
  }

  @Test
  void aRowWithACellTooManyIsBroken() {
    String document = Tables.text("hayfever/hayfever.md").replace("Hay fever codes |", "Hay | fever codes |");

    assertThat(TableImport.of(List.of(new SourceText("d.md", document)), ImportOptions.NONE).diagnostics())
        .anySatisfy(found -> {
          assertThat(found.code()).isEqualTo(ImportDiagnostic.BROKEN_TABLE);
          assertThat(found.message()).contains("expected 4 cells", "found 5");
        });
  }

  @Test
  void aTableWhoseHeadIsALoneStrokeIsBroken() {
    String document = Tables.text("hayfever/hayfever.md")
        .replace("| Term | Description | Definition | Timeframe for this service |", "|");

    assertThat(TableImport.of(List.of(new SourceText("d.md", document)), ImportOptions.NONE).diagnostics())
        .extracting(Diagnostic::code).contains(ImportDiagnostic.BROKEN_TABLE);
  }

  @Test
  void conditionsAcrossArraysAskForOneDay() {
    List<SourceText> files = new ArrayList<>(Tables.hayFever());
    files.set(0, new SourceText("rules.csv", Tables.text("hayfever/rules.csv").replace("If RISK_DAT ≠ Null",
        "{PEFALL_DAT} = {INV_DAT} AND {SEV_DAT} > ({PEFALL_DAT} – 1 month) AND {SEV_DAT} <= {PEFALL_DAT}"
            + " AND (PEFALL_DAT > (PPED – 12 months)) AND (RISK_DAT ≠ Null)")));
    files.set(1, new SourceText("fields.csv", Tables.text("hayfever/fields.csv")
        + "19,{INV_DAT},HAYINV_COD,ALL <= ACHV_DAT,All invitations.\n20,{SEV_DAT},SEV_COD,ALL <= ACHV_DAT,All severe.\n"));
    ImportResult result = TableImport.of(files, Tables.HAY);

    assertThat(result.diagnostics()).isEmpty();
    assertThat(plain(result)).contains(
        "if some PEFALL_DAT[] has (some INV_DAT[] has (PEFALL_DAT = INV_DAT)"
            + " and some SEV_DAT[] has (SEV_DAT > PEFALL_DAT - 1 month and SEV_DAT <= PEFALL_DAT)"
            + " and PEFALL_DAT > PPED - 12 months) and RISK_DAT is recorded",
        "assumed \"one day of PEFALL_DAT is looked for", "assumed \"PEFALL_DAT without braces");
  }

  @Test
  void aFileOfAnotherKindIsRefused() {
    assertThat(TableImport.of(List.of(new SourceText("t.xlsx", "PK")), Tables.HAY).diagnostics())
        .extracting(Diagnostic::code).contains(ImportDiagnostic.UNKNOWN_TABLE);
  }

  @Test
  void twoValuesOfOneClusterAreWarnedOf() {
    List<SourceText> files = new ArrayList<>(Tables.hayFever());
    files.set(1, new SourceText("fields.csv",
        Tables.text("hayfever/fields.csv") + "19,FEV_VAL,PEF_COD,Recorded on PEF_DAT,The latest volume.\n"));
    ImportResult result = TableImport.of(files, Tables.HAY);

    assertThat(result.rules()).isPresent();
    assertThat(result.diagnostics()).hasSize(2).extracting(Diagnostic::code)
        .containsOnly(ImportDiagnostic.UNDIVIDED_VALUES);
    assertThat(plain(result))
        .contains("unverified \"the table reads PEF_VAL and FEV_VAL from the same codes\"");
  }
}
