package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.impact.RuleChanges;
import uk.rubric.impact.RuleChanges.RuleChange;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.impact.TwoVersions;
import uk.rubric.patient.PatientRecord;

/** An impact as table, JSON and Markdown. */
class ImpactReportsTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final List<PatientRecord> PATIENTS = TwoVersions.patients(7, 900);
  private static final RuleChanges RULES = new RuleChanges(
      List.of(
          new RuleChange("tighter", "register X_REG", "a patient: select by rule 1 → reject | by rule 1", true),
          new RuleChange("payment", "points X", "differs", true),
          new RuleChange("text", "indicator X001", "“One” → “Two”", false)),
      5, List.of("denominator X003: a count is not put to the solver yet"));

  private static ServiceImpact changed() {
    String fresh = TwoVersions.OLD
        .replace("T_VAL <= 58", "T_VAL <= 53")
        .replace("X001: 10 from 10%", "X001: 12 from 15%")
        .replace("X002", "Y002")
        .replace("{ 44054006 |Declined| }", "{ 44054006 |Declined|, 73211009 |Diagnosis| }")
        .replace("£10", "£11")
        .replace("status official", "status draft");
    return TwoVersions.of(TwoVersions.OLD, fresh).impact(PATIENTS, 1, Map.of());
  }

  /** Of as many practices, indicators, changes and codes as would not fit. */
  private static ServiceImpact large() {
    StringBuilder indicators = new StringBuilder();
    StringBuilder points = new StringBuilder();
    for (int i = 100; i < 140; i++) {
      indicators.append("indicator X").append(i).append(
          " of X_REG {\n denominator { 1: if A_DAT is recorded then select else reject as OLD }\n"
              + " numerator { 1: if T_VAL <= ").append(i - 80).append(" then select else reject }\n}\n");
      points.append(" X").append(i).append(": 3 from 10% to 50% ");
    }
    String old = TwoVersions.OLD.replace("  indicator X004", indicators + "  indicator X004")
        .replace("X004: 2", points + "X004: 2");
    String fresh = old.replaceAll("T_VAL <= ", "T_VAL < ").replace(": 3 from 10% to 50%", ": 4 from 20% to 60%");
    return TwoVersions.of(old, fresh).impact(TwoVersions.patients(3, 400), 1, Map.of());
  }

  private static List<Error> errors(String json) throws IOException {
    try (InputStream in = ImpactJson.class.getResourceAsStream(ImpactJson.SCHEMA)) {
      Schema schema = REGISTRY.getSchema(in, InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON);
    }
  }

  @Test
  void goldenTable() throws IOException {
    Golden.check("impact.txt", new ImpactTable().render(changed(), RULES).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void goldenMarkdown() throws IOException {
    Golden.check("impact.md", new ImpactMarkdown().render(changed(), RULES).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void goldenJsonThatFitsItsSchema() throws IOException {
    String json = new ImpactJson().render(changed(), RULES);

    Golden.check("impact.json", json.getBytes(StandardCharsets.UTF_8));
    assertThat(errors(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "`\"format\": \"rubric-impact/1\"`|`\"format\": \"rubric-impact/2\"`",
    "`\"dates\": \"new\"`|`\"dates\": \"both\"`",
    "`\"fate\": \"retired\"`|`\"fate\": \"gone\"`",
    "`\"state\": \"achieved\"`|`\"state\": \"done\"`",
    "`\"kind\": \"parameter\"`|`\"kind\": \"figure\"`",
    "`\"breaking\": true`|`\"breaking\": 1`",
    "`\"change\": \"added\"`|`\"change\": \"new\"`"
  })
  void theSchemaRefusesWhatIsNoImpact(String right, String wrong) throws IOException {
    String json = new ImpactJson().render(changed(), RULES);

    assertThat(json).contains(right);
    assertThat(errors(json.replace(right, wrong))).isNotEmpty();
  }

  @Test
  void markdownNeverIsTooLongForAComment() {
    List<RuleChange> many = IntStream.range(0, 50)
        .mapToObj(i -> new RuleChange("numerator", "numerator X" + i, "differs", true)).toList();

    String markdown = new ImpactMarkdown().render(large(), new RuleChanges(many, 0, List.of()));

    assertThat(markdown.lines().count()).isLessThanOrEqualTo(ImpactMarkdown.MOST_LINES).isGreaterThan(30);
    assertThat(markdown).contains("(8 of ", "(5 of ", "(4 of 50)");
  }

  @Test
  void noFormNamesAPatient() {
    ServiceImpact impact = changed();
    List<String> forms = List.of(new ImpactTable().render(impact, RULES), new ImpactMarkdown().render(impact, RULES),
        new ImpactJson().render(impact, RULES));

    assertThat(impact.moved()).isPositive();
    assertThat(forms).allSatisfy(text ->
        assertThat(PATIENTS).noneMatch(patient -> text.contains(patient.patientId())));
  }
}
