package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.examples.BuiltJar.Ended;
import uk.rubric.report.JsonReport;

/** Every command and every form of output from the jar as it is packed: a library that it lacks shows here alone. */
class BuiltJarIT {
  private static final String RULES = "examples/qof-2021-22";
  private static final String EXTRACT = "examples/extracts/three-practices";

  @TempDir Path folder;

  private static Ended run(String... more) {
    List<String> all = new ArrayList<>(List.of("run", RULES, "--extract", EXTRACT, "--as-at", "2022-03-31"));
    all.addAll(List.of(more));
    return BuiltJar.run(all);
  }

  private static void assertDone(Ended ended) {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
  }

  @Test
  void theResultFitsItsSchemaAndIsTheSameBytesOnBothEnginesButForTheName() throws IOException {
    Ended drools = run("--format", "json");
    Ended reference = run("--format", "json", "--engine", "reference");
    assertDone(drools);
    assertDone(reference);
    assertThat(reference.out()).isNotEqualTo(drools.out());
    assertThat(reference.out().replace("\"engine\": \"reference\"", "\"engine\": \"drools\"")).isEqualTo(drools.out());
    assertThat(schema().validate(drools.out(), InputFormat.JSON)).isEmpty();
  }

  private static Schema schema() throws IOException {
    try (InputStream in = JsonReport.class.getResourceAsStream(JsonReport.SCHEMA)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "csv"})
  void theOtherFormsNameEveryPracticeAndIndicator(String format) {
    Ended ended = run("--format", format);
    assertDone(ended);
    assertThat(ended.out()).contains("A81001", "A81002", "A81003", "DM_REG", "DM017", "DM023");
  }

  @Test
  void outcomesHaveALineForEachPatientAndOutput() throws IOException {
    Path outcomes = folder.resolve("outcomes.csv");
    assertDone(run("--outcomes", outcomes.toString()));
    List<String> lines = Files.readAllLines(outcomes);
    assertThat(lines.get(0)).isEqualTo("practice_code,patient_id,output,outcome,ladder,rule,kind,reason");
    assertThat(lines.size() % 10).as("ten outputs for each record, and a head").isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"text, DM020", "json, rubric-explanation/1"})
  void explainsInBothForms(String format, String expected) {
    Ended ended =
        BuiltJar.run(
            List.of("explain", RULES, "--extract", EXTRACT, "--patient", "P0000517", "--format", format));
    assertDone(ended);
    assertThat(ended.out()).contains(expected, "DMIFINVITE");
  }

  @ParameterizedTest
  @CsvSource({"human, error[unknown-field]", "json, rubric-diagnostics/1", "sarif, 2.1.0", "github, ::error "})
  void mistakesAreShownInEveryForm(String form, String expected) throws IOException {
    String rules = Files.readString(BuiltJar.ROOT.resolve(RULES).resolve("diabetes.rubric"));
    Path broken = folder.resolve("diabetes.rubric");
    Files.writeString(broken, rules.replace("if PAT_AGE < 17 years", "if PAT_AGF < 17 years"));
    Ended ended = BuiltJar.run(List.of("check", broken.toString(), "--errors", form));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(expected, "PAT_AGE");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void anExtractThatItMadeCanBeRun() {
    String made = folder.resolve("made").toString();
    List<String> generate = List.of("generate", "--patients", "200", "--clusters", "examples/clusters", "--out", made);
    assertThat(BuiltJar.run(generate).code()).isZero();
    assertDone(BuiltJar.run(List.of("run", RULES, "--extract", made)));
  }

  @Test
  void oneBadRecordIsCountedAndTheRestIsRun() throws IOException {
    Path extract = Files.createDirectory(folder.resolve("extract"));
    for (String name : List.of("patients.csv", "registrations.csv", "events.csv", "practices.csv")) {
      Files.copy(BuiltJar.ROOT.resolve(EXTRACT).resolve(name), extract.resolve(name));
    }
    Path events = extract.resolve("events.csv");
    Files.writeString(events, Files.readString(events) + "P0000517,2021-02-30,271649006,150,mmHg\n");
    Ended ended = BuiltJar.run(List.of("run", RULES, "--extract", extract.toString(), "--format", "json"));
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).contains("\"records\": 1", "\"code\": \"bad-date\"");
    assertThat(ended.err()).contains("bad-date", "events.csv").doesNotContain("2021-02-30");
  }
}
