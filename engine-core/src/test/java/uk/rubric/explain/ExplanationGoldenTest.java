package uk.rubric.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.explain.Diabetes.DIASTOLIC;
import static uk.rubric.explain.Diabetes.HBA1C;
import static uk.rubric.explain.Diabetes.INVITATION;
import static uk.rubric.explain.Diabetes.MILD_FRAILTY;
import static uk.rubric.explain.Diabetes.RESOLVED;
import static uk.rubric.explain.Diabetes.SEVERE_FRAILTY;
import static uk.rubric.explain.Diabetes.SYSTOLIC;
import static uk.rubric.explain.Diabetes.SYSTOLIC_ARTERIAL;
import static uk.rubric.explain.Diabetes.TYPE_2;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;

class ExplanationGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/uk/rubric/explain/golden");
  private static final Plan PLAN = Diabetes.plan();

  private static Diabetes.Patient diabetic() {
    return new Diabetes.Patient().registered("2010-01-01").with("2012-06-01", TYPE_2);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of("achieved", "DM020", diabetic().with("2021-06-01", HBA1C, "55", "mmol/mol")),
        Arguments.of("above-target", "DM020",
            diabetic().with("2021-06-01", HBA1C, "61.0", "mmol/mol").with("2021-06-01", HBA1C, "61", "mmol/mol")),
        Arguments.of("frail", "DM020",
            diabetic().with("2019-02-03", MILD_FRAILTY).with("2020-02-03", SEVERE_FRAILTY)),
        Arguments.of("invited-twice", "DM020",
            diabetic().with("2021-06-01", HBA1C, "70", "mmol/mol").with("2021-07-01", INVITATION)
                .with("2021-07-05", INVITATION).with("2021-07-08", INVITATION)),
        Arguments.of("resolved", "DM020", diabetic().with("2015-06-01", RESOLVED)),
        Arguments.of("resolved-before-the-latest-diagnosis", "DM_REG",
            diabetic().with("2015-06-01", RESOLVED).with("2016-06-01", TYPE_2)),
        Arguments.of("not-registered", "DM017", new Diabetes.Patient().with("2012-06-01", TYPE_2)),
        Arguments.of("register-only", "DM017", diabetic()),
        Arguments.of("latest-whole-blood-pressure", "DM019",
            diabetic().with("2021-06-01", SYSTOLIC, "130", "mm[Hg]").with("2021-06-01", DIASTOLIC, "80", "mmHg")
                .with("2021-06-01", SYSTOLIC_ARTERIAL, "128", "mmHg").with("2021-09-01", SYSTOLIC, "150", "mmHg")),
        Arguments.of("no-blood-pressure", "DM019", diabetic()),
        Arguments.of("recorded-but-not-taken", "DM020",
            diabetic().with("2021-06-01", HBA1C, "7.1", "%").with("2021-02-01", INVITATION)
                .with("2022-05-01", INVITATION).with("2022-04-30", SEVERE_FRAILTY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void explainsInWordsAndAsJson(String name, String output, Diabetes.Patient patient) throws IOException {
    PatientRecord record = patient.record();
    Explanation explanation = new Explainer(PLAN).explain(record, Diabetes.output(PLAN, output)).get(0);

    compare(name + ".txt", ExplanationText.of(explanation));
    String json = ExplanationJson.of(explanation);
    compare(name + ".json", json);
    assertThat(errors(json)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rubric-explanation/1, rubric-explanation/2", "numerator, above", "2021-06-01, 01/06/2021", "birth, born",
    "'\"times\": 1', '\"times\": 0'", "999791000000106, HbA1c", "'\"held\": true,', ''", "assumed, guessed"
  })
  void theSchemaRefusesWhatIsNoExplanation(String right, String wrong) throws IOException {
    String json = Files.readString(FOLDER.resolve("achieved.json"));
    String spoilt = json.replace(right, wrong);

    assertThat(errors(json)).isEmpty();
    assertThat(errors(spoilt)).isNotEmpty();
  }

  static List<Error> errors(String json) throws IOException {
    try (InputStream in = ExplanationJson.class.getResourceAsStream(ExplanationJson.SCHEMA)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON)
          .validate(json, InputFormat.JSON);
    }
  }

  static void compare(String file, String actual) throws IOException {
    Path golden = FOLDER.resolve(file);
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(golden));
  }
}
